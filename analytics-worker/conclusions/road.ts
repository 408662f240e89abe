import type { Fact, FactType } from '../../events/catalogue.ts';
import type { ProducerKind } from '../../events/ids.ts';
import type { Seen } from './facts.ts';

/**
 * The same call may be reported over several roads. Conclusions read the best of each fact: collector before import
 * before an upload's report before its live spans. The choice is made when reading; nothing is deleted.
 */
export function chooseRoad(all: readonly Seen[]): Seen[] {
  const best = new Map<string, Fact>();
  for (const { fact } of all) {
    const entity = entityOf(fact);
    const leading = entity && best.get(entity.key);
    if (entity && (!leading || precedes(fact, leading))) best.set(entity.key, fact);
  }
  const chosen = all.filter(({ fact }) => {
    const entity = entityOf(fact);
    const leading = entity && best.get(entity.key);
    return !entity || !leading || isOfSameRoad(fact, leading, entity.shared);
  });
  return withoutSuperseded(chosen);
}

function precedes(a: Fact, b: Fact): boolean {
  return rankOf(a) > rankOf(b) || (rankOf(a) === rankOf(b) && a.producer.instance < b.producer.instance);
}

/** Of two uploads that tell of the same thing one is enough; two collectors of a call each saw a part of it. */
function isOfSameRoad(fact: Fact, leading: Fact, shared: boolean): boolean {
  if (rankOf(fact) !== rankOf(leading)) return false;
  return !shared || fact.producer.kind !== 'upload' || fact.producer.instance === leading.producer.instance;
}

const ROAD_RANK: Partial<Record<ProducerKind, number>> = { collector: 3, import: 2, upload: 1 };

function rankOf(fact: Fact): number {
  return 2 * (ROAD_RANK[fact.producer.kind] ?? 0) + (fact.final === false ? 0 : 1);
}

/** Facts that every road adds to, and so are all kept. */
const ADDED: ReadonlySet<FactType> = new Set<FactType>([
  'call.started',
  'call.updated',
  'call.ended',
  'consent.stated',
  'recording.made',
  'connection.sampled',
  'producer.beat',
  'producer.gap',
  'producer.closed',
  'producer.degraded',
]);

/** `shared`: the key is an id that every road gives the same thing; else it is all facts of the type. */
type Entity = { key: string; shared: boolean };

/** What a fact tells of. Undefined: kept always. */
function entityOf(fact: Fact): Entity | undefined {
  if (ADDED.has(fact.type) || ROAD_RANK[fact.producer.kind] === undefined) return undefined;
  switch (fact.type) {
    case 'item.committed':
      return { key: `item ${fact.data.itemId}`, shared: true };
    case 'tool.executed':
      return { key: `tool ${fact.data.toolCallId}`, shared: true };
    case 'metrics.llm':
    case 'metrics.tts':
    case 'metrics.realtime':
      return { key: `${fact.type} ${fact.data.requestId}`, shared: true };
    default:
      return { key: fact.type, shared: false };
  }
}

/** A live span gives the same speech start as the report's item, to the millisecond, and has no item id. */
const SAME_START_MS = 5;

function withoutSuperseded(chosen: Seen[]): Seen[] {
  const finals = chosen.flatMap(({ fact }) =>
    fact.type === 'item.committed' && fact.final !== false ? [fact.data] : [],
  );
  return chosen.filter(({ fact }) => {
    if (fact.type !== 'item.committed' || fact.final !== false) return true;
    const { role, startedSpeakingAt, text } = fact.data;
    return !finals.some(
      (item) =>
        item.role === role &&
        (startedSpeakingAt === undefined || item.startedSpeakingAt === undefined
          ? item.text === text
          : Math.abs(item.startedSpeakingAt - startedSpeakingAt) <= SAME_START_MS),
    );
  });
}
