import { Link } from '@tanstack/react-router';
import type { CallSummary } from '../../../../api/types.ts';
import { nameOf } from '../../format/who.ts';
import { inWords } from '../../format/words.ts';
import { CallTags } from '../../parts/call-tags.tsx';
import { CopyId } from '../../parts/copy-id.tsx';
import css from './call.module.css';

export function titleOf(call: CallSummary | undefined): string {
  return call === undefined ? 'Call' : nameOf(call.who);
}

/** The line under the caller's name: company, agent, channel, the call's id, and what is special about it. */
export function Title({ call, callId }: { call: CallSummary | undefined; callId: string }) {
  if (call === undefined) return <span className={css.under}>{callId}</span>;
  const { who, agent, agentVersion, channel, region } = call;
  const about = [
    who.name === null ? null : who.company,
    channel === 'unknown' ? null : inWords(channel),
    region,
  ].filter(Boolean);
  return (
    <span className={css.under}>
      {about.length > 0 && <span>{about.join(' · ')}</span>}
      {agent !== '' && (
        <Link to="/calls" search={{ agent, version: agentVersion || undefined }} className={css.quiet}>
          {agent} {agentVersion}
        </Link>
      )}
      <Link to="/leads/$personKey" params={{ personKey: who.personKey }} className={css.quiet}>
        All calls of this person
      </Link>
      <CopyId id={callId} label="call id" />
      <CallTags call={call} />
    </span>
  );
}
