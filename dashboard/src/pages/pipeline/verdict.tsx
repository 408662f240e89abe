import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react';
import type { Pipeline } from '../../../../api/types.ts';
import { formatMany } from '../../format/number.ts';
import css from './pipeline.module.css';

const OLD = 'The api does not answer just now: below is its last answer';

/** The answer. It says "nothing lost" only when the day's books prove it. */
export function Verdict({ pipeline, isOld }: { pipeline: Pipeline; isOld: boolean }) {
  const { nothingLost, booksToday } = pipeline;
  const reasons = isOld ? [OLD, ...pipeline.reasons] : pipeline.reasons;
  if (isOld || !nothingLost) {
    return (
      <div className={`${css.verdict} ${css.doubt}`} role="status">
        <IconAlertTriangle size={24} aria-hidden />
        <div>
          <h2>Not proven that nothing is lost</h2>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  return (
    <div className={`${css.verdict} ${css.proven}`} role="status">
      <IconCircleCheckFilled size={24} aria-hidden />
      <div>
        <h2>Nothing lost</h2>
        <p>{proof(booksToday)}</p>
      </div>
    </div>
  );
}

function proof({ calls, openProducers }: Pipeline['booksToday']): string {
  if (calls === 0) return 'No call today yet; nothing waits, and no dead letter lies there.';
  const open =
    openProducers === 0 ? '' : ` ${formatMany(openProducers, 'producer')} still at work will be counted at the end.`;
  return `The books of ${formatMany(calls, 'call')} of today balance: all that was published is stored, once.${open}`;
}
