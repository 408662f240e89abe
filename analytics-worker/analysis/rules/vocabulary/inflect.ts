/** How a regular English verb is written, from its base: `drop`, `drops`, `dropped`, `dropping`. */
const DOUBLED = /[^aeiou][aeiou][bdgklmnprt]$/u;
const SHORT = /^[^aeiou]*[aeiou][^aeiou]$/u;

export const third = (base: string): string =>
  /(?:s|x|ch|sh|o)$/u.test(base) ? `${base}es` : /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;

export const past = (base: string): string =>
  base.endsWith('e') ? `${base}d` : /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;

/** Both ways of spelling it: "cancelling", "canceling". */
export const ing = (base: string): string =>
  base.endsWith('e') && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;

/** "cancel" doubles in Britain. */
const doubled = (base: string): string =>
  (DOUBLED.test(base) && SHORT.test(base)) || /(?:quit|el|al|ot)$/u.test(base) ? base + base.slice(-1) : base;
