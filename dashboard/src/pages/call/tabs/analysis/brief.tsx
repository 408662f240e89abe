import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import { inWords } from '../../../../format/words.ts';
import { ScoreBadge } from '../../../../parts/score-badge.tsx';
import { Tag } from '../../../../parts/tag.tsx';
import css from './analysis.module.css';
import { Proofs } from './proofs.tsx';
import { OUTCOMES, type ResultOf } from './reading.ts';

type BriefProps = { result: ResultOf<'summary'>; lead: ResultOf<'lead'>['lead'] | undefined };
type Point = ResultOf<'summary'>['summary']['why'];

/** The call in a few lines: how it ended, whether it is worth going on, and what to do. */
export function Brief({ result: { summary, outcome, outcome_evidence: proof }, lead }: BriefProps) {
  const { qualified, why, next_action: next, takeaways, risks, opportunity } = summary;
  const heading = OUTCOMES[outcome] ?? inWords(outcome);
  return (
    <div className={css.brief}>
      <div className={css.verdict}>
        <h3 className={css.outcome}>{heading}</h3>
        <Qualified qualified={qualified} />
        {lead && lead.score !== null && <ScoreBadge score={lead.score} tier={lead.tier} hot={lead.hot} />}
      </div>
      <Proofs of={proof} />
      {next !== null && (
        <p className={css.next}>
          <IconArrowRight size={15} aria-hidden />
          <span>
            <span className={css.label}>Next</span> {next}
          </span>
        </p>
      )}
      {why.text !== null && (
        <p>
          <span className={css.label}>{REASONS[String(qualified)]}</span> {why.text} <Proofs of={why.evidence} />
        </p>
      )}
      {opportunity !== null && opportunity.text !== null && (
        <p>
          <span className={css.label}>Opportunity</span> {opportunity.text}
        </p>
      )}
      <Points title="Takeaways" points={takeaways.filter(({ text }) => text !== `${heading}.` && text !== why.text)} />
      <Points title="Risks" points={risks} risk />
    </div>
  );
}

const REASONS: Record<string, string> = {
  true: 'Qualified by',
  false: 'Not qualified because',
  null: 'Not known whether he qualifies:',
};

function Qualified({ qualified }: { qualified: boolean | null }) {
  if (qualified === null) return <Tag>not known whether qualified</Tag>;
  return qualified ? <Tag tone="good">qualified</Tag> : <Tag tone="warning">not qualified</Tag>;
}

/** Sentences of what was said; without the right to read that there are none. */
function Points({ title, points, risk = false }: { title: string; points: readonly Point[]; risk?: boolean }) {
  const told = points.filter(({ text }) => text !== null);
  if (told.length === 0) return null;
  return (
    <>
      <h4 className={css.small}>{title}</h4>
      <ul className={css.points} data-risk={risk || undefined}>
        {told.map(({ text, evidence }) => (
          <li key={text}>
            {risk && <IconAlertTriangle size={14} aria-hidden />}
            <span>{text}</span> <Proofs of={evidence} />
          </li>
        ))}
      </ul>
    </>
  );
}
