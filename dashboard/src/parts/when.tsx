import { formatTime, formatUtc, type TimeKind } from '../format/time.ts';
import { Unknown } from './unknown.tsx';
import { useNow } from './use-now.ts';

type WhenProps = { at: string | null; kind?: TimeKind; why?: string };

/** A time in the viewer's zone; UTC on hover. */
export function When({ at, kind = 'short', why = 'Not known' }: WhenProps) {
  if (at === null) return <Unknown why={why} />;
  return (
    <time dateTime={at} data-hint={formatUtc(at)}>
      {kind === 'ago' ? <Ago at={at} /> : formatTime(at, kind)}
    </time>
  );
}

function Ago({ at }: { at: string }) {
  return <>{formatTime(at, 'ago', useNow())}</>;
}
