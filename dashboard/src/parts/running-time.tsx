import { formatLength } from '../format/ms.ts';
import { useNow } from './use-now.ts';

/** How long something has been going on, by the viewer's clock. */
export function RunningTime({ since }: { since: string }) {
  return <>{formatLength(useNow() - Date.parse(since))}</>;
}
