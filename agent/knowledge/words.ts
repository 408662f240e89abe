const STOP_WORDS = new Set(
  (
    'a about am an and any are as at be been but by can could did do does for from get had has have how i if in into is it its many may me much my of ' +
    'on or our please so some tell than that the their them then there these they this to us want was we were what when where ' +
    'which who will with would you your'
  ).split(' '),
);

/** The words that carry meaning, lower case and without their commonest endings, so that `costs` finds `cost`. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !STOP_WORDS.has(word)).map(stem);
}

function stem(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  for (const ending of ['ations', 'ation', 'ings', 'ing', 'ed', 'es', 's', 'e']) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) return word.slice(0, -ending.length);
  }
  return word;
}
