import type { ContentGap, Findings } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import { ofKind, proofOf } from './mentions.ts';
import { groupSimilar } from './similar.ts';
import { countedOf, type Counted, type Search } from './tools.ts';

/** Raised when the same findings would give another result. */
export const GAPS_VERSION = 1;

/** Something that callers ask for and the content does not have. */
export type Gap = {
  topic: string;
  /** How often it came up, and of what kind. */
  count: number;
  kinds: Partial<Record<ContentGap['kind'], number>>;
  /** What was searched for in vain. */
  queries: string[];
  evidence: Evidence[];
};

export type ContentGaps = {
  version: number;
  /** The most frequent first. */
  gaps: Gap[];
  /** Similar queries of which there was more than one, found or not. */
  repeatedSearches: string[][];
  /** Categories in which nothing was ever found. */
  missingAreas: Counted[];
  /** Which sources the answers came from. */
  sources: Counted[];
};

type Sign = { topic: string; kind: ContentGap['kind']; query?: string; evidence: Evidence[] };

/** What the content lacks, from what was said and what was searched for (docs/analysis-scores.md). */
export function contentGapsOf(findings: Findings, searches: readonly Search[]): ContentGaps {
  const inVain = searches.filter(({ results }) => results === 0);
  const found = searches.filter(({ results }) => results > 0);
  const signs = [...saidSigns(findings), ...inVain.map(searchSign)];
  const categories = new Set(found.map(({ category }) => category));
  return {
    version: GAPS_VERSION,
    gaps: groupSimilar(signs, ({ topic }) => topic)
      .map(gapOf)
      .toSorted((a, b) => b.count - a.count),
    repeatedSearches: groupSimilar(searches, ({ query }) => query).flatMap((all) =>
      all.length > 1 ? [all.map(({ query }) => query)] : [],
    ),
    missingAreas: countedOf(
      inVain.flatMap(({ category }) => (category && !categories.has(category) ? [category] : [])),
    ),
    sources: countedOf(found.flatMap(({ sources }) => [...new Set(sources)])),
  };
}

/** A question that is known not to be answered is a gap too, once. */
function saidSigns(findings: Findings): Sign[] {
  const gaps = findings.contentGaps.map((one) => ({ topic: one.topic, kind: one.kind, evidence: proofOf([one]) }));
  const named = new Set(findings.contentGaps.map(({ item }) => item));
  const open = ofKind(findings, 'question').filter(({ answered, item }) => answered === false && !named.has(item));
  return [
    ...gaps,
    ...open.map((one) => ({ topic: one.about || one.quote, kind: 'unanswered' as const, evidence: proofOf([one]) })),
  ];
}

function searchSign({ query }: Search): Sign {
  return { topic: query, kind: 'empty_search', query, evidence: [] };
}

function gapOf(signs: readonly Sign[]): Gap {
  return {
    topic: signs[0]?.topic ?? '',
    count: signs.length,
    kinds: Object.fromEntries(countedOf(signs.map(({ kind }) => kind)).map(({ name, count }) => [name, count])),
    queries: signs.flatMap(({ query }) => query ?? []),
    evidence: signs.flatMap(({ evidence }) => evidence),
  };
}
