import { costOf, type AnalysisUse, type CallCost } from '../cost/cost.ts';
import { priceAt, type PriceTable } from '../cost/prices.ts';
import type { Connection } from '../cost/quantities.ts';
import { performanceOf, type Performance } from '../performance/performance.ts';
import type { MeasuredCall } from '../performance/targets.ts';
import { historyOf } from '../performance/week.ts';
import type { ReadCall } from '../read-call.ts';
import { itemsOf, passagesBy, wordsOf } from '../scores/call.ts';
import { toolUseOf } from '../scores/tools.ts';
import type { EndedCall } from './ended-call.ts';

const MINUTE_MS = 60_000;

export function measuredPerformance(ended: EndedCall, read: ReadCall): Performance {
  const { conclusions, week } = ended;
  const { turns, parts, usage } = conclusions;
  const basis = turns.find(({ heardBasis }) => heardBasis !== '')?.heardBasis ?? '';
  return performanceOf({
    turns,
    parts,
    usage,
    tokensPerSecond: ended.tokensPerSecond,
    measured: measuresOf(ended, read),
    ...(week && { usual: week.usual, history: historyOf(week.calls, basis) }),
  });
}

/** What turns do not tell, in the units of the standards. */
function measuresOf({ times, tools, conclusions }: EndedCall, { call, engagement }: ReadCall): MeasuredCall {
  const { durationMs, deadAirMs, callerMs } = times;
  const { segments } = call().findings.sentiment;
  const [first, last] = [segments[0], segments.at(-1)];
  const questions = passagesBy(call(), 'user', ['question']).filter(({ answered }) => answered !== undefined);
  const words = wordsOf(itemsOf(call(), 'user'));
  return {
    duration: durationMs === null ? null : durationMs / MINUTE_MS,
    dead_air: shareOf(deadAirMs, durationMs),
    pace: callerMs === null || callerMs === 0 ? null : words / (callerMs / MINUTE_MS),
    engagement: engagement().score,
    sentiment_change: first && last && segments.length > 1 ? last.score - first.score : null,
    questions_resolved: shareOf(questions.filter(({ answered }) => answered).length, questions.length),
    searches_found: toolUseOf(tools, conclusions.session.tier).searches.foundShare,
  };
}

function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** @param analysis what the analysis itself used, where a model was asked */
export function costOfCall(
  { conclusions: { session, usage } }: EndedCall,
  prices: PriceTable,
  analysis: readonly AnalysisUse[],
): CallCost {
  const room: Connection = { purpose: 'room', provider: 'livekit', model: 'webrtc', ms: session.durationMs };
  const line: Connection = { purpose: 'telephony', provider: 'livekit', model: 'sip', ms: session.durationMs };
  const connections = session.channel.startsWith('phone') ? [room, line] : [room];
  const isBilled = ({ purpose, provider, model }: Connection) => {
    const unit = purpose === 'room' ? 'connection_minute' : 'telephony_minute';
    return priceAt(prices, { provider, model, unit }, session.startedAt) !== undefined;
  };
  return costOf({ at: session.startedAt, usage, connections: connections.filter(isBilled), analysis }, prices);
}
