import { Link } from '@tanstack/react-router';
import type { Lead } from '../../../../api/types.ts';
import { useSession } from '../../app/session.ts';
import { formatMany } from '../../format/number.ts';
import { nameOf } from '../../format/who.ts';
import { ScoreBadge } from '../../parts/score-badge.tsx';
import { Tag } from '../../parts/tag.tsx';
import { When } from '../../parts/when.tsx';
import { AlertState } from './alert-state.tsx';
import css from './leads.module.css';
import { PointsBar } from './points-bar.tsx';
import { byQuote } from './sentences.ts';

/** One person: why now, in his own words, and what to do. */
export function LeadRow({ lead }: { lead: Lead }) {
  const { name, company, personKey, onCall, calls, callAt, nextStep, crmUrl } = lead;
  return (
    <li className={css.lead}>
      <div className={css.score}>
        <ScoreBadge score={lead.score} tier={lead.tier} hot={lead.hot} />
        <PointsBar points={lead.points} />
      </div>
      <div className={css.person}>
        <div className={css.names}>
          <Link to="/leads/$personKey" params={{ personKey }} className={css.open} data-row>
            {nameOf(lead)}
          </Link>
          {name !== null && company !== null && <span className={css.company}>{company}</span>}
          {onCall && (
            <Tag tone="good" hint="The call goes on at this moment">
              ● on the line now
            </Tag>
          )}
        </div>
        <Sentences sentences={lead.sentences} hasScore={lead.score !== null} />
        {nextStep !== null && <p className={css.next}>→ {nextStep}</p>}
      </div>
      <div className={css.facts}>
        <span>
          <When at={callAt} kind="ago" />
        </span>
        {calls > 1 && <span className="dim">{formatMany(calls, 'call')}</span>}
        <AlertState alert={lead.alert} hot={lead.hot} />
        {crmUrl !== null && (
          <a href={crmUrl} target="_blank" rel="noreferrer" className={css.crm}>
            CRM ↗
          </a>
        )}
      </div>
    </li>
  );
}

type SentencesProps = { sentences: Lead['sentences']; hasScore: boolean };

function Sentences({ sentences, hasScore }: SentencesProps) {
  const refused = useSession()?.canReadTranscripts === false;
  if (refused && hasScore) return <p className="dim">His words need the right to read transcripts</p>;
  if (sentences.length === 0) {
    return (
      <p className="dim">{hasScore ? 'No words to show for the score' : 'Has said nothing yet that gives points'}</p>
    );
  }
  return (
    <ul className={css.sentences}>
      {byQuote(sentences).map(({ quote, gave }) => (
        <li key={quote}>
          <q>{quote}</q> <span className="dim">{gave}</span>
        </li>
      ))}
    </ul>
  );
}
