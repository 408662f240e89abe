import { getCall, getCalls, getSignals, getTimeline, getTranscript, getTurns } from './api/calls.ts';
import type { FilterSearch } from './api/filters.ts';
import { getLatency, getLatencySeries, getSlowestTurns } from './api/latency.ts';
import { getLeads, getLeadSummary } from './api/leads.ts';
import { getPipeline } from './api/pipeline.ts';
import { subscribe } from './live/store.ts';
import { parseCallsSearch } from './pages/calls/search.ts';
import { BESIDE, CALLS_AT_ONCE, LEADS_AT_ONCE, SLOWEST_AT_ONCE } from './pages/at-once.ts';

type Address = {
  /** The variable part of the path. */
  id: string;
  raw: Record<string, string>;
  filters: FilterSearch & { from: string };
};

type FirstView = {
  path: RegExp;
  code: () => Promise<unknown>;
  /** The requests that the page makes at its start, as it makes them; a test compares. */
  ask: (address: Address) => Promise<unknown>[];
};

/** The page itself listens by then. */
const LISTENS_MS = 10_000;

export const FIRST_VIEWS: readonly FirstView[] = [
  {
    path: /^\/$/,
    code: () => import('./pages/live/page.tsx'),
    ask: () => {
      const stop = subscribe(() => undefined);
      setTimeout(stop, LISTENS_MS);
      return [];
    },
  },
  {
    path: /^\/latency$/,
    code: () => import('./pages/latency/page.tsx'),
    ask: ({ filters }) => [
      getLatency(filters),
      getLatencySeries(filters),
      getSlowestTurns({ ...filters, limit: SLOWEST_AT_ONCE }),
    ],
  },
  {
    path: /^\/leads$/,
    code: () => import('./pages/leads/page.tsx'),
    ask: ({ filters }) => [getLeads({ ...filters, limit: LEADS_AT_ONCE }), getLeadSummary(filters)],
  },
  {
    path: /^\/calls$/,
    code: () => import('./pages/calls/page.tsx'),
    ask: ({ filters, raw }) => {
      const { q, status, badge, outcome, sort } = parseCallsSearch(raw);
      return [getCalls({ ...filters, q, status, badge, outcome, sort, limit: CALLS_AT_ONCE })];
    },
  },
  {
    path: /^\/calls\/([^/]+)$/,
    code: () => import('./pages/call/page.tsx'),
    ask: ({ id }) => [
      ...[getCall(id), getTimeline(id), getTurns(id), getSignals(id)],
      ...(matchMedia(BESIDE).matches ? [getTranscript(id)] : []),
    ],
  },
  { path: /^\/pipeline$/, code: () => import('./pages/pipeline/page.tsx'), ask: () => [getPipeline()] },
];
