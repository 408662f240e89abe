import { useMediaQuery } from '@mantine/hooks';

/** Whether transcript and turn fit beside each other; else the transcript is one of the tabs. */
export function useWide(): boolean {
  return useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false });
}
