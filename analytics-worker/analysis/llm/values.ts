import { signalValue, type SignalDefinition } from '../../../events/signals.ts';

/**
 * A claimed value as its definition has it: of a list one member for each, of listed words the listed spelling. Numbers
 * are not read out of words. Undefined when it does not fit.
 */
export function fitValue(definition: SignalDefinition, claimed: unknown): unknown {
  const asListed = (value: unknown) => spell(definition, value);
  const value = definition.type === 'list' ? [claimed].flat().map(asListed).filter(Boolean) : asListed(claimed);
  const fitting = signalValue(definition).safeParse(value);
  return fitting.success ? fitting.data : undefined;
}

function spell({ type, values }: SignalDefinition, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.trim();
  const listed = values?.find((allowed) => allowed.toLowerCase() === word.toLowerCase());
  return listed ?? (type === 'list' ? word.toLowerCase() : word);
}
