import { useQuery } from '@tanstack/react-query';
import { getPipeline } from '../../api/pipeline.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { BlockSkeleton } from '../../parts/skeletons.tsx';
import { Books } from './books.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { Deliveries } from './deliveries.tsx';
import { Flow } from './flow.tsx';
import { Health } from './health.tsx';
import { Rates } from './rates.tsx';
import { Spools } from './spools.tsx';
import { Verdict } from './verdict.tsx';
import css from './pipeline.module.css';

const ASK_AGAIN_MS = 3000;

/** Is anything lost, and where does it wait. */
export function PipelinePage() {
  const query = useQuery({
    queryKey: ['pipeline'],
    queryFn: ({ signal }) => getPipeline(signal),
    refetchInterval: ASK_AGAIN_MS,
  });
  return (
    <Page title="Pipeline" under="From the agent to the tables: is anything lost, and where does it wait">
      <Loaded query={query} skeleton={<Waiting />} boxed>
        {(pipeline) => (
          <div className={css.stack}>
            <Verdict pipeline={pipeline} isOld={query.isRefetchError} />
            <Books books={pipeline.booksToday} />
            <div className={css.columns}>
              <Flow pipeline={pipeline} />
              <Health pipeline={pipeline} />
            </div>
          </div>
        )}
      </Loaded>
      <DeadLetters />
      {query.data && (
        <>
          <Rates rates={query.data.rates} />
          <Spools spools={query.data.spools} />
          <Deliveries deliveries={query.data.deliveries} />
        </>
      )}
    </Page>
  );
}

function Waiting() {
  return (
    <div className={css.stack}>
      <BlockSkeleton height={74} />
      <BlockSkeleton height={118} />
      <BlockSkeleton height={335} />
    </div>
  );
}
