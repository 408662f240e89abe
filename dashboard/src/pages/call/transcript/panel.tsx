import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../app/session.ts';
import type { LiveCall } from '../../../live/reduce.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { TextSkeleton } from '../../../parts/skeletons.tsx';
import { callQuery, signalsQuery, transcriptQuery } from '../data.ts';
import { Line } from './line.tsx';
import { NoRight } from './no-right.tsx';
import { Speaking } from './speaking.tsx';
import css from './transcript.module.css';

type TranscriptProps = { callId: string; live: LiveCall | undefined };

/** What was said, as far as it was heard. */
export function TranscriptPanel(props: TranscriptProps) {
  return (
    <Panel title="Transcript" under="Choose an answer to see where its wait went" flush>
      <Transcript {...props} />
    </Panel>
  );
}

/** The same without its frame, for narrow screens. */
export function Transcript(props: TranscriptProps) {
  const session = useSession();
  if (session === undefined) return <Waiting />;
  return session.canReadTranscripts ? <Conversation {...props} /> : <NoRight callId={props.callId} />;
}

function Conversation({ callId, live }: TranscriptProps) {
  const query = useQuery(transcriptQuery(callId));
  const signals = useQuery(signalsQuery(callId)).data?.items ?? [];
  const startedAt = useQuery(callQuery(callId)).data?.startedAt;
  return (
    <Loaded query={query} skeleton={<Waiting />}>
      {({ items }) => (
        <>
          {items.length === 0 && live === undefined && (
            <EmptyState title="Nothing was said">Neither caller nor agent said a word that was recognised.</EmptyState>
          )}
          <ol className={css.lines}>
            {items.map((item, index) => (
              <Line
                key={item.itemId}
                item={item}
                from={startedAt ?? items[0]?.startedAt ?? item.at}
                follows={items[index - 1]?.role === item.role}
                signals={signals.filter(({ itemId }) => itemId === item.itemId)}
              />
            ))}
          </ol>
          {live !== undefined && live.status === 'active' && <Speaking live={live} items={items} />}
        </>
      )}
    </Loaded>
  );
}

function Waiting() {
  return (
    <div className={css.waiting}>
      <TextSkeleton lines={12} />
    </div>
  );
}
