import type { FoundSignal } from '../../results.ts';
import { ownNames } from '../competitors/named.ts';
import type { Claim, Turn } from '../find/claim.ts';
import { HINT, leftTools } from '../find/tool.ts';
import type { Talk } from '../talk.ts';
import { lastClaim } from './last.ts';

/** What is slightly told counts where nothing else is, and only when it is told twice. */
const HINTS = 2;

/** The tool that stands: none that he has left since, and not the product that the agent speaks for ("Hello, this is SignWell"). */
export function standingTool(claims: readonly Claim[], turns: readonly Turn[], talk: Talk): FoundSignal | undefined {
  const own = ownNames(talk);
  const left = (name: string, item: number) =>
    turns.some((turn) => turn.said.item > item && leftTools(turn).includes(name));
  const able = claims.filter(({ value, item }) => typeof value !== 'string' || (!own.has(value) && !left(value, item)));
  const isMade = able.some(({ strength }) => strength > HINT);
  const hints = able.filter(({ strength }) => strength === HINT);
  return isMade || hints.length >= HINTS ? lastClaim(able) : undefined;
}
