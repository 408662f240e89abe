import { balanceOf } from './balance.ts';
import { itemsOf, passagesBy, whyNoTalk, type ScoredCall } from './call.ts';
import { effectivenessOf } from './effectiveness.ts';
import { endingOf } from './ending.ts';
import { satisfactionOf } from './satisfaction.ts';
import { component, percentOf, weigh, type Measured, type WeighedScore } from './weigh.ts';

/** Raised when the same findings would give another result. */
export const QUALITY_VERSION = 1;

/** How good the conversation was, 0-10 (docs/analysis-scores.md). */
export function qualityOf(call: ScoredCall): WeighedScore {
  const components = [
    component('turn_balance', 0.1, balanceOf(call)),
    component('questions_asked', 0.1, askedOf(call)),
    component('active_listening', 0.1, listeningOf(call)),
    component('interruptions', 0.1, interruptionsOf(call)),
    component('dead_air', 0.1, deadAirShareOf(call)),
    component('natural_ending', 0.1, endingOf(call)),
    component('sentiment_progression', 0.15, progressionOf(call)),
    component('satisfaction', 0.1, satisfactionOf(call)),
    component('agent_effectiveness', 0.15, effectivenessOf(call)),
  ];
  return weigh(QUALITY_VERSION, components, whyNoTalk(call));
}

/** Share of the agent's messages that ask something, from which it asks enough. */
const ASKS_ENOUGH = 0.3;

/** Only an agent whose text has punctuation can be seen to ask. */
function askedOf(call: ScoredCall): Measured {
  const agent = itemsOf(call, 'agent');
  const found = new Set(passagesBy(call, 'agent', ['question']).map(({ item }) => item));
  const isReadable = found.size > 0 || agent.some(({ text }) => /[.?!]/.test(text));
  if (!isReadable) return { score: null, how: "the agent's text has no punctuation" };
  const asking = agent.filter(({ item, text }) => found.has(item) || text.includes('?')).length;
  return {
    score: (10 * asking) / agent.length / ASKS_ENOUGH,
    how: `${asking} of ${agent.length} messages of the agent ask something`,
  };
}

/** Share of the agent's answers that take up what was said, from which it listens well. */
const LISTENS_WELL = 0.3;

function listeningOf(call: ScoredCall): Measured {
  const answers = call.items.filter(({ role }, index) => role === 'agent' && call.items[index - 1]?.role === 'user');
  if (answers.length === 0) return { score: null, how: 'the agent answered nothing' };
  const found = new Set(passagesBy(call, 'agent', ['listening']).map(({ item }) => item));
  const listening = answers.filter(({ item }) => found.has(item)).length;
  return {
    score: (10 * listening) / answers.length / LISTENS_WELL,
    how: `${listening} of ${answers.length} answers take up what the caller said`,
  };
}

/** From this share of interrupted messages on, nothing is left. */
const ALL_INTERRUPTED = 0.3;

function interruptionsOf(call: ScoredCall): Measured {
  const agent = itemsOf(call, 'agent');
  const isTold = agent.some(({ interrupted }) => interrupted !== undefined);
  if (!isTold) return { score: null, how: 'the transcript does not tell of interruptions' };
  const cut = agent.filter(({ interrupted }) => interrupted).length;
  return {
    score: 10 * (1 - cut / agent.length / ALL_INTERRUPTED),
    how: `${cut} of ${agent.length} messages of the agent were interrupted`,
  };
}

/** Share of the call: up to `none` it does no harm, from `all` on nothing is left. */
const DEAD_AIR = { none: 0.05, all: 0.25 };

function deadAirShareOf({ times }: ScoredCall): Measured {
  const { deadAirMs = null, durationMs = null } = times ?? {};
  if (deadAirMs === null || durationMs === null || durationMs <= 0)
    return { score: null, how: 'the transcript has no times' };
  const share = deadAirMs / durationMs;
  return {
    score: (10 * (DEAD_AIR.all - share)) / (DEAD_AIR.all - DEAD_AIR.none),
    how: `${percentOf(share)} of the call nobody spoke`,
  };
}

const STEADY = 5;
/** So many points of sentiment are one point of the component. */
const SENTIMENT_POINTS = 5;

function progressionOf({ findings }: ScoredCall): Measured {
  const { segments } = findings.sentiment;
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last || segments.length < 2) return { score: null, how: 'the call is too short for a course' };
  return {
    score: STEADY + (last.score - first.score) / SENTIMENT_POINTS,
    how: `sentiment from ${Math.round(first.score)} to ${Math.round(last.score)}`,
  };
}
