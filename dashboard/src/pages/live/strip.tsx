import { linkOptions } from '@tanstack/react-router';
import { useTargetMs } from '../../app/use-target.ts';
import { formatMs, splitMs } from '../../format/ms.ts';
import { formatCount } from '../../format/number.ts';
import type { Pulse } from '../../live/reduce.ts';
import { useLost, usePulse } from '../../live/use-live.ts';
import { Stat, StatSkeleton, StatStrip } from '../../parts/stat.tsx';

const LABELS = ['Calls now', 'Heard latency, p95', 'Errors', 'Hot leads'];
const LOST = 'The live connection is lost';
const RECENT = { from: '-5m', to: undefined };

/** The four numbers of now; each opens what it counts. Without a connection nobody knows them. */
export function Strip() {
  const last = usePulse();
  const lost = useLost();
  const targetMs = useTargetMs();
  if (last === undefined && !lost) {
    return (
      <StatStrip>
        {LABELS.map((label) => (
          <StatSkeleton key={label} label={label} />
        ))}
      </StatStrip>
    );
  }
  const pulse = lost ? undefined : last;
  const [now = '', , failed = '', hot = ''] = LABELS;
  const errors = pulse?.errors ?? null;
  return (
    <StatStrip>
      <Stat
        label={now}
        value={countOf(pulse?.callsNow)}
        why={LOST}
        window="on the line"
        link={linkOptions({ to: '/calls', search: { status: 'active' } })}
      />
      <Latency pulse={pulse} targetMs={targetMs} />
      <Stat
        label={failed}
        value={countOf(pulse?.errors)}
        why={LOST}
        window="not recovered from, last 5 min"
        tone={errors !== null && errors > 0 ? 'danger' : undefined}
        link={linkOptions({ to: '/calls', search: { badge: 'errors', ...RECENT } })}
      />
      <Stat
        label={hot}
        value={countOf(pulse?.hotToday)}
        why={LOST}
        window="people, last 24 h"
        link={linkOptions({ to: '/leads', search: { from: undefined, to: undefined } })}
      />
    </StatStrip>
  );
}

function Latency({ pulse, targetMs }: { pulse: Pulse | undefined; targetMs: number | undefined }) {
  const ms = pulse?.heardP95Ms ?? null;
  const slow = targetMs !== undefined && ms !== null && ms > targetMs;
  return (
    <Stat
      label={LABELS[1] ?? ''}
      {...(ms === null ? { value: null } : splitMs(ms))}
      why={pulse === undefined ? LOST : 'Nobody was answered in the last 5 min'}
      {...(pulse !== undefined && { n: pulse.heardN })}
      window="last 5 min"
      tone={slow ? 'warning' : undefined}
      note={targetMs !== undefined && ms !== null && `${slow ? 'above' : 'within'} ${formatMs(targetMs)}`}
      link={linkOptions({ to: '/latency', search: RECENT })}
    />
  );
}

const countOf = (value: number | undefined) => (value === undefined ? null : formatCount(value));
