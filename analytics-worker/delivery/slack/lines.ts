import type { Alert, Change, Correction, OutboxMessage, Reason } from '../../alerts/message.ts';
import { isLate } from '../../alerts/late.ts';
import { NO_AGENT } from '../../alerts/no-agent.ts';
import { redact } from '../redact.ts';
import { freeText, plain } from './escape.ts';

/** The parts of a message as one reads them, every text of a caller already harmless. */
export type Lines = {
  title: string;
  /** Score, tier, agent. */
  facts: string;
  /** One each. `quote` is empty where there is none. */
  points: { text: string; quote: string }[];
  nextStep: string;
  link: { url: string; label: string } | undefined;
  /** What one must know about this message itself. */
  remarks: string[];
};

export type RenderOptions = {
  /** Address of the dashboard without a slash at its end; without it there is no link. */
  publicUrl: string | undefined;
  /** An earlier request may have arrived: this one says so. */
  possiblyRepeated: boolean;
  /** When it is sent, epoch ms: it may have waited long since it was raised. */
  nowMs: number;
};

const MOST = { name: 80, agent: 60, value: 120, quote: 200, nextStep: 300, points: 10 };
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

export function linesOf(message: OutboxMessage, options: RenderOptions): Lines {
  if (message.rule === NO_AGENT) return noAgentLines(message, options);
  const { agent, standing, nextStep } = message;
  return {
    title: titleOf(message),
    facts: [
      message.kind === 'alert' ? scoreText(standing.score) : changeText(message),
      tierText(message),
      ...(agent ? [`agent ${plain(agent, MOST.agent)}`] : []),
    ].join(' · '),
    points: message.kind === 'alert' ? reasonsOf(message) : changesOf(message),
    nextStep: standing.hot ? freeText(nextStep, MOST.nextStep) : '',
    link: linkTo(message, options),
    remarks: remarksOf(message, options),
  };
}

/** A caller who waits has said nothing yet: who he is, and how long. */
function noAgentLines(message: OutboxMessage, options: RenderOptions): Lines {
  const seconds = Math.round((message.waitedMs ?? 0) / SECOND_MS);
  return {
    title: `A caller waits and no agent came: ${whoOf(message)}`,
    facts: `waited ${seconds} s when this was noticed`,
    points: [],
    nextStep: freeText(message.nextStep, MOST.nextStep),
    link: linkTo(message, options),
    remarks: remarksOf(message, options),
  };
}

function linkTo({ live, call, causedBy }: OutboxMessage, { publicUrl, nowMs }: RenderOptions): Lines['link'] {
  if (publicUrl === undefined) return undefined;
  const isLive = live && !isLate(causedBy, nowMs);
  return { url: `${publicUrl}/calls/${call}`, label: isLive ? 'Open the live call' : 'Open the call' };
}

function whoOf({ who }: OutboxMessage): string {
  const name = plain(who.name, MOST.name) || 'Unknown caller';
  const company = plain(who.company, MOST.name);
  return company ? `${name}, ${company}` : name;
}

function titleOf(message: OutboxMessage): string {
  const who = whoOf(message);
  if (message.kind === 'alert') return `Hot lead: ${who}`;
  return `Correction: ${message.standing.hot ? 'still a hot lead' : 'no longer a hot lead'}: ${who}`;
}

function scoreText(score: number | null): string {
  return score === null ? 'no score' : `score ${score} of 100`;
}

function changeText({ before, standing }: Correction): string {
  if (before.score === standing.score) return scoreText(standing.score);
  return `${scoreText(before.score)} → ${standing.score === null ? 'none' : standing.score} after the call`;
}

function tierText(message: OutboxMessage): string {
  const now = plain(message.standing.tier, MOST.agent);
  if (message.kind === 'alert' || message.before.tier === message.standing.tier) return now;
  return `${plain(message.before.tier, MOST.agent)} → ${now}`;
}

function reasonsOf({ reasons }: Alert): Lines['points'] {
  return reasons.slice(0, MOST.points).map(({ signal, value, points, maxPoints, quote }: Reason) => ({
    text: `${plain(signal, MOST.agent)}: ${shown(value)} (${points} of ${maxPoints} points)`,
    quote: quoted(quote),
  }));
}

function changesOf({ changed }: Correction): Lines['points'] {
  return changed.slice(0, MOST.points).map(({ signal, before, after, points, quote }: Change) => ({
    text: `${plain(signal, MOST.agent)}: ${shown(before)} → ${shown(after)} (${points > 0 ? '+' : ''}${points} points)`,
    quote: quoted(quote),
  }));
}

/** A signal's value is free text wherever it is text at all. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'number') return redact(String(value));
  return freeText(asText(value), MOST.value);
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function quoted(quote: string | null): string {
  const text = freeText(quote ?? '', MOST.quote);
  return text && `“${text}”`;
}

function remarksOf(message: OutboxMessage, { possiblyRepeated, nowMs }: RenderOptions): string[] {
  const minutes = Math.round((nowMs - message.causedBy.atMs) / MINUTE_MS);
  const late = message.kind === 'alert' && isLate(message.causedBy, nowMs);
  return [
    ...(late ? [`Late: this was said ${minutes} minutes before this message.`] : []),
    ...(possiblyRepeated ? ['May be a repeat: an earlier request was not answered.'] : []),
  ];
}
