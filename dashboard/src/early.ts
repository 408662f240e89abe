import { askAhead } from './api/client.ts';
import { getSession } from './api/session.ts';
import { parseFilters, withRange } from './app/address.ts';
import { FIRST_VIEWS } from './first-views.ts';

/**
 * Runs before the libraries are read: asks for what the page of this address shows first, and for the code that shows
 * it, so that neither waits for the other. `index.html` gets it from the build (`dashboard/early-script.ts`).
 */
const raw = Object.fromEntries(new URLSearchParams(location.search));
const view = FIRST_VIEWS.find(({ path }) => path.test(location.pathname));
if (view !== undefined) {
  const [, id = ''] = view.path.exec(location.pathname) ?? [];
  askAhead(() => [
    getSession(),
    ...view.ask({ id: decodeURIComponent(id), raw, filters: withRange(parseFilters(raw)) }),
  ]);
  void view.code();
}
