import type { Confidence } from '../../conclusions/types.ts';
import type { CallCost } from '../cost/cost.ts';
import type { ReadCall } from '../read-call.ts';
import type { Passage } from '../results.ts';
import { contentGapsOf } from '../scores/gaps.ts';
import { toolUseOf } from '../scores/tools.ts';
import type { WeighedScore } from '../scores/weigh.ts';
import { sectionsOf } from '../sections.ts';
import type { EndedCall } from './ended-call.ts';
import { measuredPerformance } from './performance.ts';

/** A call that has ended, as one engine read it. */
export type Analysed = {
  ended: EndedCall;
  read: ReadCall;
  cost: () => CallCost;
};

export type Analyser = {
  /** Raised when the same findings and facts would give another result. */
  version: number;
  /** Sections by name (docs/analysis.md). */
  resultOf(call: Analysed): Record<string, unknown>;
  confidenceOf(call: Analysed): Confidence;
};

/** How much the caller said: what is found in few words may be missed as well. */
const byWords = ({ read }: Analysed): Confidence => read.call().findings.sentiment.confidence;
const bySignals = ({ read }: Analysed): Confidence => read.lead().confidence;

/** The analysers of a call, each for itself. */
export const analysers = {
  sales: {
    version: 1,
    resultOf: ({ read }) => sectionsOf(read, ['sales', 'signals']),
    confidenceOf: bySignals,
  },
  lead: { version: 1, resultOf: ({ read }) => sectionsOf(read, ['lead']), confidenceOf: bySignals },
  quality: {
    version: 1,
    resultOf: ({ read }) => sectionsOf(read, ['quality', 'engagement']),
    confidenceOf: ({ read }) => byShare(countedOf(read.engagement())),
  },
  sentiment: { version: 1, resultOf: ({ read }) => sectionsOf(read, ['sentiment']), confidenceOf: byWords },
  objections: {
    version: 1,
    resultOf: ({ read }) => ({
      ...sectionsOf(read, ['objections', 'competitors']),
      switchingBarriers: passagesOf(read, 'switching_barrier'),
      comparisonRequests: passagesOf(read, 'comparison_request'),
    }),
    confidenceOf: byWords,
  },
  performance: {
    version: 1,
    resultOf: ({ ended, read, cost }) => ({
      performance: measuredPerformance(ended, read),
      cost: cost(),
    }),
    confidenceOf: ({ ended }) => byTurns(ended),
  },
  content_gaps: {
    version: 1,
    resultOf: ({ ended, read }) => ({
      ...sectionsOf(read, ['contentGaps']),
      gaps: contentGapsOf(read.call().findings, ended.tools.searches),
      tools: toolUseOf(ended.tools, read.lead().tier),
    }),
    confidenceOf: byWords,
  },
  action_items: { version: 1, resultOf: ({ read }) => sectionsOf(read, ['actionItems']), confidenceOf: byWords },
  summary: {
    version: 1,
    resultOf: ({ read }) => sectionsOf(read, ['summary', 'outcome', 'outcomeEvidence']),
    confidenceOf: bySignals,
  },
} satisfies Record<string, Analyser>;

function passagesOf(read: ReadCall, wanted: Passage['kind']) {
  return read
    .call()
    .findings.passages.flatMap(({ kind, item, quote, about }) => (kind === wanted ? [{ item, quote, about }] : []));
}

/** Share of the weights whose components are known. */
function countedOf({ components }: WeighedScore): number {
  const known = components.filter(({ score }) => score !== null);
  const sum = (some: typeof components) => some.reduce((total, { weight }) => total + weight, 0);
  return sum(known) / sum(components);
}

const SURE_SHARE = { high: 0.8, medium: 0.5 };

function byShare(share: number): Confidence {
  if (share >= SURE_SHARE.high) return 'high';
  return share >= SURE_SHARE.medium ? 'medium' : 'low';
}

const SURE_TURNS = { high: 10, medium: 3 };

/** By the turns whose wait counts. */
function byTurns({ conclusions }: EndedCall): Confidence {
  const counted = conclusions.turns.filter(({ excluded }) => excluded === '').length;
  if (counted >= SURE_TURNS.high) return 'high';
  return counted >= SURE_TURNS.medium ? 'medium' : 'low';
}
