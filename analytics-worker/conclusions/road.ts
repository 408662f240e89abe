import type { Fact, FactType } from '../../events/catalogue.ts';
import type { ProducerKind } from '../../events/ids.ts';
import type { Seen } from './facts.ts';

/**
 * The same call may be reported over several roads. Conclusions read the best of each fact: collector before import
 * before an upload's report before its live spans. The choice is made when reading; nothing is deleted.
 */
export function chooseRoad(all: readonly Seen[]): Seen[] {
  const best = new Map<string, number>();
  for (const one of all) {
    const key = entityOf(one.fact);
    if (key !== undefined) best.set(key, Math.max(best.get(key) ?? 0, rankOf(one.fact)));
  }
  const chosen = all.filter(({ fact }) => {
    const key = entityOf(fact);
    return key === undefined || best.get(key) === rankOf(fact);
  });
  return withoutSuperseded(chosen);
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

/** What a fact tells of: by its own id where roads share one, else all facts of the type. Undefined: kept always. */
function entityOf(fact: Fact): string | undefined {
  if (ADDED.has(fact.type) || ROAD_RANK[fact.producer.kind] === undefined) return undefined;
  switch (fact.type) {
    case 'item.committed':
      return `item ${fact.data.itemId}`;
    case 'tool.executed':
      return `tool ${fact.data.toolCallId}`;
    case 'metrics.llm':
    case 'metrics.tts':
    case 'metrics.realtime':
      return `${fact.type} ${fact.data.requestId}`;
    default:
      return fact.type;
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
