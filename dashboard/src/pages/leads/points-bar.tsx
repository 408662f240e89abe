import type { Lead } from '../../../../api/types.ts';
import { inWords } from '../../format/words.ts';
import css from './leads.module.css';

/** What a score is made of: for every signal a slot as wide as the most it gives, filled as far as it gave. */
export function PointsBar({ points }: { points: Lead['points'] }) {
  const words = points.map(({ signal, points, maxPoints }) => `${inWords(signal)} ${points} of ${maxPoints}`);
  if (points.length === 0) return null;
  return (
    <div className={css.points} role="img" aria-label={`Points: ${words.join(', ')}`} data-hint={words.join('\n')}>
      {points.map(({ signal, points, maxPoints }) => (
        <i key={signal} className={css.slot} style={{ flexGrow: maxPoints }}>
          <i style={{ width: `${maxPoints === 0 ? 0 : (points / maxPoints) * 100}%` }} />
        </i>
      ))}
    </div>
  );
}
