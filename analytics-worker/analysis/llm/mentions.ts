import type { SignalDefinition } from '../../../events/signals.ts';
import type { Evidence } from '../transcript.ts';
import type { DropReason } from './proof.ts';
import { fitValue } from './values.ts';
import type { Keep } from './verify.ts';
import type { Answer } from './wire.ts';

/** One thing that was said of a signal; of a list one member. */
export type Mention = {
  name: string;
  value: unknown;
  /** He took it back. */
  withdrawn: boolean;
  evidence: Evidence;
  /** The caller's words that confirm the agent's. */
  confirmation?: Evidence;
  range?: [number, number];
};

type Check = { definitions: readonly SignalDefinition[]; keep: Keep; drop: (reason: DropReason) => void };

/** A claim about a signal, when its value fits the definition and the caller's words prove it; else nothing, counted. */
export function mentionsOf(claim: Answer['signals'][number], { definitions, keep, drop }: Check): Mention[] {
  const { name, withdrawn } = claim;
  const definition = definitions.find((one) => one.name === name);
  const value = definition && fitValue(definition, claim.value);
  const needsValue = !withdrawn || definition?.type === 'list';
  if (value === undefined && needsValue) {
    drop('wrong_value');
    return [];
  }
  const kept = keep(claim, 'confirmed');
  if (!kept) return [];
  const range = rangeAround(value, claim.range);
  return [value].flat().map((one) => ({ name, value: one, withdrawn, ...kept, ...(range ? { range } : {}) }));
}

function rangeAround(value: unknown, [low, high]: readonly number[]): [number, number] | undefined {
  if (typeof value !== 'number' || low === undefined || high === undefined) return undefined;
  return low < high && low <= value && value <= high ? [low, high] : undefined;
}
