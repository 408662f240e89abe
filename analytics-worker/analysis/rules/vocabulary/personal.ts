import { vocabularyOf, wordsIn } from './lines.ts';

/** How digits are said one by one. */
export const spokenDigits: Record<string, string> = {
  zero: '0',
  oh: '0',
  o: '0',
  nought: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
};
export const repeated: Record<string, number> = { double: 2, triple: 3, treble: 3 };

/** Signs of an address as they are said. */
export const spokenSigns = vocabularyOf(`
. = dot, period, point
_ = underscore
- = dash, hyphen, minus
`);

/** Ends of domains; said letter by letter too: "p l". */
export const topLevels = new Set(
  wordsIn(`
com, org, net, io, co, uk, de, pl, fr, es, it, nl, be, ch, at, eu, us, ca, au, nz, ie, se, no, dk, fi, cz, pt, gov,
edu, biz, info, me, ai, app, dev, tv, law, legal, health, care, agency, tech, in, br, mx, za, jp, kr, sg, hk, example
`),
);

/** Words before an "at" that are nobody's address. */
export const noLocalParts = new Set(
  wordsIn(`
we, are, i, am, look, looking, is, was, were, us, me, them, him, her, it, be, been, over, found, visit, back, up,
here, there, out, online, works, work, working, and, or, the, a, not, good, people, you, we're, i'm, it's, that's,
office, all, team, site, website, page, now, located, based, available, one
`),
);

export const streets = wordsIn(
  `street, st, avenue, ave, road, rd, lane, ln, boulevard, blvd, crescent, parkway, highway, terrace`,
);
/** Plain words too: a street only behind "at", "on" or "address". */
export const plainStreets = wordsIn(
  `drive, way, court, place, square, close, circle, row, hill, gardens, grove, mews, walk, park, trail`,
);
export const addressed = wordsIn(`
at, address, live, lives, located, on, office, is
`);

/** Words around a number that tell what it is. */
export const phoneWords = wordsIn(
  `phone, number, call, cell, mobile, reach, ring, text, landline, telephone, whatsapp, extension, line, dial`,
);
export const birthWords = wordsIn(`
born, birthday, birth, birthdate, dob
`);
export const socialWords = wordsIn(`
social, ssn, security
`);

/** Words before a name that people say of themselves. */
export const nameFrames = {
  sure: [
    'my name is',
    'my names',
    "my name's",
    "name's",
    'name is',
    'the name is',
    'i am called',
    "i'm called",
    'they call me',
    'you can call me',
    'just call me',
  ],
  likely: ['this is', "i'm", 'i am', "it's", 'it is', 'im', 'speaking with', 'speaking to', "you're speaking to"],
};
export const nameEnds = new Set(
  wordsIn(`
and, from, at, with, i, we, the, a, an, i'm, calling, here, over, in, of, for, but, so, my, is, it's, speaking, just,
uh, um, yeah, to, not, on, your, that, this, it, what, how, about, who, you, our, by, if, or, as, can, could, would,
no, yes, please, thanks, thank, actually, really, again, ringing, phoning, also, then, spelled, because, looking,
trying
`),
);
