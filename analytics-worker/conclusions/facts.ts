import type { Fact, FactOf, FactType } from '../../events/catalogue.ts';
import { groupBy } from '../../lib/group.ts';
import { chooseRoad } from './road.ts';
import type { StoredFact } from './types.ts';

/** A fact at the time that conclusions use: the producer's, or the broker's where the stated one cannot be true. */
export type Seen<Type extends FactType = FactType> = {
  fact: FactOf<Type>;
  at: number;
  brokerAt: number;
  atQuarantined: boolean;
};

/** What is known of a call: every fact once, in order of time, the best road of each chosen. */
export type Known = {
  /** All distinct facts, also those that a better road replaces. */
  all: readonly Seen[];
  of<Type extends FactType>(type: Type): readonly Seen<Type>[];
};

/** The same for any order and any repetition of the facts. */
export function knownOf(stored: readonly StoredFact[]): Known {
  const all = distinct(stored).map(seen).toSorted(inOrder);
  const byType = groupBy(chooseRoad(all), ({ fact }) => fact.type);
  return {
    all,
    of: <Type extends FactType>(type: Type) => (byType.get(type) ?? []) as Seen<Type>[],
  };
}

function distinct(stored: readonly StoredFact[]): StoredFact[] {
  const byId = new Map<string, StoredFact>();
  for (const one of stored) {
    const kept = byId.get(one.fact.id);
    if (!kept || precedes(one, kept)) byId.set(one.fact.id, one);
  }
  return [...byId.values()];
}

/** Of repeats the final one, then the one that the broker stored first; the text decides where they still tie. */
function precedes(a: StoredFact, b: StoredFact): boolean {
  const [aFinal, bFinal] = [a.fact.final !== false, b.fact.final !== false];
  if (aFinal !== bFinal) return aFinal;
  if (a.brokerAt !== b.brokerAt) return a.brokerAt < b.brokerAt;
  return JSON.stringify(a) < JSON.stringify(b);
}

function seen({ fact, brokerAt, atQuarantined = false }: StoredFact): Seen {
  return { fact, at: atQuarantined ? brokerAt : fact.at, brokerAt, atQuarantined };
}

function inOrder(a: Seen, b: Seen): number {
  return a.at - b.at || sameProducer(a.fact, b.fact) || (a.fact.id < b.fact.id ? -1 : 1);
}

function sameProducer(a: Fact, b: Fact): number {
  if (a.producer.instance !== b.producer.instance) return 0;
  return (a.producer.seq ?? 0) - (b.producer.seq ?? 0);
}
