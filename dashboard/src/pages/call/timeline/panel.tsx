import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { BlockSkeleton } from '../../../parts/skeletons.tsx';
import { timelineQuery } from '../data.ts';
import { Drawing, HEIGHT } from './drawing.tsx';
import { Legend } from './legend.tsx';

/** Of one line, px. */
const LEGEND_HEIGHT = 26;

type TimelinePanelProps = { callId: string; startedAt: string | undefined };

/** The whole call at a glance: who spoke when, and what happened beside it. */
export function TimelinePanel({ callId, startedAt }: TimelinePanelProps) {
  const query = useQuery(timelineQuery(callId));
  return (
    <Panel title="Timeline">
      <Loaded query={query} skeleton={<BlockSkeleton height={HEIGHT + LEGEND_HEIGHT} />}>
        {(timeline) =>
          timeline.spans.length + timeline.marks.length === 0 ? (
            <EmptyState title="Nobody has spoken">Speech of caller and agent is drawn here as it happens.</EmptyState>
          ) : (
            <>
              <Drawing timeline={timeline} startedAt={startedAt} />
              <Legend timeline={timeline} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
