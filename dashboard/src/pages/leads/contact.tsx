import type { Lead } from '../../../../api/types.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import { Tag } from '../../parts/tag.tsx';
import { AlertState } from './alert-state.tsx';
import css from './person.module.css';

/** How to reach him, as far as it is known. */
export function Contact({ lead }: { lead: Lead }) {
  const { name, company, email, phone, personKey, onCall, callId, crmUrl } = lead;
  return (
    <span className={css.contact}>
      {name !== null && company !== null && <span>{company}</span>}
      {email !== null && <a href={`mailto:${email}`}>{email}</a>}
      {phone !== null && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
      {email === null && phone === null && <span className="dim">no e-mail, no number known</span>}
      {crmUrl !== null && (
        <a href={crmUrl} target="_blank" rel="noreferrer">
          CRM ↗
        </a>
      )}
      <CopyId id={personKey} label="person key" />
      {onCall && (
        <Tag tone="good" hint={`In call ${callId} at this moment`}>
          ● on the line now
        </Tag>
      )}
      <AlertState alert={lead.alert} hot={lead.hot} />
    </span>
  );
}
