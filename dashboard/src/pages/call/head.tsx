import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CallSummary } from '../../../../api/types.ts';
import { formatLength } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { inWords } from '../../format/words.ts';
import { Millis } from '../../parts/ms.tsx';
import { RunningTime } from '../../parts/running-time.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';
import css from './call.module.css';
import type { Tab } from './search.ts';

const NO_COST = 'Not computed yet: what each model was used for is under Usage';

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
        {call.status === 'active' ? 'Still on' : inWords(call.endReason || 'unknown')}
      </Fact>
      <Fact
        label="Heard p95"
        note={`n ${heard.n}${heard.excluded > 0 ? `, ${heard.excluded} excluded` : ''}`}
        opens="turn"
      >
        <Millis value={heard.p95Ms} n={heard.n} />
      </Fact>
      <Fact label="Score" note="of 100" opens="score">
        <ScoreBadge score={call.score} tier={call.tier} hot={call.hot} />
      </Fact>
      <Fact
        label="Books"
        note={call.status === 'active' ? 'until the call ends' : 'published and stored'}
        opens="audit"
      >
        <Books call={call} />
      </Fact>
      <Fact label="Cost" note="usage by model" opens="usage">
        <Unknown why={NO_COST} />
      </Fact>
    </dl>
  );
}

function Length({ call: { status, startedAt, durationMs } }: { call: CallSummary }) {
  if (status === 'active') return <RunningTime since={startedAt} />;
  return durationMs === null ? <Unknown why="When it ended is not known" /> : <>{formatLength(durationMs)}</>;
}

function Books({ call: { status, complete } }: { call: CallSummary }) {
  if (status === 'active') return <>Open</>;
  return complete ? <span className={css.good}>Complete</span> : <span className={css.bad}>Incomplete</span>;
}

type FactProps = { label: string; note?: ReactNode; opens?: Tab; children: ReactNode };

function Fact({ label, note, opens, children }: FactProps) {
  return (
    <div className={opens ? `${css.fact} ${css.opens}` : css.fact}>
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
      {['Started', 'Length', 'How it ended', 'Heard p95', 'Score', 'Books', 'Cost'].map((label) => (
        <div key={label} className={css.fact}>
          <dt>{label}</dt>
          <Skeleton height={14} width={80} my={4} />
          <Skeleton height={10} width={60} my={3} />
        </div>
      ))}
    </div>
  );
}
