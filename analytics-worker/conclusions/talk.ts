import type { Known } from './facts.ts';
import type { Quarantine } from './quarantine.ts';

/** Epoch ms. */
type Span = { from: number; to: number };

/** Time that each side spoke, ms; null where it cannot be known. `until` ends what was still being said. */
export function talkOf(
  known: Known,
  quarantine: Quarantine,
  until: number,
): { callerMs: number | null; agentMs: number | null } {
  const caller = callerSpans(known, quarantine, until);
  const agent = agentSpans(known, quarantine, until);
  const states = hasStates(known);
  return {
    callerMs: states || caller.length > 0 ? lengthOf(caller) : null,
    agentMs: states || agent.length > 0 ? lengthOf(agent) : null,
  };
}

/** Changes of state are told, so that a side of which none is told was silent. */
function hasStates(known: Known): boolean {
  return known.of('caller.state').length + known.of('agent.state').length > 0;
}

export function callerSpans(known: Known, quarantine: Quarantine, until: number): Span[] {
  return spansOf(known, quarantine, 'caller.state', 'user', until);
}

export function agentSpans(known: Known, quarantine: Quarantine, until: number): Span[] {
  return spansOf(known, quarantine, 'agent.state', 'assistant', until);
}

/** Between the states; where a road gives none, by the items' own times. */
function spansOf(
  known: Known,
  quarantine: Quarantine,
  type: 'caller.state' | 'agent.state',
  role: 'user' | 'assistant',
  until: number,
): Span[] {
  const states = known.of(type);
  if (!hasStates(known)) return spokenItems(known, quarantine, role);
  return states.flatMap(({ fact, at }, index) =>
    fact.data.to === 'speaking' ? [{ from: at, to: Math.max(at, states[index + 1]?.at ?? until) }] : [],
  );
}

function spokenItems(known: Known, quarantine: Quarantine, role: 'user' | 'assistant'): Span[] {
  return known.of('item.committed').flatMap((item) => {
    if (item.fact.data.role !== role) return [];
    const from = quarantine.trusted(item, 'startedSpeakingAt', item.fact.data.startedSpeakingAt);
    const to = quarantine.trusted(item, 'stoppedSpeakingAt', item.fact.data.stoppedSpeakingAt);
    return from === null || to === null || to < from ? [] : [{ from, to }];
  });
}

function lengthOf(spans: Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + (to - from), 0);
}

/** A recogniser hears this much silence after each stretch of speech before its input is withheld. */
const TRAILING_SILENCE_MS = 1_000;

/** What the recogniser was sent after its last report, ms: the caller's speech since, with the silence after it. */
export function callerTailOf(known: Known, quarantine: Quarantine, until: number): number | null {
  const lastReport = known.of('metrics.stt').at(-1)?.at ?? -Infinity;
  const spans = callerSpans(known, quarantine, until);
  if (spans.length === 0) return null;
  return spans
    .map(({ from, to }) => Math.max(0, Math.min(to + TRAILING_SILENCE_MS, until) - Math.max(from, lastReport)))
    .reduce((sum, ms) => sum + ms, 0);
}
