import { formatShare } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import { Tag, type Tone } from '../../../../parts/tag.tsx';
import { Meter } from '../meter.tsx';
import css from './analysis.module.css';
import { Card, Nothing } from './card.tsx';
import { Proofs } from './proofs.tsx';
import { partNames, type ItemOf } from './reading.ts';

const TONES: Record<string, Tone> = { positive: 'good', neutral: 'plain', negative: 'danger' };

/** The caller's mood, its course, and what he felt. */
export function Sentiment({ item }: { item: ItemOf<'sentiment'> | undefined }) {
  return (
    <Card
      title="Sentiment"
      item={item}
      aside={({ sentiment: { overall, score } }) => (
        <span>
          <Tag tone={TONES[overall] ?? 'plain'}>{overall}</Tag> {Math.round(score)} of 100
        </span>
      )}
    >
      {({ sentiment: { segments, emotions } }) => (
        <>
          <ul className={css.course}>
            {partNames(segments.length).map((name, index) => (
              <Part key={name} name={name} part={segments[index]} />
            ))}
          </ul>
          {emotions.length === 0 ? (
            <Nothing>No strong feeling was heard.</Nothing>
          ) : (
            <ul className={css.list}>
              {emotions.map((one) => (
                <li key={`${one.emotion} ${one.item} ${one.quote}`}>
                  <b>{inWords(one.emotion)}</b>{' '}
                  <span className="dim" data-hint="How strong, of the strongest">
                    {formatShare(one.intensity)}
                  </span>{' '}
                  <Proofs of={[one]} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}

function Part({ name, part }: { name: string; part: { overall: string; score: number } | undefined }) {
  const score = part ? Math.round(part.score) : null;
  return (
    <li>
      <span className="dim">{name}</span>
      <Meter value={score} most={100} label={`${name}: ${part?.overall ?? 'not known'}, ${score ?? '–'} of 100`} />
      <span>
        <b>{score ?? '–'}</b> {part?.overall ?? 'not known'}
      </span>
    </li>
  );
}
