import type { FactData } from '../../events/catalogue.ts';
import type { Ending } from './ending.ts';
import { facetsOf } from './facets.ts';
import type { Known, Seen } from './facts.ts';
import type { Item } from './items.ts';
import { lastWordsOf } from './lastWords.ts';
import type { Quarantine } from './quarantine.ts';
import { talkOf } from './talk.ts';
import type { Waiting } from './waiting.ts';
import type { Book, DeadLetter, LeadScore, SessionConclusion, Turn } from './types.ts';

/** What other conclusions say about the call. */
export type SessionParts = {
  known: Known;
  quarantine: Quarantine;
  items: Item[];
  waiting: Waiting | null;
  ending: Ending | null;
  turns: Turn[];
  books: Book[];
  leadScore: LeadScore | null;
  signalsKnown: number;
  personKey: string;
  deadLetters: readonly DeadLetter[];
};

export function sessionOf(parts: SessionParts): SessionConclusion {
  const { known, quarantine, items, waiting, ending, leadScore } = parts;
  const started = startsOf(known);
  const about = started.at(-1)?.fact.data;
  const startedAt = waiting?.since ?? startOf(parts, started);
  const lastAt = known.all.at(-1)?.at ?? startedAt;
  const endedAt = ending && ending.at >= startedAt ? ending.at : ending ? lastAt : null;
  const talk = talkOf(known, quarantine, endedAt ?? lastAt);
  const words = lastWordsOf(known, items, ending);
  return {
    personKey: parts.personKey,
    agentName: about?.agent.name ?? '',
    agentVersion: about?.agent.version ?? '',
    configVersion: about?.agent.configVersion ?? '',
    channel:
      started.findLast(({ fact }) => fact.data.channel !== 'unknown')?.fact.data.channel ??
      waiting?.channel ??
      'unknown',
    ...facetsOf(known, started),
    status: ending ? 'ended' : 'active',
    waiting: waiting?.isGoingOn ?? false,
    linkedTo: waiting?.linkedTo ?? '',
    listed: waiting?.isListed ?? true,
    startedAt,
    endedAt,
    durationMs: endedAt === null ? null : Math.max(0, endedAt - startedAt),
    endReason: ending?.reason ?? '',
    endedBy: ending?.by ?? '',
    ...countsOf(parts),
    callerTalkMs: talk.callerMs,
    agentTalkMs: talk.agentMs,
    lastCallerWords: words.caller,
    lastAgentWords: words.agent,
    lastAgentWordsCut: words.agentCut,
    cutOff: words.caller !== '' || words.agentCut !== '',
    signalsKnown: parts.signalsKnown,
    signalsAsked: about?.signals?.length ?? null,
    leadScore: leadScore?.score ?? null,
    tier: leadScore?.tier ?? 'none',
    hot: leadScore?.hot ?? false,
    meetings: known.of('meeting.booked').filter(({ fact }) => fact.data.success).length,
    cost: null,
    complete: isComplete(parts.books, waiting !== null),
    emulated: [...new Set(started.flatMap(({ fact }) => fact.data.emulated ?? []))].toSorted(),
    lastEventAt: newestOf(known, parts.deadLetters),
    heartbeatMs: known.of('producer.beat').at(-1)?.fact.data.intervalMs ?? 0,
    closingEventId: ending?.eventId ?? '',
  };
}

const ROADS: readonly string[] = ['webhook', 'upload', 'import', 'collector'];
const roadOf = ({ fact }: Seen<'call.started'>) => ROADS.indexOf(fact.producer.kind);

/** Statements of the start, the best road last. */
function startsOf(known: Known): Seen<'call.started'>[] {
  return known.of('call.started').toSorted((a, b) => roadOf(a) - roadOf(b));
}

/** The earliest that the best road says; without any, the first event. */
function startOf({ known, quarantine, deadLetters }: SessionParts, started: Seen<'call.started'>[]): number {
  const best = Math.max(-1, ...started.map(roadOf));
  const stated = started.flatMap((one) => {
    const at = quarantine.trusted(one, 'startedAt', one.fact.data.startedAt);
    return at !== null && roadOf(one) === best ? [at] : [];
  });
  if (stated.length > 0) return Math.min(...stated);
  return known.all[0]?.at ?? (deadLetters.length > 0 ? Math.min(...deadLetters.map(({ at }) => at)) : 0);
}

function newestOf(known: Known, deadLetters: readonly DeadLetter[]): number {
  const times = [...known.all.map(({ brokerAt }) => brokerAt), ...deadLetters.map(({ at }) => at)];
  return times.reduce((newest, at) => Math.max(newest, at), 0);
}

function countsOf({ known, items, turns }: SessionParts) {
  const agentItems = items.filter(({ fact }) => fact.data.role === 'assistant');
  return {
    turns: turns.filter(({ turn }) => turn > 0).length,
    callerItems: items.filter(({ fact }) => fact.data.role === 'user').length,
    agentItems: agentItems.length,
    interruptions: agentItems.filter(({ fact }) => fact.data.interrupted && !fact.data.cutOff).length,
    errors: known.of('error.raised').filter((error) => !error.fact.data.recoverable && !isTakenOver(known, error))
      .length,
    fallbacks: known.of('fallback.switched').filter(({ fact }) => !fact.data.available).length,
  };
}

/** A fallback adapter forwards the error of a component as unrecoverable, and goes on with the next. */
const TAKE_OVER_MS = 5_000;

function isTakenOver(known: Known, { fact, at }: Seen<'error.raised'>): boolean {
  const isSame = (other: FactData<'fallback.switched'>) => !other.available && other.kind === fact.data.source;
  return known
    .of('fallback.switched')
    .some((other) => isSame(other.fact.data) && Math.abs(other.at - at) <= TAKE_OVER_MS);
}

/**
 * Every producer of ours that counts has closed, and nothing of it is missing, refused or unread. Of a caller who waited alone
 * nobody counts; and what a page states is the caller's: its books are shown, and no judgement rests on them.
 */
function isComplete(books: Book[], waitsAlone: boolean): boolean {
  const counted = books.filter(({ state, producerKind }) => state !== 'uncounted' && producerKind !== 'page');
  return (
    (counted.length > 0 || waitsAlone) &&
    counted.every(({ state, declaredGaps }) => state === 'balanced' && declaredGaps === 0) &&
    books.every(({ deadLettered }) => deadLettered === 0)
  );
}
