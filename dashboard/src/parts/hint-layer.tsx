import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';

const DELAY_MS = 250;
const ID = 'hint';

/**
 * Shows the `data-hint` of what is under the pointer or has the focus. One for all pages: a tooltip of its own for each of
 * the hundreds of dates, bars and tags of a list takes longer to make than the list.
 */
export function HintLayer() {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useEffect(() => follow(setTarget), []);
  useEffect(() => {
    target?.setAttribute('aria-describedby', ID);
    return () => target?.removeAttribute('aria-describedby');
  }, [target]);
  if (target === null) return null;
  const label = <span id={ID}>{target.dataset['hint']}</span>;
  return <Tooltip target={target} label={label} opened style={{ whiteSpace: 'pre-line' }} />;
}

/** @returns what ends it. */
function follow(show: (target: HTMLElement | null) => void): () => void {
  let shown: HTMLElement | null = null;
  let aimed: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const set = (target: HTMLElement | null) => {
    shown = target;
    show(target);
  };
  const turnTo = (next: HTMLElement | null) => {
    if (next === aimed) return;
    aimed = next;
    clearTimeout(timer);
    // Who reads one and goes to the next has waited already.
    if (next === null || shown !== null) set(next);
    else timer = setTimeout(() => set(next), DELAY_MS);
  };
  /** Also under the link that lies over the whole of a row. */
  const point = ({ clientX, clientY }: PointerEvent) => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      turnTo(
        document
          .elementsFromPoint(clientX, clientY)
          .map(hinted)
          .find((one) => one !== null) ?? null,
      );
    });
  };
  const focus = ({ target }: FocusEvent) => turnTo(target instanceof Element ? hinted(target) : null);
  const hide = () => {
    clearTimeout(timer);
    aimed = null;
    if (shown !== null) set(null);
  };
  const escape = ({ key }: KeyboardEvent) => key === 'Escape' && hide();
  const ends = new AbortController();
  const { signal } = ends;
  document.addEventListener('pointermove', point, { signal, passive: true });
  document.addEventListener('focusin', focus, { signal });
  for (const name of ['focusout', 'scroll', 'pointercancel'])
    document.addEventListener(name, hide, { signal, capture: true });
  document.addEventListener('keydown', escape, { signal });
  return () => {
    clearTimeout(timer);
    ends.abort();
  };
}

const hinted = (element: Element) => element.closest<HTMLElement>('[data-hint]');
