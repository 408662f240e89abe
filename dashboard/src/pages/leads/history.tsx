import { Link } from '@tanstack/react-router';
import type { LeadHistory } from '../../../../api/types.ts';
import { formatDuration } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { endWords, formatValue, inWords } from '../../format/words.ts';
import { CallTags } from '../../parts/call-tags.tsx';
import { RunningTime } from '../../parts/running-time.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';
import css from './person.module.css';

type Entry = LeadHistory['calls'][number];

/** His calls, newest first, each with what it changed. */
export function History({ calls }: { calls: Entry[] }) {
  return (
    <ol className={css.calls}>
      {calls.map((entry, index) => (
        <Row key={entry.call.callId} entry={entry} before={calls[index + 1]} />
      ))}
    </ol>
  );
}

function Row({ entry: { call, changes }, before }: { entry: Entry; before: Entry | undefined }) {
  const { callId, startedAt, status, turns } = call;
  return (
    <li className={css.call}>
      <div className={css.when}>
        <Link to="/calls/$callId" params={{ callId }} className={css.open} data-row>
          <When at={startedAt} />
        </Link>
        <span className="dim">
          <When at={startedAt} kind="ago" />
        </span>
      </div>
      <div className={css.score}>
        <ScoreBadge score={call.score} tier={call.tier} hot={call.hot} />
        <Moved now={call.score} was={before?.call.score} />
      </div>
      <div className={css.what}>
        <span>
          <Length call={call} /> · {formatMany(turns, 'turn')} · {status === 'active' ? 'still on' : endWords(call)}
        </span>
        <CallTags call={call} />
      </div>
      <Changes changes={changes} first={before === undefined} />
    </li>
  );
}

function Length({ call: { status, startedAt, durationMs } }: { call: Entry['call'] }) {
  if (status === 'active') return <RunningTime since={startedAt} />;
  return durationMs === null ? <Unknown why="When it ended is not known" /> : <>{formatDuration(durationMs)}</>;
}

function Moved({ now, was }: { now: number | null; was: number | null | undefined }) {
  if (was === undefined || was === null || now === null || now === was) return null;
  const by = now - was;
  return (
    <span className="dim">
      {by > 0 ? '↑' : '↓'} {Math.abs(by)} since the call before
    </span>
  );
}

function Changes({ changes, first }: { changes: Entry['changes']; first: boolean }) {
  if (changes.length === 0)
    return <p className="dim">{first ? 'The first call' : 'Nothing changed since the call before'}</p>;
  return (
    <ul className={css.changes}>
      {changes.map(({ signal, before, after }) => (
        <li key={signal}>
          <span className={css.signal}>{inWords(signal)}</span>{' '}
          {before === null || before === undefined ? <span className="dim">new</span> : <s>{formatValue(before)}</s>}
          {' → '}
          {after === null || after === undefined ? <span className="dim">not said</span> : <b>{formatValue(after)}</b>}
        </li>
      ))}
    </ul>
  );
}
