import { runAgent } from '../harness/run-agent.ts';

/** An agent process whose jobs end when they are told to. */
await runAgent(new URL('./quitting-job.ts', import.meta.url));
