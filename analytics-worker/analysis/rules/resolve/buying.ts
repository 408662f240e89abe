import type { FoundSignal, Outcome } from '../../results.ts';
import { isPrank, isSeller, isStranger } from '../outcome/stranger.ts';
import type { Talk } from '../talk.ts';

/** Who needs help, or somebody else, buys nothing: his haste and who decides are of other things. */
const HELP = new Set<Outcome['outcome']>(['support_resolved', 'support_unresolved']);
const OF_PURCHASE = new Set(['decision_timeline', 'urgency', 'budget_authority']);
/** Who wanted somebody else, or wants to sell, tells of himself only who he is. */
const OF_HIMSELF = new Set(['industry', 'location', 'team_size']);
/** Meetings and promises are made with buyers, whoever they seemed to be at first. */
const BOUGHT = new Set<Outcome['outcome']>(['meeting', 'follow_up']);

/** The signals that a call of this outcome tells. */
export function signalsOf(
  signals: Record<string, FoundSignal>,
  { outcome }: Outcome,
  talk: Talk,
): Record<string, FoundSignal> {
  if (isPrank(talk) || (!BOUGHT.has(outcome) && isStranger(talk))) return {};
  const isSales = !BOUGHT.has(outcome) && isSeller(talk);
  const tells = (name: string, { value }: FoundSignal): boolean => {
    // "A crew of nine standing round" waits for what he meant to order, and none of them would use this.
    if (outcome === 'wrong_number') return name !== 'team_size' && OF_HIMSELF.has(name);
    if (isSales) return OF_HIMSELF.has(name);
    // A customer does it with the product, whatever he does by hand beside it.
    return !HELP.has(outcome) || !(OF_PURCHASE.has(name) || (name === 'current_tool' && value === 'manual'));
  };
  return Object.fromEntries(Object.entries(signals).filter(([name, signal]) => tells(name, signal)));
}
