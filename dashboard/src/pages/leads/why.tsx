import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../api/types.ts';
import { useSession } from '../../app/session.ts';
import { formatValue, inWords } from '../../format/words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import css from './person.module.css';
import { PointsBar } from './points-bar.tsx';
import { equationOf } from './reasons.ts';

const NO_RIGHT = 'His words need the right to read transcripts; an admin can give it to your key.';

/** What to do with him, and why: every signal with its points, which add up to the score, and the words behind it. */
export function Why({ lead }: { lead: Lead }) {
  const { score, tier, hot, confidence, points, nextStep } = lead;
  const refused = useSession()?.canReadTranscripts === false;
  return (
    <Panel
      title={nextStep ?? 'No next step is known'}
      under={confidence === null ? 'From the newest call' : `From the newest call, confidence ${confidence}`}
      aside={<ScoreBadge score={score} tier={tier} hot={hot} />}
    >
      {points.length === 0 ? (
        <p className="dim">Nothing that gives points was said.</p>
      ) : (
        <>
          <PointsBar points={points} />
          <ul className={css.reasons}>
            {points.map((line) => (
              <Reason key={line.signal} line={line} callId={lead.callId} />
            ))}
          </ul>
          <p className={css.sum}>{equationOf(lead) ?? 'No score: nothing that gives points is known yet'}</p>
          {refused && <p className="dim">{NO_RIGHT}</p>}
        </>
      )}
    </Panel>
  );
}

type ReasonProps = { line: Lead['points'][number]; callId: string };

function Reason({ line: { signal, value, known, points, maxPoints, quote, itemId }, callId }: ReasonProps) {
  return (
    <li>
      <span>
        {inWords(signal)} {known ? <b>{formatValue(value)}</b> : <span className="dim">not said</span>}
      </span>
      <span className={css.quote}>
        {quote !== null && (
          <Link to="/calls/$callId" params={{ callId }} search={itemId === null ? {} : { item: itemId }}>
            “{quote}”
          </Link>
        )}
      </span>
      <span className="num">
        <b>{points}</b> <span className="dim">of {maxPoints}</span>
      </span>
    </li>
  );
}
