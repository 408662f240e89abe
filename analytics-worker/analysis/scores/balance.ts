import { itemsOf, wordsOf, type ScoredCall } from './call.ts';
import { percentOf, type Measured } from './weigh.ts';

/** Share of the talking that is the caller's between which both had room. */
const ROOM = { from: 0.4, to: 0.7 };

/** Who spoke how much, by time where it was measured, else by words (docs/analysis-scores.md). */
export function balanceOf(call: ScoredCall): Measured {
  const { callerMs = null, agentMs = null } = call.times ?? {};
  const isTimed = callerMs !== null && agentMs !== null && callerMs + agentMs > 0;
  const caller = isTimed ? callerMs : wordsOf(itemsOf(call, 'user'));
  const agent = isTimed ? agentMs : wordsOf(itemsOf(call, 'agent'));
  if (caller + agent === 0) return { score: null, how: 'nobody said anything' };
  const share = caller / (caller + agent);
  return {
    score: pointsOf(share),
    how: `${percentOf(share)} of the ${isTimed ? 'talk time' : 'words'} are the caller's`,
  };
}

function pointsOf(share: number): number {
  if (share < ROOM.from) return (10 * share) / ROOM.from;
  return share > ROOM.to ? (10 * (1 - share)) / (1 - ROOM.to) : 10;
}
