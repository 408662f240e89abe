import { knownOf, type Known } from '../../conclusions/facts.ts';
import { quarantineOf } from '../../conclusions/quarantine.ts';
import { signalsOf, type Signal } from '../../conclusions/signals.ts';
import { agentSpans, callerSpans } from '../../conclusions/talk.ts';
import type { CallConclusions, StoredFact } from '../../conclusions/types.ts';
import { dayOf } from '../day.ts';
import type { AgentWeek } from '../performance/week.ts';
import type { Times } from '../scores/call.ts';
import { deadAirOf } from '../scores/dead-air.ts';
import type { ToolFacts } from '../scores/tools.ts';
import type { Claim } from '../scores/trust.ts';
import { numberItems, type Numbered } from './numbered.ts';

/** What the analysis of a call that has ended rests on. */
export type EndedCall = Numbered & {
  conclusions: CallConclusions;
  /** On which it began, UTC: `2026-11-23`. */
  day: string;
  times: Times;
  /** Names of the signals that the agent was to ask for. */
  asked: readonly string[] | undefined;
  /** Signals as they stood at the end, and as claims of whoever recorded them. */
  signals: ReadonlyMap<string, Signal>;
  recorded: readonly Claim[];
  tools: ToolFacts;
  /** Of each model call that told it. */
  tokensPerSecond: readonly number[];
  /** Undefined where nobody knows what is usual. */
  week: AgentWeek | undefined;
};

/** Undefined for a call that goes on, or that is none by itself. */
export function endedCallOf(
  facts: readonly StoredFact[],
  conclusions: CallConclusions,
  week?: AgentWeek,
): EndedCall | undefined {
  const { session } = conclusions;
  if (session.status !== 'ended' || !session.listed) return undefined;
  const known = knownOf(facts);
  const numbered = numberItems(known, session.startedAt);
  const signals = signalsOf(known);
  return {
    ...numbered,
    conclusions,
    day: dayOf(session.startedAt),
    times: timesOf(known, conclusions),
    asked: known.of('call.started').findLast(({ fact }) => fact.data.signals)?.fact.data.signals,
    signals,
    recorded: [...signals.values()].map((signal) => claimOf(signal, numbered)),
    tools: toolsOf(known),
    tokensPerSecond: known.of('metrics.llm').flatMap(({ fact }) => fact.data.tokensPerSecond ?? []),
    week,
  };
}

function timesOf(known: Known, { session }: CallConclusions): Times {
  const { startedAt, durationMs, callerTalkMs: callerMs, agentTalkMs: agentMs } = session;
  const endedAt = session.endedAt ?? startedAt;
  const isHeard = callerMs !== null && agentMs !== null;
  if (!isHeard) return { callerMs, agentMs, durationMs, deadAirMs: null };
  const quarantine = quarantineOf(known);
  const spans = [...callerSpans(known, quarantine, endedAt), ...agentSpans(known, quarantine, endedAt)];
  const speech = spans.map(({ from, to }) => ({ fromMs: from, toMs: to }));
  return { callerMs, agentMs, durationMs, deadAirMs: deadAirOf(speech, startedAt, endedAt) };
}

/** What the agent's own model recorded. */
function claimOf({ name, value, evidence }: Signal, { numberOf, items }: Numbered): Claim {
  const item = evidence.itemId === null ? undefined : numberOf(evidence.itemId);
  const quote = evidence.quote ?? (item === undefined ? undefined : items[item - 1]?.text);
  return { name, value, source: 'agent', evidence: item && quote ? [{ item, quote }] : [] };
}

function toolsOf(known: Known): ToolFacts {
  return {
    calls: known.of('tool.executed').map(({ fact: { data } }) => ({
      id: data.toolCallId,
      name: data.name,
      isError: data.isError,
      durationMs: data.durationMs,
    })),
    searches: known.of('knowledge.searched').map(({ fact: { data } }) => ({
      toolCallId: data.toolCallId ?? null,
      query: data.query,
      category: data.category,
      results: data.results,
      sources: data.sources,
    })),
    bookings: known.of('meeting.booked').map(({ fact: { data } }) => ({ success: data.success })),
  };
}
