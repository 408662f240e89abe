import type { Findings } from '../results.ts';
import type { Item } from '../transcript.ts';
import { findActions } from './actions/actions.ts';
import { hearActions } from './actions/heard.ts';
import { bounded } from './bounded.ts';
import { findCompetitors } from './competitors/competitors.ts';
import { encode } from './encoder/encode.ts';
import { findGaps } from './gaps/gaps.ts';
import { findObjections } from './objections/objections.ts';
import { findOutcome } from './outcome/outcome.ts';
import { findPassages } from './passages/passages.ts';
import { findPii } from './pii/pii.ts';
import { readTranscript } from './read.ts';
import { signalsOf } from './resolve/buying.ts';
import { findSentiment } from './sentiment/sentiment.ts';
import { findSignals } from './signals.ts';

/**
 * All that rules find in the words of a call (docs/analysis.md): the same for the same items and day, always.
 *
 * @param day of the call, `2026-11-23`: how far off "by march" is; unknown for a transcript without one
 */
export async function analyzeByRules(all: Item[], day?: string): Promise<Findings> {
  const items = bounded(all);
  const talk = readTranscript(items);
  const encoded = await encode(talk);
  const heard = hearActions(talk);
  const contentGaps = findGaps(talk);
  const outcome = findOutcome(talk, heard);
  const signals = signalsOf(findSignals(talk, encoded, day), outcome, talk);
  return {
    signals,
    objections: findObjections(talk, outcome, encoded),
    competitors: findCompetitors(talk, signals['current_tool']?.value, encoded),
    sentiment: findSentiment(talk, outcome.outcome, heard),
    actionItems: findActions(talk, heard),
    contentGaps,
    outcome,
    passages: findPassages(talk, contentGaps),
    pii: findPii(items),
  };
}
