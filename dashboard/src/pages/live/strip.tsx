import { linkOptions } from '@tanstack/react-router';
import { useTargetMs } from '../../api/use-target.ts';
import { formatMs, splitMs } from '../../format/ms.ts';
import { formatCount } from '../../format/number.ts';
import { usePulse } from '../../live/use-live.ts';
import { Stat, StatSkeleton, StatStrip } from '../../parts/stat.tsx';

const LABELS = ['Calls now', 'Heard latency, p95', 'Errors', 'Hot leads'];

/** The four numbers of now; each opens what it counts. */
export function Strip() {
  const pulse = usePulse();
  const targetMs = useTargetMs();
  if (pulse === undefined) {
    return (
      <StatStrip>
        {LABELS.map((label) => (
          <StatSkeleton key={label} label={label} />
        ))}
      </StatStrip>
    );
  }
  const { callsNow, heardP95Ms, heardN, errors, hotToday } = pulse;
  const slow = targetMs !== undefined && heardP95Ms !== null && heardP95Ms > targetMs;
  const [now = '', latency = '', failed = '', hot = ''] = LABELS;
  return (
    <StatStrip>
      <Stat
        label={now}
        value={formatCount(callsNow)}
        window="on the line"
        link={linkOptions({ to: '/calls', search: { status: 'active' } })}
      />
      <Stat
        label={latency}
        {...(heardP95Ms === null ? { value: null } : splitMs(heardP95Ms))}
        why="Nobody was answered in the last 5 min"
        n={heardN}
        window="last 5 min"
        tone={slow ? 'warning' : undefined}
        note={targetMs !== undefined && heardP95Ms !== null && `${slow ? 'above' : 'within'} ${formatMs(targetMs)}`}
        link={linkOptions({ to: '/latency', search: { from: '-15m', to: undefined } })}
      />
      <Stat
        label={failed}
        value={formatCount(errors)}
        window="not recovered from, last 5 min"
        tone={errors > 0 ? 'danger' : undefined}
        link={linkOptions({ to: '/calls', search: { badge: 'errors', from: '-15m', to: undefined } })}
      />
      <Stat label={hot} value={formatCount(hotToday)} window="today" link={linkOptions({ to: '/leads' })} />
    </StatStrip>
  );
}
