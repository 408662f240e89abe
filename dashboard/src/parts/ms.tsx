import { formatMs } from '../format/ms.ts';
import { ENOUGH_TURNS } from './enough-turns.ts';
import { Unknown } from './unknown.tsx';

/** A duration; unknown is a dash with its reason. */
export function Ms({ value, why = 'Not measured' }: { value: number | null; why?: string }) {
  return value === null ? <Unknown why={why} /> : <>{formatMs(value)}</>;
}

/** A percentile: greyed, with its n, where it rests on few turns. */
export function Millis({ value, n }: { value: number | null; n: number }) {
  if (value === null) return <Unknown why={n === 0 ? 'No turns' : 'Not measured'} />;
  if (n >= ENOUGH_TURNS) return <>{formatMs(value)}</>;
  return (
    <span className="dim" data-hint={`Of ${n} turns only: fewer than ${ENOUGH_TURNS} say little`}>
      {formatMs(value)}
    </span>
  );
}
