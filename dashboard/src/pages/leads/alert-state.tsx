import type { Lead } from '../../../../api/types.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { When } from '../../parts/when.tsx';

type State = NonNullable<Lead['alert']>['state'];

const STATES: Record<State, { tone: Tone; words: string; hint: string }> = {
  sent: { tone: 'plain', words: 'alert sent', hint: 'Sales was told' },
  printed: { tone: 'plain', words: 'alert printed', hint: 'No destination is set: the alert was printed and kept' },
  retrying: { tone: 'warning', words: 'alert on its way', hint: 'An attempt failed; it is tried again' },
  failed: { tone: 'danger', words: 'alert failed', hint: 'Nobody was told: every attempt failed' },
};

/** Whether sales was told of a lead. */
export function AlertState({ alert, hot }: Pick<Lead, 'alert' | 'hot'>) {
  if (alert === null) {
    return hot ? (
      <Tag tone="warning" hint="Hot, and no alert is known of">
        no alert
      </Tag>
    ) : null;
  }
  const { tone, words, hint } = STATES[alert.state];
  return (
    <Tag tone={tone} hint={hint}>
      {words} {alert.sentAt !== null && <When at={alert.sentAt} />}
    </Tag>
  );
}
