import { lexicon } from '../match/lexicon.ts';
import { deciders, users } from '../vocabulary/deciders.ts';
import { products } from '../vocabulary/products.ts';
import { phraseSets } from '../vocabulary/objectionSets.ts';
import { smallFirms } from '../vocabulary/objectionSpeech.ts';

const namesOf = (isSold: boolean): string[] =>
  products.filter(({ kind, plain }) => !plain && (kind === 'signing') === isSold).map(({ name }) => name);

const systems = [
  'crm',
  'erp',
  'practice management',
  'case management',
  'case system',
  'patient records',
  'our software',
  'our system',
  'our systems',
  'our database',
  'existing system',
  'existing software',
  'accounting software',
  'property system',
  'property management system',
  'record system',
  'school system',
  'booking system',
];

/** The sets that frames of objections name. */
export const objectionSets = {
  ...Object.fromEntries(Object.entries(phraseSets).map(([name, phrases]) => [name, lexicon(phrases)])),
  boss: lexicon(deciders),
  user: lexicon(users),
  small: lexicon(smallFirms),
  competitor: lexicon([...namesOf(true), 'competitor', 'competitors']),
  system: lexicon([...namesOf(false), ...systems]),
};
