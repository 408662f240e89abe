import { linkOptions } from '@tanstack/react-router';
import type { LatencySummary } from '../../../../api/types.ts';
import { useFilters } from '../../app/filters.ts';
import { rangeLabel } from '../../app/range.ts';
import { formatMs, formatSpan, splitMs } from '../../format/ms.ts';
import { formatCount, formatShare } from '../../format/number.ts';
import { Stat, StatSkeleton, StatStrip } from '../../parts/stat.tsx';

const PERCENTILES = [
  { name: 'p50', value: 'p50Ms', label: 'Heard latency, p50', sort: undefined },
  { name: 'p95', value: 'p95Ms', label: 'Heard latency, p95', sort: 'slowest' },
  { name: 'p99', value: 'p99Ms', label: 'Heard latency, p99', sort: 'slowest' },
] as const;
const ABOVE = 'Turns above the target';

export function Answer({ summary }: { summary: LatencySummary }) {
  const { heard, change, targetMs, aboveTarget } = summary;
  const window = rangeLabel(useFilters()).toLowerCase();
  return (
    <StatStrip>
      {PERCENTILES.map(({ name, value, label, sort }) => {
        const ms = heard[value];
        return (
          <Stat
            key={name}
            label={label}
            {...(ms === null ? { value: null } : splitMs(ms))}
            why="No turn was measured in this range"
            n={heard.n}
            window={window}
            note={heard.excluded > 0 && `${formatCount(heard.excluded)} excluded`}
            change={change[name]}
            tone={name === 'p95' && ms !== null && ms > targetMs ? 'warning' : undefined}
            link={linkOptions({ to: '/calls', search: { sort } })}
          />
        );
      })}
      <Stat
        label={ABOVE}
        value={heard.n === 0 ? null : formatShare(aboveTarget.turns / heard.n)}
        why="No turn was measured in this range"
        n={heard.n}
        note={`${formatSpan(aboveTarget.ms)} waited above ${formatMs(targetMs)}`}
        link={linkOptions({ to: '/latency', hash: 'slowest' })}
      />
    </StatStrip>
  );
}

export function AnswerSkeleton() {
  return (
    <StatStrip>
      {[...PERCENTILES.map(({ label }) => label), ABOVE].map((label) => (
        <StatSkeleton key={label} label={label} />
      ))}
    </StatStrip>
  );
}
