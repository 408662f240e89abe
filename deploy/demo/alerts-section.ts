import { whatOf, type AlertRow } from './alerts.ts';
import type { Named } from './calls-section.ts';
import { seconds, wrap } from './format.ts';

const LINE = 106;
const HOW_TO_SEND = [
  "  No Slack is set, so it was printed (worker.log) and kept. To have it in your team's channel:",
  '    SLACK_WEBHOOK_URL=https://hooks.slack.com/services/… npm run demo    (docs/alerts.md has more)',
];

/** What the sales team was told, word for word, and what to set where nothing left this machine. */
export function alertsSection(alerts: readonly Named<AlertRow>[]): string[] {
  if (alerts.length === 0) return ['  none: nobody became a hot lead'];
  return [
    ...alerts.flatMap(({ name, row }) => [
      `  ${name}: ${whatOf(row)}, ${stateOf(row)}`,
      ...(row.text ?? '').split('\n').flatMap((line) => wrap(line, LINE).map((part) => `    ${part}`)),
    ]),
    ...(alerts.some(({ row }) => row.destination === 'printed') ? HOW_TO_SEND : []),
  ];
}

function stateOf({ state, destination, error, ...row }: AlertRow): string {
  if (state === null) return 'not sent yet';
  if (state !== 'sent') return `${state}: ${error}`;
  const delay = row.first_requested_at === null ? null : row.first_requested_at - row.cause_at;
  const cause = row.kind === 'alert' ? 'the words that made it one' : 'the call was over';
  return `${destination === 'printed' ? 'printed' : 'sent to Slack'} ${seconds(delay)} after ${cause}`;
}
