import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../api/types.ts';
import { useSession } from '../../app/session.ts';
import { inWords } from '../../format/words.ts';
import { Panel } from '../../parts/panel.tsx';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import css from './person.module.css';
import { PointsBar } from './points-bar.tsx';
import { byQuote } from './sentences.ts';

const NO_RIGHT = 'His words need the right to read transcripts; an admin can give it to your key.';

/** What to do with him, the words that speak for it, and the points. */
export function Why({ lead: { score, tier, hot, confidence, points, sentences, nextStep, callId } }: { lead: Lead }) {
  const refused = useSession()?.canReadTranscripts === false;
  return (
    <Panel
      title={nextStep ?? 'No next step is known'}
      under={confidence === null ? 'From the newest call' : `From the newest call, confidence ${confidence}`}
      aside={<ScoreBadge score={score} tier={tier} hot={hot} />}
    >
      <div className={css.why}>
        <div>
          {sentences.length === 0 && (
            <p className="dim">{refused ? NO_RIGHT : 'Nothing that gives points was said.'}</p>
          )}
          {byQuote(sentences).map(({ quote, itemId, gave }) => (
            <p key={quote} className={css.quote}>
              <Link to="/calls/$callId" params={{ callId }} search={itemId === null ? {} : { item: itemId }}>
                “{quote}”
              </Link>{' '}
              <span className="dim">{gave}</span>
            </p>
          ))}
        </div>
        <div className={css.points}>
          <PointsBar points={points} />
          <ul>
            {points.map(({ signal, points: given, maxPoints }) => (
              <li key={signal}>
                <span>{inWords(signal)}</span>
                <span className="num">
                  <b>{given}</b> <span className="dim">of {maxPoints}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  );
}
