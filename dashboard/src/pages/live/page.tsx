import { Page } from '../../parts/page.tsx';
import { Calls } from './calls.tsx';
import { Strip } from './strip.tsx';

/** Who is on the line now, and how it goes. */
export function LivePage() {
  return (
    <Page title="Live" under="Every call that goes on, as it goes on">
      <Strip />
      <Calls />
    </Page>
  );
}
