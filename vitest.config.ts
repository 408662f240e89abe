import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Suites start real servers; two at a time is what two cores carry. */
const WORKERS = 2;
/** Twelve calls in real time need both cores to themselves: they are made alone, after the other suites. */
const ALONE = 'test/e2e/calls.test.ts';

const project = (name: string, more: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  test: { name, pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000, ...more },
});

export default defineConfig({
  test: {
    globalSetup: ['test/harness/leftovers.ts'],
    projects: [
      project('parts', {
        include: ['test/**/*.test.ts'],
        exclude: [ALONE],
        maxWorkers: WORKERS,
        sequence: { groupOrder: 0 },
      }),
      project('whole', { include: [ALONE], maxWorkers: 1, sequence: { groupOrder: 1 } }),
    ],
  },
});
