import { defineConfig } from 'vitest/config';

/** Suites start real servers; two at a time is what two cores carry. */
const WORKERS = 2;

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: WORKERS,
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/harness/leftovers.ts'],
  },
});
