import type { SignalDefinition } from '../../../events/signals.ts';
import type { FoundSignal } from '../results.ts';
import type { Mention } from './mentions.ts';

type Found = Record<string, FoundSignal>;

/**
 * Everything that was said of each signal, in the order of the call, as what holds in the end: the last value counts and
 * keeps what it replaced; of a list what was named and not taken back.
 */
export function settleSignals(mentions: readonly Mention[], definitions: readonly SignalDefinition[]): Found {
  const found: Found = {};
  for (const { name, type } of definitions) {
    const said = inOrder(mentions.filter((mention) => mention.name === name));
    const settled = type === 'list' ? settleList(said) : settleLast(said);
    if (settled) found[name] = settled;
  }
  return found;
}

/** Parts of a long call overlap: the same words about the same value are one mention. */
function inOrder(mentions: readonly Mention[]): Mention[] {
  const once = new Map(mentions.map((mention) => [keyOf(mention), mention]));
  return [...once.values()].toSorted((a, b) => a.evidence.item - b.evidence.item);
}

function keyOf({ value, withdrawn, evidence }: Mention): string {
  return JSON.stringify([evidence.item, value, withdrawn]);
}

function settleLast(said: readonly Mention[]): FoundSignal | undefined {
  const last = said.at(-1);
  if (!last || last.withdrawn) return undefined;
  const [same, before] = split(said, (mention) => !mention.withdrawn && mention.value === last.value);
  const history = before.filter(({ withdrawn }) => !withdrawn).map(({ value, evidence }) => ({ value, evidence }));
  const range = same.findLast((mention) => mention.range)?.range;
  return { value: last.value, ...proofs(same), history, ...(range ? { range } : {}) };
}

function settleList(said: readonly Mention[]): FoundSignal | undefined {
  const lasts = new Map(said.map((mention) => [mention.value, mention]));
  const [held, gone] = split(said, ({ value }) => lasts.get(value)?.withdrawn === false);
  if (held.length === 0) return undefined;
  const history = gone
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ value, evidence }) => ({ value: [value], evidence }));
  const named = held.filter(({ withdrawn }) => !withdrawn);
  return { value: [...new Set(named.map(({ value }) => value))], ...proofs(named), history };
}

function proofs(mentions: readonly Mention[]): Pick<FoundSignal, 'evidence' | 'confirmed'> {
  return {
    evidence: mentions.flatMap(({ evidence, confirmation }) => (confirmation ? [evidence, confirmation] : [evidence])),
    confirmed: mentions.some(({ confirmation }) => confirmation !== undefined),
  };
}

function split<T>(all: readonly T[], fits: (one: T) => boolean): [T[], T[]] {
  return [all.filter(fits), all.filter((one) => !fits(one))];
}
