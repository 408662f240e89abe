import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Turn } from '../../../../../api/types.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { BlockSkeleton } from '../../../parts/skeletons.tsx';
import { turnsQuery } from '../data.ts';
import { useWide } from '../use-wide.ts';
import { Compare } from './compare.tsx';
import { TurnHead } from './head.tsx';
import { Parts } from './parts.tsx';
import css from './turn.module.css';

/** The chosen turn: what was waited for it, where the wait went, and what the SDK says of the same. */
export function TurnPanel({ callId }: { callId: string }) {
  const query = useQuery(turnsQuery(callId));
  const { turn: wanted } = useSearch({ from: '/app/calls/$callId' });
  return (
    <Loaded query={query} skeleton={<Waiting />}>
      {({ items }) => {
        const turn = wanted === undefined ? slowestOf(items) : items.find((one) => one.turn === wanted);
        if (turn !== undefined) return <Shown turn={turn} turns={items} preset={wanted === undefined} />;
        return (
          <EmptyState title={items.length === 0 ? 'No turns yet' : `There is no turn ${wanted}`}>
            {items.length === 0
              ? 'A turn appears when the agent has answered, or as soon as it tried to.'
              : 'A late event may have joined it to another. Choose one in the transcript.'}
          </EmptyState>
        );
      }}
    </Loaded>
  );
}

function Shown({ turn, turns, preset }: { turn: Turn; turns: Turn[]; preset: boolean }) {
  const wide = useWide();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where it stands below the rest, whoever chose it would have to look for it.
    if (!wide && !preset) box.current?.scrollIntoView({ block: 'start' });
  }, [wide, preset, turn.turn]);
  return (
    <div className={css.turn} ref={box}>
      <TurnHead turn={turn} turns={turns} preset={preset} />
      <Parts turn={turn} />
      <Compare turn={turn} />
    </div>
  );
}

/** Whom nobody chose a turn for is shown the one that was waited for longest. */
function slowestOf(turns: Turn[]): Turn | undefined {
  return turns.toSorted((a, b) => (b.heardMs ?? -1) - (a.heardMs ?? -1))[0];
}

function Waiting() {
  return (
    <div className={css.turn}>
      <BlockSkeleton height={64} />
      <BlockSkeleton height={240} />
      <BlockSkeleton height={160} />
    </div>
  );
}
