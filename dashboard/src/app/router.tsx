import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { parseCallSearch } from '../pages/call/search.ts';
import { parseCallsSearch } from '../pages/calls/search.ts';
import { parseLatencySearch } from '../pages/latency/search.ts';
import { parseLeadsSearch } from '../pages/leads/search.ts';
import { parseLoginSearch } from '../pages/login/search.ts';
import { parsePipelineSearch } from '../pages/pipeline/search.ts';
import { Crashed, NotFound } from './broken.tsx';
import { FILTER_NAMES, parseFilters } from './address.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ notFoundComponent: NotFound });

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  validateSearch: parseFilters,
  search: { middlewares: [retainSearchParams([...FILTER_NAMES])] },
});

const live = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/live/page.tsx'), 'LivePage'),
});

const latency = createRoute({
  getParentRoute: () => app,
  path: '/latency',
  validateSearch: parseLatencySearch,
  component: lazyRouteComponent(() => import('../pages/latency/page.tsx'), 'LatencyPage'),
});

const leads = createRoute({
  getParentRoute: () => app,
  path: '/leads',
  validateSearch: parseLeadsSearch,
  component: lazyRouteComponent(() => import('../pages/leads/page.tsx'), 'LeadsPage'),
});

const lead = createRoute({
  getParentRoute: () => app,
  path: '/leads/$personKey',
  component: lazyRouteComponent(() => import('../pages/leads/lead-page.tsx'), 'LeadPage'),
});

const calls = createRoute({
  getParentRoute: () => app,
  path: '/calls',
  validateSearch: parseCallsSearch,
  component: lazyRouteComponent(() => import('../pages/calls/page.tsx'), 'CallsPage'),
});

const call = createRoute({
  getParentRoute: () => app,
  path: '/calls/$callId',
  validateSearch: parseCallSearch,
  component: lazyRouteComponent(() => import('../pages/call/page.tsx'), 'CallPage'),
});

const pipeline = createRoute({
  getParentRoute: () => app,
  path: '/pipeline',
  validateSearch: parsePipelineSearch,
  component: lazyRouteComponent(() => import('../pages/pipeline/page.tsx'), 'PipelinePage'),
});

const webCall = createRoute({
  getParentRoute: () => app,
  path: '/call',
  component: lazyRouteComponent(() => import('../pages/web-call/page.tsx'), 'WebCallPage'),
});

const anything = createRoute({ getParentRoute: () => app, path: '$', component: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: parseLoginSearch,
  component: lazyRouteComponent(() => import('../pages/login/page.tsx'), 'LoginPage'),
});

const routeTree = root.addChildren([
  app.addChildren([live, latency, leads, lead, calls, call, pipeline, webCall, anything]),
  login,
]);

/** Every value of the address is a text, so that a link can be read and written by hand. */
export const router = createRouter({
  routeTree,
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
    const words = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
    return words === '' ? '' : `?${words}`;
  },
  defaultPreload: 'intent',
  defaultErrorComponent: Crashed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
