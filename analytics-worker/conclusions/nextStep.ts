import { asNumber, asWords, type Signal } from './signals.ts';

type Signals = ReadonlyMap<string, Signal>;
type Heard = {
  /** Whether a text signal has this value. */
  is(name: string, value: string): boolean;
  words(name: string): string[];
  number(name: string): number | null;
};
type Row = { when: (heard: Heard) => boolean; what: string };

/** What to do and by when: the first row that fits. The last fits always. */
const ACTIONS: readonly Row[] = [
  { when: ({ is }) => is('decision_timeline', 'this_week'), what: 'Call back today' },
  { when: ({ is }) => is('urgency', 'high'), what: 'Call back today' },
  { when: ({ is }) => is('decision_timeline', 'this_month'), what: 'Book a demo for this week' },
  { when: ({ is }) => is('decision_timeline', 'this_quarter'), what: 'Send a proposal this week' },
  { when: ({ is }) => is('decision_timeline', 'evaluating'), what: 'Send material and ask again in a month' },
  { when: ({ number }) => (number('team_size') ?? 0) >= 5, what: 'Call back tomorrow and ask when they decide' },
  { when: () => true, what: 'Write within two days and ask for what is not known yet' },
];

/** Why: every row that fits. */
const REASONS: readonly Row[] = [
  { when: ({ is }) => is('decision_timeline', 'this_week'), what: 'they decide this week' },
  { when: ({ is }) => is('decision_timeline', 'this_month'), what: 'they decide this month' },
  { when: ({ is }) => is('decision_timeline', 'this_quarter'), what: 'they decide this quarter' },
  { when: ({ is }) => is('decision_timeline', 'evaluating'), what: 'they are looking around' },
  { when: ({ is }) => is('urgency', 'high'), what: 'it is urgent' },
  { when: ({ is }) => is('budget_authority', 'decision_maker'), what: 'the caller is the one who decides' },
  { when: ({ is }) => is('budget_authority', 'needs_approval'), what: 'somebody else must approve, so ask who' },
  { when: ({ is }) => is('budget_authority', 'influencer'), what: 'somebody else picks, so ask who' },
];

/** Systems by the words of the signal, as their makers write them. */
const SYSTEMS: Record<string, string> = {
  salesforce: 'Salesforce',
  hubspot: 'HubSpot',
  pipedrive: 'Pipedrive',
  zoho: 'Zoho',
  dynamics: 'Dynamics',
  zapier: 'Zapier',
  api: 'API',
};
const NO_TOOL: readonly string[] = ['manual', 'none', 'paper', 'word', 'pdf'];
/** Longer is a sentence and no name. */
const MOST_TOOL_CHARACTERS = 60;

/** What sales should do next, as one imperative sentence, from the signals alone (docs/scoring.md). */
export function nextStepOf(signals: Signals): string {
  const heard = heardOf(signals);
  const action = ACTIONS.find(({ when }) => when(heard))?.what ?? '';
  const doing = listed([action, ...toShow(heard, signals.get('current_tool')?.value)]);
  const because = REASONS.filter(({ when }) => when(heard)).map(({ what }) => what);
  return because.length === 0 ? `${doing}.` : `${doing}: ${listed(because)}.`;
}

/** @param tool as the caller names it. */
function toShow({ words }: Heard, tool: unknown): string[] {
  const systems = words('integration_needs').flatMap((word) => (Object.hasOwn(SYSTEMS, word) ? SYSTEMS[word] : []));
  const name = typeof tool === 'string' && tool.length <= MOST_TOOL_CHARACTERS ? tool.trim() : '';
  const named = NO_TOOL.includes(name.toLowerCase()) ? '' : name;
  return [
    ...(systems.length > 0 ? [`show how it works with ${systems.join(' and ')}`] : []),
    ...(named ? [`compare it with ${named}`] : []),
  ];
}

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}

function heardOf(signals: Signals): Heard {
  const words = (name: string) => asWords(signals.get(name)?.value);
  return {
    words,
    is: (name, value) => words(name).includes(value),
    number: (name) => asNumber(signals.get(name)?.value),
  };
}
