import type { Known, Seen } from './facts.ts';
import { createdAt, itemsOf, type Item } from './items.ts';
import { isReal, speechesOf, type Speech } from './speeches.ts';

/** What belongs to one turn: what the caller said, and the answer that came of it. */
export type Exchange = {
  /** 0 is the greeting. */
  turn: number;
  /** When it begins, for telling what comes after it from what came before. */
  from: number;
  eou: Seen<'metrics.eou'> | null;
  callerItems: Item[];
  agentItems: Item[];
  /** What was said while the answer was waited for, or in its place, and ships as audio. */
  shipped: Item[];
  /** The speech that the caller's words led to, and what else was said until he spoke again. */
  answers: Speech[];
  also: Speech[];
  /** The line went dead while the caller spoke: his words are no item. */
  callerCutOff: boolean;
};

/** An end of turn is reported right before the caller's item of that turn is committed. */
const EOU_BEFORE_ITEM_MS = 2_000;
/** A typed turn's speech may be created a moment before its item. */
const SPEECH_BEFORE_ITEM_MS = 50;

/** The call's exchanges in order. Speculative generations are in none. */
export function exchangesOf(known: Known): Exchange[] {
  const all = itemsOf(known);
  const items = all.filter(({ fact }) => !fact.data.shipped);
  const speeches = speechesOf(known, items);
  const callerItems = items.filter(({ fact }) => fact.data.role === 'user');
  const agentItems = items.filter(({ fact }) => fact.data.role === 'assistant');
  const opened = [...open(known, callerItems, speeches), ...cutOffWords(known, callerItems)];
  opened.sort((a, b) => a.from - b.from);

  const greeting = exchange(-Infinity);
  const exchanges = [greeting, ...opened];
  const byTime = (at: number) => exchanges.findLast(({ from }) => from <= at) ?? greeting;
  const answered = new Map(exchanges.flatMap((each) => each.answers.map((speech) => [speech, each] as const)));

  for (const speech of new Set(speeches.values())) {
    if (!answered.has(speech) && isReal(speech)) byTime(beginOf(speech)).also.push(speech);
  }
  const speaker = new Map(
    [...speeches.values()].flatMap((speech) => speech.items.map((item) => [item, speech] as const)),
  );
  for (const item of agentItems) {
    const speech = speaker.get(item);
    const owner = exchanges.find((each) => speech && [...each.answers, ...each.also].includes(speech));
    (owner ?? byTime(createdAt(item))).agentItems.push(item);
  }
  for (const item of all) if (item.fact.data.shipped) byTime(createdAt(item)).shipped.push(item);
  return numbered(joined(exchanges));
}

function beginOf(speech: Speech): number {
  const [first] = speech.items;
  return first ? createdAt(first) : speech.at + SPEECH_BEFORE_ITEM_MS;
}

/** One exchange for each end of turn and each item of the caller, an item with the end of turn that led to it. */
function open(known: Known, callerItems: Item[], speeches: Map<string, Speech>): Exchange[] {
  const opened: Exchange[] = known.of('metrics.eou').map((eou) => {
    const speech = speeches.get(eou.fact.data.speechId ?? '');
    return { ...exchange(eou.at), eou, answers: speech ? [speech] : [] };
  });
  for (const item of callerItems.toSorted((a, b) => a.at - b.at)) {
    const own = speeches.get(item.fact.data.speechId ?? '');
    const match = opened.find((each) => each.callerItems.length === 0 && leadsTo(each, item, own));
    if (match) {
      match.callerItems.push(item);
      match.from = Math.min(match.from, createdAt(item));
    } else {
      opened.push({ ...exchange(createdAt(item)), callerItems: [item], answers: own ? [own] : [] });
    }
  }
  return opened;
}

function leadsTo({ eou, answers }: Exchange, item: Item, own: Speech | undefined): boolean {
  if (!eou) return false;
  if (own) return answers.includes(own);
  return eou.at <= item.at && item.at - eou.at <= EOU_BEFORE_ITEM_MS;
}

/** The caller's last words, when the line went dead before they became an item. */
function cutOffWords(known: Known, callerItems: Item[]): Exchange[] {
  const words = known.of('caller.transcribed').findLast(({ fact }) => fact.data.cutOff);
  if (!words || callerItems.some((item) => item.at >= words.at)) return [];
  return [{ ...exchange(words.at), callerCutOff: true }];
}

/** Items that follow each other with no answer begun between them are one thing that the caller said. */
function joined(all: Exchange[]): Exchange[] {
  const result: Exchange[] = [];
  for (const each of all) {
    const last = result.at(-1);
    const waiting = last && last.from > -Infinity && !last.eou && isUnanswered(last) && last.callerItems.length > 0;
    if (waiting && each.callerItems.length > 0) {
      result[result.length - 1] = { ...each, from: last.from, callerItems: [...last.callerItems, ...each.callerItems] };
    } else {
      result.push(each);
    }
  }
  return result;
}

function isUnanswered({ answers, also, agentItems, shipped }: Exchange): boolean {
  return answers.length + also.length + agentItems.length + shipped.length === 0;
}

function numbered([greeting, ...others]: Exchange[]): Exchange[] {
  const turns = others.map((each, index) => ({ ...each, turn: index + 1 }));
  return greeting && !isUnanswered(greeting) ? [greeting, ...turns] : turns;
}

function exchange(from: number): Exchange {
  return {
    turn: 0,
    from,
    eou: null,
    callerItems: [],
    agentItems: [],
    shipped: [],
    answers: [],
    also: [],
    callerCutOff: false,
  };
}
