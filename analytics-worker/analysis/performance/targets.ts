import { holds, standards, type Bounds, type Metric, type Standard } from './standards.ts';

/** What was measured of a call, in the units of the standards; null or absent where it is not known. */
export type MeasuredCall = Partial<Record<Metric, number | null>>;

export type Judged = {
  metric: Metric;
  value: number;
  unit: string;
  /** Null where there is no target. */
  met: boolean | null;
  target: Bounds | null;
  /** Null where nothing alarms. */
  alert: boolean | null;
  alarm: Bounds | null;
};

export type TargetScore = {
  /** Targets met of those that can be judged, 0-100; null when none can. */
  score: number | null;
  met: number;
  judged: number;
  metrics: Judged[];
  alerts: Metric[];
  /** Metrics of which nothing is known. */
  unknown: Metric[];
};

export function targetsOf(measured: MeasuredCall): TargetScore {
  const names = Object.keys(standards) as Metric[];
  const metrics = names.flatMap((metric) => {
    const value = measured[metric] ?? null;
    return value === null ? [] : [judge(metric, value, standards[metric])];
  });
  const judged = metrics.filter(({ met }) => met !== null);
  const met = judged.filter((one) => one.met).length;
  return {
    score: judged.length === 0 ? null : Math.round((100 * met) / judged.length),
    met,
    judged: judged.length,
    metrics,
    alerts: metrics.flatMap(({ metric, alert }) => (alert ? [metric] : [])),
    unknown: names.filter((metric) => (measured[metric] ?? null) === null),
  };
}

function judge(metric: Metric, value: number, { unit, target, alert: alarm }: Standard): Judged {
  return {
    metric,
    value,
    unit,
    met: target ? holds(value, target) : null,
    target: target ?? null,
    alert: alarm ? holds(value, alarm) : null,
    alarm: alarm ?? null,
  };
}
