import { wordsIn } from './lines.ts';

/** Spoken numbers, as values. */

export const units: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
export const teens: Record<string, number> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
export const tens: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
export const scales: Record<string, number> = {
  hundred: 100,
  hundreds: 100,
  thousand: 1000,
  thousands: 1000,
  grand: 1000,
  k: 1000,
  million: 1_000_000,
  dozen: 12,
  dozens: 12,
  score: 20,
};

/** Amounts that stand for a number, with or without "of" after them. */
export const amounts: Record<string, number> = { couple: 2, pair: 2, half: 0.5 };
/** Amounts that tell no number; a value only beside a scale: "a few hundred" is about 300. */
export const vagueAmounts: Record<string, number> = { few: 3, several: 5, handful: 5 };

const thirdToNinth = {
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
};

/** Behind tens: "twenty eighth". Alone, "first" and "second" are mostly no numbers. */
export const smallOrdinals: Record<string, number> = {
  first: 1,
  second: 2,
  ...thirdToNinth,
};

export const ordinals: Record<string, number> = {
  ...thirdToNinth,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
};

/** What makes a number something other than a count, when it follows. */
export const moneyWords = new Set(
  wordsIn(`
dollar, dollars, bucks, buck, pound, pounds, quid, euro, euros, cents, pence, p, usd, gbp, eur, francs, rupees, rupee, franc, naira, cedi, cedis, shilling, shillings, rand, dirham, dirhams, zloty, zlotys, kroner, krone, kronor, krona,
koruna, korunas, forint, forints, lei, lira, peso, pesos, yen, yuan, baht, ringgit, dinar, dinars, riyal, riyals
`),
);
