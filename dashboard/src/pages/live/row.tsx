import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { formatDuration } from '../../format/ms.ts';
import { inWords } from '../../format/words.ts';
import type { LiveCall } from '../../live/reduce.ts';
import { RunningTime } from '../../parts/running-time.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Heard, Signals, Words } from './cells.tsx';
import { State } from './state.tsx';
import css from './live.module.css';

type RowProps = { call: LiveCall; targetMs: number | undefined };

/** One call as it goes on. Its height does not depend on what it says. */
export const Row = memo(function Row({ call, targetMs }: RowProps) {
  return (
    <li className={call.endedAt === null ? css.row : `${css.row} ${css.ended}`}>
      <div className={css.who}>
        <Link to="/calls/$callId" params={{ callId: call.callId }} className={css.name} data-row>
          {call.who.name ?? 'Unknown caller'}
        </Link>
        <span className="cut dim">
          {[call.who.company, inWords(call.channel), call.region].filter(Boolean).join(' · ')}
        </span>
      </div>
      <div className={css.agent}>
        <span className="cut">{call.agent}</span>
        <span className="cut dim">{call.agentVersion}</span>
      </div>
      <div className={css.now}>
        <span>
          <Length call={call} />
        </span>
        <State call={call} />
      </div>
      <Words call={call} />
      <Heard call={call} targetMs={targetMs} />
      <div className={css.score}>
        <ScoreBadge score={call.score} tier={call.tier} hot={call.hot} />
        <span className="cut dim">
          {call.raisedBy === null ? ' ' : `raised by ${inWords(call.raisedBy).toLowerCase()}`}
        </span>
      </div>
      <Signals signals={call.signals} />
    </li>
  );
});

function Length({ call }: { call: LiveCall }) {
  if (call.endedAt === null) return <RunningTime since={call.startedAt} />;
  return <>{formatDuration(Date.parse(call.endedAt) - Date.parse(call.startedAt))}</>;
}
