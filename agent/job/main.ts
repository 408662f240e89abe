import { defineAgent } from '@livekit/agents';
import { takeCall } from './take-call.ts';
import { warmUp, type Warm } from './warm-up.ts';

/** What a job process runs: made ready while it is idle, then one call. */
export default defineAgent<{ warm?: Promise<Warm> }>({
  prewarm: async (process) => {
    process.userData.warm = warmUp();
    await process.userData.warm;
  },
  entry: async (ctx) => takeCall(ctx, await (ctx.proc.userData.warm ?? warmUp())),
});
