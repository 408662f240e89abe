import { useQuery } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { EXCLUDED } from '../turn/reading.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { TextSkeleton } from '../../../parts/skeletons.tsx';
import { turnsQuery } from '../data.ts';
import { LatencyChip } from './latency-chip.tsx';
import css from './transcript.module.css';

/** Why there are no words here; the turns can be chosen all the same. */
export function NoRight({ callId }: { callId: string }) {
  const query = useQuery(turnsQuery(callId));
  const { turn: chosen } = useSearch({ from: '/app/calls/$callId' });
  return (
    <>
      <div className={css.refused}>
        <IconLock size={16} aria-hidden />
        <p>
          <b>You may not read what was said.</b> Transcripts, tool arguments and raw events need the right to read
          transcripts; an admin can give it to your key. Times, scores and books need no such right.
        </p>
      </div>
      <Loaded query={query} skeleton={<TextSkeleton lines={6} />}>
        {({ items }) => (
          <ol className={css.lines}>
            {items.map(({ turn, heardMs, cause, excluded, interrupted }) => (
              <li key={turn} className={css.line} data-chosen={turn === chosen || undefined}>
                <span className={css.at}>{turn}</span>
                <div className={css.body}>
                  <span className={css.who}>Turn {turn}</span>
                  <p className="dim">
                    {[cause, EXCLUDED[excluded], interrupted && 'interrupted'].filter(Boolean).join(', ') ||
                      'an answer'}
                  </p>
                </div>
                <LatencyChip turn={turn} heardMs={heardMs} chosen={turn === chosen} />
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </>
  );
}
