import { shortId } from './id.ts';

type Who = { personKey: string; name: string | null; company: string | null };

/** The best name that is known of a person. */
export function nameOf({ personKey, name, company }: Who): string {
  return name ?? company ?? `Unknown caller ${shortId(personKey)}`;
}
