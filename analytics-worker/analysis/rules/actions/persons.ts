import { hitAt, lexicon } from '../match/lexicon.ts';
import type { Utterance } from '../normalise/types.ts';
import { days, departments, machines, teamPeople } from '../vocabulary/actions.ts';

const PEOPLE = lexicon(teamPeople);
const DEPARTMENTS = new Set(departments);
const NO_NAMES = new Set([...machines, ...days]);
const ARTICLES = new Set(['the', 'a', 'an', 'your', 'this', 'that', 'every', 'each', 'any']);
const CAPITAL = /^\p{Lu}\p{L}*$/u;

/** Whether token `at` stands for somebody: one of the vendor's people, or a name, which only agents' words write with a capital. */
export function isPerson({ role, text, tokens }: Utterance, at: number): boolean {
  const token = tokens[at];
  if (!token || token.product !== undefined || token.number) return false;
  if (hitAt(PEOPLE, tokens, at, at + 1) || (role === 'agent' && DEPARTMENTS.has(token.text))) return true;
  const isName = CAPITAL.test(text.slice(token.start, token.end)) && !NO_NAMES.has(token.text);
  return isName && !ARTICLES.has(tokens[at - 1]?.text ?? '');
}
