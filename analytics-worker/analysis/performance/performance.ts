import type { Turn, TurnPart, UsageConclusion } from '../../conclusions/types.ts';
import { anomalyOf, type Anomaly } from './anomaly.ts';
import { distributionOf } from './distribution.ts';
import { latencyOf, type CallLatency } from './latency.ts';
import { slowTurnsOf, type SlowTurn, type UsualTurns } from './slow-turns.ts';
import { standards } from './standards.ts';
import { targetsOf, type MeasuredCall, type TargetScore } from './targets.ts';
import { tokensOf, type TokenStatistics } from './tokens.ts';
import type { History, WeekMetric } from './week.ts';

/** Raised when the same facts would give another result. */
export const PERFORMANCE_VERSION = 1;

export type MeasuredTurns = {
  turns: readonly Turn[];
  parts: readonly TurnPart[];
  usage: readonly UsageConclusion[];
  /** Of each model call that told it. */
  tokensPerSecond: readonly number[];
  /** What turns do not tell: duration, dead air, engagement, … */
  measured?: MeasuredCall;
  /** What is usual for this agent. */
  usual?: UsualTurns | undefined;
  /** Of the last seven days of the same agent. */
  history?: History;
};

export type Performance = {
  version: number;
  latency: CallLatency;
  slowTurns: SlowTurn[];
  tokens: TokenStatistics;
  targets: TargetScore;
  anomalies: Anomaly[];
};

/** How fast the call was, and why not faster (docs/analysis-scores.md). */
export function performanceOf(call: MeasuredTurns): Performance {
  const latency = latencyOf(call);
  const tokens = tokensOf(call.usage, call.tokensPerSecond);
  const measured: MeasuredCall = { ...turnMeasures(call.turns, latency, tokens), ...call.measured };
  return {
    version: PERFORMANCE_VERSION,
    latency,
    slowTurns: slowTurnsOf(call, standards.total_latency.alert.over),
    tokens,
    targets: targetsOf(measured),
    anomalies: anomaliesOf({ ...measured, heard: latency.all.heard.p50 }, call.history ?? {}),
  };
}

function turnMeasures(turns: readonly Turn[], { all }: CallLatency, { rate }: TokenStatistics): MeasuredCall {
  const counted = turns.filter(({ excluded }) => excluded === '');
  const answered = turns.filter(({ agentItemIds }) => agentItemIds.length > 0);
  const interruptions = answered.filter(({ interrupted }) => interrupted).length;
  const averageOf = (pick: (turn: Turn) => number | null) => distributionOf(counted.map(pick)).average;
  return {
    total_latency: all.total.average,
    transcription: averageOf(({ transcriptionDelayMs }) => transcriptionDelayMs),
    llm_ttft: averageOf(({ llmTtftMs }) => llmTtftMs),
    tts_ttfb: averageOf(({ ttsTtfbMs }) => ttsTtfbMs),
    token_rate: rate.average,
    interruption_rate: answered.length === 0 ? null : interruptions / answered.length,
    interruptions: turns.length === 0 ? null : interruptions,
    turns: turns.length === 0 ? null : turns.filter(({ turn }) => turn > 0).length,
  };
}

function anomaliesOf(values: Partial<Record<WeekMetric, number | null>>, history: History): Anomaly[] {
  return Object.entries(history).flatMap(([name, usual]) => {
    const metric = name as WeekMetric;
    const value = values[metric] ?? null;
    const unit = metric === 'heard' ? 'ms' : standards[metric].unit;
    return value === null ? [] : [anomalyOf({ metric, unit, value }, usual)];
  });
}
