import { createdAt } from './items.ts';
import type { Exchange } from './exchanges.ts';
import type { Known } from './facts.ts';
import { anchorOf, doubtHeard, heardOf, type Anchor, type Heard } from './heard.ts';
import { workOf, type Work } from './measured.ts';
import type { Quarantine } from './quarantine.ts';
import type { Excluded, Quarantined, Turn, TurnPart } from './types.ts';
import { exact, waterfallOf } from './waterfall.ts';

/** A turn with its waterfall, and what of it cannot be true. */
export type TurnConclusion = { turn: Turn; parts: TurnPart[]; quarantined: Quarantined[] };

export function turnsOf(
  known: Known,
  quarantine: Quarantine,
  exchanges: Exchange[],
  callEnded: boolean,
): TurnConclusion[] {
  const anchors = exchanges.map((exchange) => anchorOf(quarantine, exchange));
  const begins = exchanges.map((exchange, index) => decidedAt(anchors[index]) ?? exchange.from);
  return exchanges.map((exchange, index) => {
    const anchor = anchors[index] ?? NO_ANCHOR;
    const next = exchanges[index + 1];
    const heard = heardOf(known, quarantine, exchange, begins[index] ?? exchange.from, begins[index + 1] ?? Infinity);
    const work = workOf(known, quarantine, exchange, next);
    return concludeTurn({ exchange, anchor, heard, work, isLast: next === undefined, callEnded });
  });
}

const NO_ANCHOR: Anchor = {
  at: null,
  eouDelayMs: null,
  transcriptionDelayMs: null,
  turnHookMs: null,
  quarantined: false,
};

function decidedAt(anchor: Anchor | undefined): number | null {
  return anchor?.at == null ? null : anchor.at + (anchor.eouDelayMs ?? 0);
}

type Found = {
  exchange: Exchange;
  anchor: Anchor;
  heard: Heard | null;
  work: Work;
  isLast: boolean;
  callEnded: boolean;
};

function concludeTurn(found: Found): TurnConclusion {
  const { exchange, anchor, heard, work } = found;
  const waited = anchor.at === null || heard === null ? null : exact(heard.at - anchor.at);
  const doubt = waited === null || heard === null ? undefined : doubtHeard(waited, heard);
  const heardMs = doubt ? null : waited;
  const parts = heardMs === null || heard === null ? [] : waterfallOf(exchange.turn, anchor, heard.at, work);
  const llmTtftMs = work.calls.find(({ ttftMs }) => ttftMs !== null)?.ttftMs ?? reported(exchange, 'llmTtftMs');
  const ttsTtfbMs = work.synthesis[0]?.ttfbMs ?? reported(exchange, 'ttsTtfbMs');
  const turn: Turn = {
    turn: exchange.turn,
    ...membersOf(exchange),
    startedAt: startOf(exchange),
    anchorAt: anchor.at,
    heardAt: heard?.at ?? null,
    heardMs,
    heardBasis: heardMs === null ? '' : 'agent_playout',
    heardCallerMs: null,
    eouDelayMs: anchor.eouDelayMs,
    transcriptionDelayMs: anchor.transcriptionDelayMs,
    turnHookMs: anchor.turnHookMs,
    llmTtftMs,
    ttsTtfbMs,
    totalLatencyMs: total(anchor.eouDelayMs, llmTtftMs, ttsTtfbMs),
    unexplainedMs: heardMs === null ? null : unexplained(parts),
    toolCalls: work.tools.length,
    modelCalls: work.calls.length,
    interrupted: isInterrupted(exchange),
    cancelled: isCancelled(found),
    excluded: excludedBecause(found, doubt !== undefined),
  };
  return { turn, parts, quarantined: doubt ? [doubt] : [] };
}

function membersOf({ answers, also, callerItems, agentItems, shipped }: Exchange) {
  return {
    speechIds: [...answers, ...also].flatMap(({ ids }) => ids),
    callerItemIds: callerItems.map(({ fact }) => fact.data.itemId),
    agentItemIds: [...agentItems, ...shipped].map(({ fact }) => fact.data.itemId),
  };
}

function startOf({ from, answers, also, callerItems, agentItems }: Exchange): number {
  const times = [from, ...[...callerItems, ...agentItems].map(createdAt), ...[...answers, ...also].map(({ at }) => at)];
  return Math.min(...times.filter(Number.isFinite));
}

function reported({ agentItems }: Exchange, field: 'llmTtftMs' | 'ttsTtfbMs'): number | null {
  const values = agentItems.map(({ fact }) => fact.data.reported?.[field]);
  return values.find((value) => value !== undefined && value >= 0) ?? null;
}

function total(...parts: (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}

function unexplained(parts: TurnPart[]): number {
  return parts.reduce((sum, { part, durationMs }) => (part === 'unexplained' ? sum + durationMs : sum), 0);
}

function isInterrupted({ agentItems, answers }: Exchange): boolean {
  if (agentItems.some(({ fact }) => fact.data.interrupted)) return true;
  return answers.some(({ playEnds }) => playEnds.some(({ fact }) => fact.data.interrupted));
}

function isAnswered({ exchange, heard }: Found): boolean {
  return heard !== null || exchange.agentItems.length > 0;
}

function isCancelled(found: Found): boolean {
  const { answers } = found.exchange;
  if (isAnswered(found) || answers.length === 0) return false;
  return !found.isLast || found.work.cancelled || answers.some(({ finished }) => finished?.fact.data.interrupted);
}

function excludedBecause(found: Found, doubtful: boolean): Excluded {
  const { exchange, anchor, heard, isLast, callEnded } = found;
  if (exchange.turn === 0) return 'greeting';
  const leftAlone = isLast && callEnded && !isAnswered(found) && exchange.shipped.length === 0;
  if (exchange.callerCutOff || leftAlone) return 'cut_off';
  if (anchor.quarantined || doubtful) return 'quarantined';
  if (anchor.at === null) return 'no_anchor';
  return heard === null ? 'not_heard' : '';
}
