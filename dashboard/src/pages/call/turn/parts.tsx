import type { Turn } from '../../../../../api/types.ts';
import { useTargetMs } from '../../../app/use-target.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Waterfall } from '../../../parts/waterfall.tsx';
import { EXCLUDED } from './reading.ts';
import css from './turn.module.css';

/** The waterfall to scale, or why there is none. */
export function Parts({ turn }: { turn: Turn }) {
  const targetMs = useTargetMs();
  return (
    <section aria-label="Where the wait went">
      <h4 className={css.title}>Where the wait went</h4>
      {turn.parts.length === 0 ? (
        <EmptyState title="No waterfall">
          There is no wait to take apart: {EXCLUDED[turn.excluded] ?? 'its parts were not measured'}.
        </EmptyState>
      ) : (
        <Waterfall parts={turn.parts} heardMs={turn.heardMs} {...(targetMs !== undefined && { targetMs })} />
      )}
    </section>
  );
}
