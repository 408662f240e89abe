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
import { equationOf, reasonsOf } from './reasons.ts';

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
        <Reasons lead={lead} />
        {nextStep === null ? (
          <p className="dim">No next step: nothing that tells one was said</p>
        ) : (
          <p className={css.next}>→ {nextStep}</p>
        )}
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

/** All that the score is made of, in his words, and how it adds up. */
function Reasons({ lead }: { lead: Lead }) {
  const refused = useSession()?.canReadTranscripts === false;
  const reasons = reasonsOf(lead.points);
  const equation = equationOf(lead);
  return (
    <ul className={css.sentences}>
      {reasons.map(({ quote, gave }) => (
        <li key={gave}>
          {quote !== null && <q>{quote}</q>} <span className="dim">{gave}</span>
        </li>
      ))}
      {refused && reasons.length > 0 && <li className="dim">His words need the right to read transcripts</li>}
      <li className="dim">{equation ?? 'No score: nothing that gives points is known yet'}</li>
    </ul>
  );
}
