import { groupBy } from '../../../lib/group.ts';
import type { Findings, Passage } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import type { PassageKind } from './call.ts';

/** Something that was named, with every place where it was. */
export type Mention = { about: string; evidence: Evidence[] };

export function ofKind({ passages }: Findings, kind: PassageKind): Passage[] {
  return passages.filter((passage) => passage.kind === kind);
}

/** What passages of a kind are about, each once, in the order in which they came. What has no name is left as quotes. */
export function mentionsOf(findings: Findings, kind: PassageKind): Mention[] {
  const groups = groupBy(ofKind(findings, kind), ({ about, item }) => (about === '' ? item : about.toLowerCase()));
  return [...groups.values()].map((all) => ({ about: all[0]?.about ?? '', evidence: proofOf(all) }));
}

export function proofOf(all: readonly Evidence[]): Evidence[] {
  return all.map(({ item, quote }) => ({ item, quote }));
}

const MONEY = new Set(['price', 'prices', 'pricing', 'cost', 'costs', 'budget', 'discount', 'invoice', 'billing']);
const SPOKEN: readonly PassageKind[] = ['topic', 'question', 'buying_signal', 'comparison_request'];

/** Passages that speak of money, by the name of what they are about. */
export function aboutMoney({ passages }: Findings): Passage[] {
  return passages.filter(
    ({ kind, about }) =>
      SPOKEN.includes(kind) &&
      about
        .toLowerCase()
        .split(/\W+/)
        .some((word) => MONEY.has(word)),
  );
}
