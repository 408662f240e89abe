import { useMediaQuery } from '@mantine/hooks';
import { BESIDE } from '../at-once.ts';

/** Whether transcript and turn fit beside each other; else the transcript is one of the tabs. */
export function useWide(): boolean {
  return useMediaQuery(BESIDE, true, { getInitialValueInEffect: false });
}
