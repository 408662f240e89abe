import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { nearest } from './scales.ts';

/** Of the points that were dragged over, or the same twice where one was clicked. */
export type OnPick = (first: number, last: number) => void;

/**
 * Which point is looked at, by pointer or arrow keys, and from which one on it is being dragged.
 * @param places of the points, percent of the width, ascending
 */
export function usePointer(places: readonly number[], pick: OnPick | undefined) {
  const [at, setAt] = useState<number>();
  const [from, setFrom] = useState<number>();
  const last = places.length - 1;
  const leave = () => {
    setAt(undefined);
    setFrom(undefined);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      setAt(indexOf(event, places));
      if (pick === undefined) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setFrom(indexOf(event, places));
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => setAt(indexOf(event, places)),
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (from === undefined) return;
      setFrom(undefined);
      const to = indexOf(event, places);
      pick?.(Math.min(from, to), Math.max(from, to));
    },
    // A finger leaves when it is lifted: what it pointed at stays until something else has the focus.
    onPointerLeave: (event: PointerEvent) => event.pointerType !== 'touch' && leave(),
    onPointerCancel: leave,
    onBlur: leave,
    onFocus: ({ currentTarget }: { currentTarget: HTMLElement }) =>
      currentTarget.matches(':focus-visible') && setAt((old) => old ?? last),
    onKeyDown: (event: KeyboardEvent) => {
      const now = at ?? last;
      const next = { ArrowLeft: Math.max(now - 1, 0), ArrowRight: Math.min(now + 1, last), Home: 0, End: last };
      if (event.key in next) setAt(next[event.key as keyof typeof next]);
      else if (event.key === 'Enter' && pick !== undefined) pick(now, now);
      else if (event.key === 'Escape' && at !== undefined) leave();
      else return;
      event.preventDefault();
    },
  };
  // Fewer points may have come since.
  return { at: at === undefined ? undefined : Math.min(at, last), from, handlers };
}

function indexOf({ clientX, currentTarget }: PointerEvent<HTMLElement>, places: readonly number[]): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return nearest(places, ((clientX - left) / width) * 100);
}
