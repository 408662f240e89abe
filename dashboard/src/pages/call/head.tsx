import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CallSummary } from '../../../../api/types.ts';
import { formatDuration } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { endWords } from '../../format/words.ts';
import { ENOUGH_TURNS } from '../../parts/enough-turns.ts';
import { Cost } from '../../parts/cost.tsx';
import { Ms } from '../../parts/ms.tsx';
import { RunningTime } from '../../parts/running-time.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';
import css from './call.module.css';
import type { Tab } from './search.ts';

/** What one asks first of a call; what has a proof opens it. */
export function Head({ call }: { call: CallSummary }) {
  const { heard } = call;
  return (
    <dl className={css.facts}>
      <Fact label="Started" note={<When at={call.startedAt} kind="ago" />}>
        <When at={call.startedAt} />
      </Fact>
      <Fact label="Length" note={formatMany(call.turns, 'turn')}>
        <Length call={call} />
      </Fact>
      <Fact label="How it ended" note={call.endedBy && `by the ${call.endedBy}`}>
        {call.status === 'active' ? 'Still on' : endWords(call)}
      </Fact>
      <Heard heard={heard} />
      <Fact label="Score" note="of 100" opens="score">
        <ScoreBadge score={call.score} tier={call.tier} hot={call.hot} />
      </Fact>
      <Fact label="Books" note={call.status === 'active' ? 'until the call ends' : 'published = stored'} opens="audit">
        <Books call={call} />
      </Fact>
      <Fact label="Cost" note={call.status === 'active' ? 'when the call has ended' : 'line by line'} opens="analysis">
        <Cost call={call} />
      </Fact>
    </dl>
  );
}

/** The percentile; of few turns the slowest, which is what a percentile of them would come to. */
function Heard({ heard: { n, excluded, p95Ms, maxMs } }: Pick<CallSummary, 'heard'>) {
  const few = n < ENOUGH_TURNS;
  const note = `${formatMany(n, 'turn')}${excluded > 0 ? `, ${excluded} excluded` : ''}`;
  return (
    <Fact label={few ? 'Slowest answer' : 'Heard p95'} note={note} opens="turn">
      <Ms value={few ? maxMs : p95Ms} why="No turn of this call was measured" />
    </Fact>
  );
}

function Length({ call: { status, startedAt, durationMs } }: { call: CallSummary }) {
  if (status === 'active') return <RunningTime since={startedAt} />;
  return durationMs === null ? <Unknown why="When it ended is not known" /> : <>{formatDuration(durationMs)}</>;
}

function Books({ call: { status, complete } }: { call: CallSummary }) {
  if (status === 'active') return <>Open</>;
  return complete ? <span className={css.good}>Complete</span> : <span className={css.bad}>Incomplete</span>;
}

type FactProps = { label: string; note?: ReactNode; opens?: Tab; children: ReactNode };

function Fact({ label, note, opens, children }: FactProps) {
  const classes = [css.fact, opens && css.opens].filter(Boolean);
  return (
    <div className={classes.join(' ')}>
      <dt>
        {opens === undefined ? (
          label
        ) : (
          <Link to="." search={(old) => ({ ...old, tab: opens })} resetScroll={false} className={css.cover}>
            {label}
          </Link>
        )}
      </dt>
      <dd className={css.value}>{children}</dd>
      <dd className={css.note}>{note}</dd>
    </div>
  );
}

export function HeadSkeleton() {
  return (
    <div className={css.facts} role="status" aria-busy="true" aria-label="loading">
      {['Started', 'Length', 'How it ended', 'Slowest answer', 'Score', 'Books', 'Cost'].map((label) => (
        <div key={label} className={css.fact}>
          <dt>{label}</dt>
          <Skeleton height={14} width={80} my={4} />
          <Skeleton height={10} width={60} my={3} />
        </div>
      ))}
    </div>
  );
}
