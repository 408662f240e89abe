import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Suites start real servers and wait for them most of the time; four at a time is what two cores carry. */
const WORKERS = 4;
/** Whole programs are started and killed. */
const LONG_WORKERS = 2;
/** Calls in real time need both cores to themselves: they are made alone, after the other suites. */
const ALONE = ['test/e2e/calls.test.ts', 'test/room/calls.test.ts'];
/** The other calls in rooms: `npm run test:room`, which CI runs too. */
const ROOM = ['test/room/{browser,endings,failing,handover,leak,shutdown,waiting}.test.ts'];
/**
 * Proofs that take long, because they install, start and kill whole programs or wait for what takes its time: `npm run test:long`,
 * which CI runs too.
 */
const LONG = [
  'test/agent-config/{fallback,follow,talk}.test.ts',
  'test/analysis/by-hand/*.test.ts',
  'test/analysis/rules/corpus.test.ts',
  'test/api/{calls,dead-letters,feed,http,latency,live,login,page-reports,pipeline,process,security,webhooks}.test.ts',
  'test/clickhouse/{local-process,migrate}.test.ts',
  'test/collector/{drain,kill,outage,pack}.test.ts',
  'test/dashboard/{analysis-tab,bundle,connection-tab,latency-chart,web-call-page}.test.ts',
  'test/deploy/{broker-users,cli,launcher,process,setup,stack,worker-login}.test.ts',
  'test/e2e/demo.test.ts',
  'test/kill/*.test.ts',
  'test/worker/{agent-week,alerts-delivery,alerts-outbox,analyse-lanes,analysis,analysis-model,analysis-thread,breaking-thread,crash,failing-analyser,reprocess,rooms,start,worker}.test.ts',
];

const project = (name: string, more: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  test: { name, pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000, ...more },
});

export default defineConfig({
  test: {
    globalSetup: ['test/harness/leftovers.ts'],
    projects: [
      project('parts', {
        include: ['test/**/*.test.ts'],
        exclude: [...ALONE, ...ROOM, ...LONG],
        maxWorkers: WORKERS,
        sequence: { groupOrder: 0 },
      }),
      project('long', { include: LONG, maxWorkers: LONG_WORKERS, sequence: { groupOrder: 1 } }),
      project('room', { include: ROOM, maxWorkers: 1, sequence: { groupOrder: 2 } }),
      project('whole', { include: ALONE, maxWorkers: 1, sequence: { groupOrder: 3 } }),
    ],
  },
});
