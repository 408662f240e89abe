import { runAgent } from '../harness/run-agent.ts';

/** An agent process whose jobs have no collector. */
await runAgent(new URL('./plain-job-child.ts', import.meta.url));
