import type { PartName } from '../../../api/types.ts';

/** What the wire calls things, in the words of the pages. An unknown word is shown as it came, without underscores. */
const WORDS: Record<string, string> = {
  web: 'Web',
  phone_inbound: 'Phone, inbound',
  phone_outbound: 'Phone, outbound',
  unknown: 'Unknown',
  tier_1: 'Tier 1',
  tier_2: 'Tier 2',
  none: 'No tier',
  caller_hung_up: 'Caller hung up',
  line_lost: 'Line went dead',
  agent_never_came: 'No agent came',
  agent_hung_up: 'Agent hung up',
  agent_ended: 'Agent hung up',
  agent_lost: 'Agent lost',
  transferred: 'Transferred',
  slack_webhook: 'Slack',
  slack_bot: 'Slack',
  printed: 'Printed',
  email: 'E-mail',
  crm: 'CRM',
};

export function inWords(wire: string): string {
  return WORDS[wire] ?? sentence(wire.replaceAll(/[._]/g, ' '));
}

/** How a call ended; of who left in the middle of a sentence, his or the agent's, that is said. */
export function endWords({ endReason, cutOff }: { endReason: string; cutOff: boolean }): string {
  return cutOff && endReason === 'caller_hung_up' ? 'Hung up in mid-sentence' : inWords(endReason || 'unknown');
}

/** With a capital. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The nine parts of what a caller waits for, in the order in which they happen. */
export const PARTS: readonly { name: PartName; label: string }[] = [
  { name: 'end_of_turn', label: 'Wait for end of turn' },
  { name: 'transcription', label: 'Transcription' },
  { name: 'turn_hook', label: 'Turn hook' },
  { name: 'model', label: 'Model' },
  { name: 'tool', label: 'Tool' },
  { name: 'sentence', label: 'First sentence' },
  { name: 'synthesis', label: 'Speech' },
  { name: 'playout', label: 'Playout' },
  { name: 'unexplained', label: 'Unexplained' },
];

export function partLabel(name: PartName): string {
  return PARTS.find((part) => part.name === name)?.label ?? name;
}

/** Words of the wire, as this_week; what a caller said never looks like it. */
const WIRE_WORD = /^[a-z]+(_[a-z0-9]+)+$/;

/** A text of the wire, as an alert's, with its wire words in plain ones; addresses in it stay. */
export function plainText(text: string): string {
  return text.replaceAll(/(?<=^|\s)[a-z]+(?:_[a-z0-9]+)+(?=[\s:,.]|$)/gm, (word) => word.replaceAll('_', ' '));
}

/** A signal's value as text: lists with commas, numbers grouped, yes and no. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return new Intl.NumberFormat('en').format(value);
  if (typeof value === 'string') return WIRE_WORD.test(value) ? value.replaceAll('_', ' ') : value;
  if (Array.isArray(value)) return value.map(formatValue).join(', ');
  return JSON.stringify(value);
}
