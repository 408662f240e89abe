import type { CallSummary } from '../../../../api/types.ts';
import { formatDuration } from '../../format/ms.ts';
import { nameOf } from '../../format/who.ts';
import { endWords, inWords } from '../../format/words.ts';
import type { Column } from '../../parts/data-table.tsx';
import { CallTags, marksOf } from '../../parts/call-tags.tsx';
import { Cost } from '../../parts/cost.tsx';
import { Millis, Ms } from '../../parts/ms.tsx';
import { RunningTime } from '../../parts/running-time.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';
import { CallerCell } from './caller-cell.tsx';
import css from './calls.module.css';
import type { ColumnKey } from './search.ts';

/** A column of the table, and what it is in a spreadsheet: raw values with their unit in the head. */
export type CallColumn = Column<CallSummary> & {
  key: ColumnKey;
  csv: readonly { head: string; text: (call: CallSummary) => string }[];
};

const known = (value: number | null): string => (value === null ? '' : String(Math.round(value)));
const one = (head: string, text: (call: CallSummary) => string) => [{ head, text }];

export const CALL_COLUMNS: readonly CallColumn[] = [
  {
    key: 'caller',
    title: 'Caller',
    cell: (call) => <CallerCell call={call} />,
    csv: [
      { head: 'caller', text: ({ who }) => nameOf(who) },
      { head: 'company', text: ({ who }) => who.company ?? '' },
      { head: 'call_id', text: ({ callId }) => callId },
    ],
  },
  {
    key: 'started',
    title: 'Started',
    cell: ({ startedAt }) => (
      <span className={css.pair}>
        <When at={startedAt} />
      </span>
    ),
    csv: one('started_at', ({ startedAt }) => startedAt),
  },
  {
    key: 'agent',
    title: 'Agent',
    cell: ({ agent, agentVersion }) => (
      <span className={css.pair}>
        {agent || <Unknown why="The agent gave no name" />} <span className="dim">{agentVersion}</span>
      </span>
    ),
    csv: [
      { head: 'agent', text: ({ agent }) => agent },
      { head: 'agent_version', text: ({ agentVersion }) => agentVersion },
    ],
  },
  {
    key: 'channel',
    title: 'Channel',
    cell: ({ channel }) => inWords(channel),
    csv: one('channel', ({ channel }) => channel),
  },
  {
    key: 'region',
    title: 'Region',
    cell: ({ region }) => region || <Unknown why="The agent did not say where it runs" />,
    csv: one('region', ({ region }) => region),
  },
  {
    key: 'model',
    title: 'Model',
    cell: ({ models }) => (
      <span className={css.pair}>{models.llm || <Unknown why="The agent did not name its model" />}</span>
    ),
    csv: one('model', ({ models }) => models.llm),
  },
  {
    key: 'duration',
    title: 'Length',
    align: 'right',
    cell: (call) =>
      call.status === 'active' ? <RunningTime since={call.startedAt} /> : <Length ms={call.durationMs} />,
    csv: one('duration_ms', ({ durationMs }) => known(durationMs)),
  },
  {
    key: 'turns',
    title: 'Turns',
    align: 'right',
    wideOnly: true,
    cell: ({ turns }) => turns,
    csv: one('turns', ({ turns }) => String(turns)),
  },
  {
    key: 'heard',
    title: 'Heard p95',
    align: 'right',
    cell: ({ heard }) => <Heard {...heard} />,
    csv: [
      { head: 'heard_p95_ms', text: ({ heard }) => known(heard.p95Ms) },
      { head: 'heard_n', text: ({ heard }) => String(heard.n) },
    ],
  },
  {
    key: 'slowest',
    title: 'Slowest turn',
    align: 'right',
    cell: ({ heard }) => <Ms value={heard.maxMs} why="No turn of this call was measured" />,
    csv: one('heard_max_ms', ({ heard }) => known(heard.maxMs)),
  },
  {
    key: 'score',
    title: 'Score',
    cell: ({ score, tier, hot }) => <ScoreBadge score={score} tier={tier} hot={hot} />,
    csv: [
      { head: 'score', text: ({ score }) => known(score) },
      { head: 'tier', text: ({ tier }) => tier },
    ],
  },
  {
    key: 'cost',
    title: 'Cost',
    align: 'right',
    cell: (call) => <Cost call={call} />,
    csv: [
      { head: 'cost', text: ({ cost }) => (cost === null ? '' : String(cost.amount)) },
      { head: 'currency', text: ({ cost }) => cost?.currency ?? '' },
    ],
  },
  {
    key: 'ended',
    title: 'How it ended',
    cell: (call) => (
      <span className={css.pair}>
        {call.status === 'active' ? <span className="dim">still on</span> : endWords(call)}
      </span>
    ),
    csv: one('end_reason', ({ endReason }) => endReason),
  },
  {
    key: 'interruptions',
    title: 'Interruptions',
    align: 'right',
    cell: ({ interruptions }) => interruptions,
    csv: one('interruptions', ({ interruptions }) => String(interruptions)),
  },
  {
    key: 'errors',
    title: 'Errors',
    align: 'right',
    cell: ({ errors }) => errors,
    csv: one('errors', ({ errors }) => String(errors)),
  },
  {
    key: 'state',
    title: 'Marks',
    width: 190,
    cell: (call) => <CallTags call={{ ...call, emulated: [] }} />,
    csv: one('marks', (call) =>
      marksOf(call)
        .map(({ words }) => words)
        .join(', '),
    ),
  },
];

function Length({ ms }: { ms: number | null }) {
  return ms === null ? <Unknown why="When it ended is not known" /> : <>{formatDuration(ms)}</>;
}

function Heard({ p95Ms, n }: CallSummary['heard']) {
  return (
    <span className={css.pair}>
      <Millis value={p95Ms} n={n} />
      <span className={css.n}>of {n}</span>
    </span>
  );
}
