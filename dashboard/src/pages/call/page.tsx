import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Page } from '../../parts/page.tsx';
import css from './call.module.css';
import { callQuery } from './data.ts';
import { Head, HeadSkeleton } from './head.tsx';
import { Side } from './side.tsx';
import { TimelinePanel } from './timeline/panel.tsx';
import { TranscriptPanel } from './transcript/panel.tsx';
import { Title, titleOf } from './title.tsx';
import { useFollow } from './use-follow.ts';
import { useWide } from './use-wide.ts';

/** One call: what happened, what was said, and for a turn where the wait went. */
export function CallPage() {
  const { callId } = useParams({ from: '/app/calls/$callId' });
  return <Call key={callId} callId={callId} />;
}

function Call({ callId }: { callId: string }) {
  const query = useQuery(callQuery(callId));
  const live = useFollow(callId);
  const wide = useWide();
  const call = query.data;
  if (call === undefined && query.error) {
    return (
      <Page title="Call" under={callId} actions={<Back />}>
        <ErrorCard error={query.error} retry={() => void query.refetch()} />
      </Page>
    );
  }
  return (
    <Page title={titleOf(call)} under={<Title call={call} callId={callId} />} actions={<Back />}>
      {call ? <Head call={call} /> : <HeadSkeleton />}
      <TimelinePanel callId={callId} startedAt={call?.startedAt} />
      <div className={wide ? css.columns : undefined}>
        {wide && <TranscriptPanel callId={callId} live={live} />}
        <Side callId={callId} live={live} />
      </div>
    </Page>
  );
}

function Back() {
  return (
    <Link to="/calls" data-close className={css.quiet}>
      All calls
    </Link>
  );
}
