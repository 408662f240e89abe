import type { FoundSignal, Outcome } from '../../results.ts';

/** Who needs help, or somebody else, buys nothing: his haste and who decides are of other things. */
const NO_PURCHASE = new Set<Outcome['outcome']>(['support_resolved', 'support_unresolved', 'wrong_number']);
const OF_PURCHASE = new Set(['decision_timeline', 'urgency', 'budget_authority']);
/** Who wanted somebody else tells of himself only who he is. */
const OF_HIMSELF = new Set(['industry', 'location', 'team_size']);

/** The signals that a call of this outcome tells. */
export function signalsOf(signals: Record<string, FoundSignal>, { outcome }: Outcome): Record<string, FoundSignal> {
  if (!NO_PURCHASE.has(outcome)) return signals;
  const tells = (name: string): boolean => (outcome === 'wrong_number' ? OF_HIMSELF.has(name) : !OF_PURCHASE.has(name));
  return Object.fromEntries(Object.entries(signals).filter(([name]) => tells(name)));
}
