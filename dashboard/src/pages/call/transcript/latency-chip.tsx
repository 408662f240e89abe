import { Link } from '@tanstack/react-router';
import { formatMs } from '../../../format/ms.ts';
import { useTargetMs } from '../../../app/use-target.ts';
import css from './transcript.module.css';

type LatencyChipProps = { turn: number; heardMs: number | null; chosen: boolean };

/** What was waited for an answer; opens its turn. j and k go through them. */
export function LatencyChip({ turn, heardMs, chosen }: LatencyChipProps) {
  const targetMs = useTargetMs();
  const slow = heardMs !== null && targetMs !== undefined && heardMs > targetMs;
  const waited = heardMs === null ? 'counts in no percentile' : `heard after ${formatMs(heardMs)}`;
  return (
    <Link
      to="."
      search={(old) => ({ ...old, turn, tab: 'turn' as const, item: undefined })}
      resetScroll={false}
      data-row
      className={css.chip}
      data-slow={slow || undefined}
      aria-current={chosen || undefined}
      data-hint={`Turn ${turn}: ${waited}${slow ? `, above the target of ${formatMs(targetMs)}` : ''}`}
      aria-label={`Turn ${turn}, ${waited}${slow ? ', above the target' : ''}`}
    >
      {slow && '▲ '}
      {heardMs === null ? '–' : formatMs(heardMs)}
    </Link>
  );
}
