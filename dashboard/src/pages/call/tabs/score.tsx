import { useQuery } from '@tanstack/react-query';
import type { Score } from '../../../../../api/types.ts';
import { formatValue, inWords } from '../../../format/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { ScoreBadge } from '../../../parts/score-badge.tsx';
import { scoreQuery } from '../data.ts';
import { Quote } from './jump.tsx';
import { Meter } from './meter.tsx';
import { Section, Tab } from './tab.tsx';
import css from './tabs.module.css';

/** The score, and the lines that add up to it. */
export function ScoreTab({ callId }: { callId: string }) {
  const query = useQuery(scoreQuery(callId));
  return (
    <Tab query={query}>
      {(score) =>
        score.score === null ? (
          <EmptyState title="No score">
            Nothing that gives points is known of the caller yet. That is not a score of 0: it is not known.
          </EmptyState>
        ) : (
          <Known score={score} />
        )
      }
    </Tab>
  );
}

function Known({ score }: { score: Score }) {
  return (
    <>
      <div className={css.answer}>
        <ScoreBadge score={score.score} tier={score.tier} hot={score.hot} />
        <span className="dim">
          confidence {score.confidence} · rules version {score.analyserVersion}, by {score.engine}
        </span>
        {score.nextStep !== null && <p className={css.next}>{score.nextStep}</p>}
      </div>
      <ul className={css.rows}>
        {score.breakdown.map((line) => (
          <Line key={line.signal} line={line} />
        ))}
      </ul>
      <Sum score={score} />
      <Views parts={score.parts} />
    </>
  );
}

function Line({ line }: { line: Score['breakdown'][number] }) {
  const { signal, value, known, points, maxPoints, rule, quote, itemId } = line;
  return (
    <li className={css.row}>
      <div className={css.line}>
        <span className={css.label}>{inWords(signal)}</span>
        {known ? <b>{formatValue(value)}</b> : <span className="dim">not said</span>}
        <span className={css.end}>
          <b>{points}</b> <span className="dim">of {maxPoints}</span>
        </span>
      </div>
      <Meter value={points} most={maxPoints} label={`${inWords(signal)}: ${points} of ${maxPoints} points`} />
      <div className={css.small}>{rule.replaceAll('_', ' ')}</div>
      {known && <Quote quote={quote} itemId={itemId} />}
    </li>
  );
}

/** The sum as one would write it by hand. */
function Sum({ score: { breakdown, points, maxPoints, score } }: { score: Score }) {
  const addends = breakdown.map((line) => line.points).join(' + ');
  return (
    <p className={css.sum}>
      {addends} = <b>{points}</b> of {maxPoints} points; {points} / {maxPoints} × 100 = <b>{score}</b>
    </p>
  );
}

/** Five views of the lead; they describe and do not add up. */
function Views({ parts }: { parts: Score['parts'] }) {
  return (
    <Section title="How the lead looks from five sides, 0–100; these do not add up to the score">
      <ul className={css.views}>
        {Object.entries(parts).map(([name, value]) => (
          <li key={name}>
            <span className={css.label}>{inWords(name)}</span>
            <Meter value={value} most={100} label={`${inWords(name)}: ${value ?? 'not known'}`} />
            <span className="num">{value ?? <span className="dim">not known</span>}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
