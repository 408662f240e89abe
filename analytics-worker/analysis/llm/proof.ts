import type { Evidence, Item, Role } from '../transcript.ts';
import { isAddressedToMachine } from './addressed.ts';
import type { Quotes } from './quotes.ts';

/** Why a claim was thrown away. */
export const dropReasons = ['unknown_quote', 'wrong_speaker', 'unconfirmed', 'to_machine', 'wrong_value'] as const;
export type DropReason = (typeof dropReasons)[number];

/** Whose words prove a claim; `confirmed`: the caller's, or the agent's when the caller says yes to them. */
export type Speaker = Role | 'any' | 'confirmed';

export type Claim = Evidence & { confirmation?: Evidence | null };
export type Proved = { evidence: Evidence; confirmation?: Evidence };

export type Prove = (claim: Claim, speaker: Speaker) => Proved | { dropped: DropReason };

/** An answer that begins so takes back what the agent put to him, whatever the model made of it. */
const DENIAL =
  /^(no|nope|nah|not|never|wrong|incorrect)\b(?! (problem|worries|exactly|that's right|you're right|yeah|yes))/;

export function openProofs(items: readonly Item[], quotes: Quotes): Prove {
  const byNumber = new Map(items.map((item) => [item.item, item]));
  const answerTo = (number: number) => items.find(({ item, role }) => item > number && role === 'user')?.item;

  const confirm = (agentItem: number, confirmation: Evidence | null | undefined): Evidence | undefined => {
    const found = confirmation ? quotes.find(confirmation) : undefined;
    if (found === undefined || found.item !== answerTo(agentItem)) return undefined;
    const answer = byNumber.get(found.item)?.text.trim().toLowerCase() ?? '';
    return DENIAL.test(answer) ? undefined : found;
  };

  return (claim, speaker) => {
    const evidence = quotes.find(claim);
    const said = evidence && byNumber.get(evidence.item);
    if (!said) return { dropped: 'unknown_quote' };
    if (said.role === 'user' && isAddressedToMachine(said.text, evidence.quote)) return { dropped: 'to_machine' };
    if (speaker === 'any' || said.role === (speaker === 'confirmed' ? 'user' : speaker)) return { evidence };
    if (speaker !== 'confirmed') return { dropped: 'wrong_speaker' };
    const confirmation = confirm(evidence.item, claim.confirmation);
    return confirmation ? { evidence, confirmation } : { dropped: 'unconfirmed' };
  };
}
