import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconLock } from '@tabler/icons-react';
import type { Analysis } from '../../../../../../api/types.ts';
import { useSession } from '../../../../app/session.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { analysisQuery } from '../../data.ts';
import { Tab } from '../tab.tsx';
import tabs from '../tabs.module.css';
import { Actions } from './actions.tsx';
import css from './analysis.module.css';
import { Brief } from './brief.tsx';
import { CostCard } from './cost.tsx';
import { EngineLine } from './engine.tsx';
import { Gaps } from './gaps.tsx';
import { Competitors, Objections } from './objections.tsx';
import { PerformanceCard } from './performance.tsx';
import { itemOf } from './reading.ts';
import { Bant, Wants } from './sales.tsx';
import { Sentiment } from './sentiment.tsx';
import { Engagement, Quality } from './weighed.tsx';

/** What the words of the call tell, each claim with the words that show it. */
export function AnalysisTab({ callId }: { callId: string }) {
  const { engine } = useSearch({ from: '/app/calls/$callId' });
  const query = useQuery(analysisQuery(callId, engine));
  return <Tab query={query}>{(analysis) => <States analysis={analysis} />}</Tab>;
}

function States({ analysis }: { analysis: Analysis }) {
  if (analysis.state === 'goes_on')
    return (
      <EmptyState title="The call goes on">
        The analysis comes when the call has ended. Until then signals and score show what is known.
      </EmptyState>
    );
  if (analysis.state === 'not_analysed')
    return (
      <EmptyState title="Not analysed yet" command="npm run earshot -- call derive">
        The analysis comes some seconds after the end of a call. A call from before there was one gets it by this
        command.
      </EmptyState>
    );
  if (analysis.items.length === 0 && analysis.unreadable.length === 0) return <NoSuch />;
  return <Analysed analysis={analysis} />;
}

/** The address asks for an engine that has not read this call. */
function NoSuch() {
  return (
    <EmptyState title="Not read by this engine">
      <Link
        to="."
        search={(old) => ({ ...old, engine: undefined })}
        resetScroll={false}
        data-row
        className={tabs.quiet}
      >
        Show what there is
      </Link>
    </EmptyState>
  );
}

function Analysed({ analysis }: { analysis: Analysis }) {
  const session = useSession();
  const summary = itemOf(analysis, 'summary');
  const objections = itemOf(analysis, 'objections');
  const sales = itemOf(analysis, 'sales');
  const quality = itemOf(analysis, 'quality');
  const performance = itemOf(analysis, 'performance');
  return (
    <>
      <EngineLine analysis={analysis} />
      {session?.canReadTranscripts === false && (
        <p className={css.locked}>
          <IconLock size={14} aria-hidden /> What was said, and sentences made of it, are left out: reading them needs
          the right to read transcripts.
        </p>
      )}
      {summary && <Brief result={summary.result} lead={itemOf(analysis, 'lead')?.result.lead} />}
      <Objections item={objections} />
      <Competitors item={objections} />
      <Actions item={itemOf(analysis, 'action_items')} />
      <Bant item={sales} />
      <Wants item={sales} />
      <Sentiment item={itemOf(analysis, 'sentiment')} />
      <Quality item={quality} />
      <Engagement item={quality} />
      <Gaps item={itemOf(analysis, 'content_gaps')} />
      <PerformanceCard item={performance} />
      <CostCard item={performance} />
    </>
  );
}
