import { useIntersection } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { AFTER_FIRST_VIEW_MS } from '../live/store.ts';

/**
 * Whether something has come near the screen, or the first view has had its time: what lies below asks for its data then,
 * so that what is seen first need not wait for it. Stays true.
 */
export function useNear(): [ref: (element: Element | null) => void, near: boolean] {
  const { ref, entry } = useIntersection({ rootMargin: '100px' });
  const [near, setNear] = useState(false);
  const isSeen = entry?.isIntersecting === true;
  useEffect(() => {
    if (isSeen) setNear(true);
    const timer = setTimeout(() => setNear(true), Math.max(0, AFTER_FIRST_VIEW_MS - performance.now()));
    return () => clearTimeout(timer);
  }, [isSeen]);
  return [ref, near];
}
