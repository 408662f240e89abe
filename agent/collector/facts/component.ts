import type { FactData } from '../../../events/catalogue.ts';
import { text } from './job.ts';
import { label } from './values.ts';

type Model = NonNullable<FactData<'call.started'>['models']>['llm'];

/** Provider and model of a recogniser, model or synthesiser. */
export function modelOf(component: unknown): Model {
  if (typeof component !== 'object' || component === null) return undefined;
  return { provider: named(text(component, 'provider')), model: named(text(component, 'model')) };
}

/** A component by provider and model, for two of one plugin share their label; by its label where it has neither. */
export function nameOf(component: unknown): string | undefined {
  const { provider, model } = modelOf(component) ?? {};
  const name = [provider, model].filter(Boolean).join(' ');
  return name === '' ? labelOf(component) : label(name);
}

/** `label` is a property of recognisers and synthesisers, and a method of models. */
function labelOf(component: unknown): string | undefined {
  if (typeof component !== 'object' || component === null) return undefined;
  const value: unknown = Reflect.get(component, 'label');
  const found: unknown = typeof value === 'function' ? Reflect.apply(value, component, []) : value;
  return typeof found === 'string' ? label(found) : undefined;
}

/** What a component without a name of its own calls itself. */
function named(value: string | undefined): string | null {
  return value === undefined || value === 'unknown' ? null : value;
}
