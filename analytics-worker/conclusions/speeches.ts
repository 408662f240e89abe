import type { Known, Seen } from './facts.ts';
import { createdAt } from './items.ts';

/** One answer of the agent, from the model calls to what was played. */
export type Speech = {
  /** Its own id first, then those of handles that follow it (a realtime model's reply after a tool). */
  ids: string[];
  /** When it is first heard of. */
  at: number;
  source: 'say' | 'generate_reply' | 'tool_response' | null;
  eou: Seen<'metrics.eou'> | null;
  llm: Seen<'metrics.llm'>[];
  tts: Seen<'metrics.tts'>[];
  tools: Seen<'tool.executed'>[];
  items: Seen<'item.committed'>[];
  playStarts: Seen<'playout.started'>[];
  playEnds: Seen<'playout.finished'>[];
  finished: Seen<'speech.finished'> | null;
};

/** All speeches by each of their ids. */
export function speechesOf(known: Known, items: readonly Seen<'item.committed'>[]): Map<string, Speech> {
  const rootOf = rootsOf(known);
  const speeches = new Map<string, Speech>();

  const named = (id: string | undefined, at: number): Speech | undefined => {
    if (!id) return undefined;
    const root = rootOf(id);
    const speech = speeches.get(root) ?? emptySpeech(root, at);
    if (!speech.ids.includes(id)) speech.ids.push(id);
    for (const each of speech.ids) speeches.set(each, speech);
    speech.at = Math.min(speech.at, at);
    return speech;
  };

  for (const one of known.of('speech.created')) {
    const speech = named(one.fact.data.speechId, one.at);
    if (speech) speech.source ??= one.fact.data.source;
  }
  for (const one of known.of('speech.finished')) {
    const speech = named(one.fact.data.speechId, one.at);
    if (speech) speech.finished = one;
  }
  for (const one of known.of('metrics.eou')) {
    const speech = named(one.fact.data.speechId, one.at);
    if (speech) speech.eou ??= one;
  }
  for (const one of known.of('metrics.llm')) named(one.fact.data.speechId, one.at)?.llm.push(one);
  for (const one of known.of('metrics.tts')) named(one.fact.data.speechId, one.at)?.tts.push(one);
  for (const one of known.of('tool.executed')) named(one.fact.data.speechId, one.at)?.tools.push(one);
  for (const one of known.of('playout.started')) named(one.fact.data.speechId, one.at)?.playStarts.push(one);
  for (const one of known.of('playout.finished')) named(one.fact.data.speechId, one.at)?.playEnds.push(one);
  addItems(speeches, items, named);
  return speeches;
}

/** An item names its speech, or the speech names its items when it is over; else it is of the speech begun last. */
function addItems(
  speeches: Map<string, Speech>,
  items: readonly Seen<'item.committed'>[],
  named: (id: string | undefined, at: number) => Speech | undefined,
): void {
  const byItem = new Map<string, Speech>();
  for (const speech of new Set(speeches.values())) {
    for (const id of speech.finished?.fact.data.itemIds ?? []) byItem.set(id, speech);
  }
  for (const item of items) {
    const { speechId, itemId, role } = item.fact.data;
    if (role !== 'assistant') continue;
    const speech = named(speechId, item.at) ?? byItem.get(itemId) ?? begunBefore(speeches, createdAt(item));
    speech?.items.push(item);
  }
}

function begunBefore(speeches: Map<string, Speech>, at: number): Speech | undefined {
  const begun = [...new Set(speeches.values())].filter(
    (speech) => speech.source !== null && speech.at <= at && !speech.finished?.fact.data.itemIds.length,
  );
  return begun.toSorted((a, b) => a.at - b.at).at(-1);
}

function rootsOf(known: Known): (id: string) => string {
  const parents = new Map<string, string>();
  for (const { fact } of known.of('speech.created')) {
    if (fact.data.parentSpeechId) parents.set(fact.data.speechId, fact.data.parentSpeechId);
  }
  return (id) => {
    const passed = new Set([id]);
    for (let parent = parents.get(id); parent && !passed.has(parent); parent = parents.get(parent)) passed.add(parent);
    return [...passed].at(-1) ?? id;
  };
}

function emptySpeech(id: string, at: number): Speech {
  return {
    ids: [id],
    at,
    source: null,
    eou: null,
    llm: [],
    tts: [],
    tools: [],
    items: [],
    playStarts: [],
    playEnds: [],
    finished: null,
  };
}

/**
 * True when somebody may have heard it. A speculative generation has no end of turn, no item and no playout: it cost
 * money and belongs to no turn.
 */
export function isReal(speech: Speech): boolean {
  if (speech.eou || speech.items.length > 0 || speech.playStarts.length > 0) return true;
  return speech.source === 'say';
}
