import { defineAgent } from '@livekit/agents';
import { takeCall } from '../../agent/job/take-call.ts';
import { warmUp, type Warm } from '../../agent/job/warm-up.ts';

/** The agent's own job, and code beside it that ends it when somebody in the room asks for that. */
export default defineAgent<{ warm?: Warm }>({
  prewarm: async (process) => {
    process.userData.warm = await warmUp();
  },
  entry: async (ctx) => {
    await takeCall(ctx, ctx.proc.userData.warm ?? (await warmUp()));
    ctx.room.registerTextStreamHandler('quit', () => ctx.shutdown('asked to'));
  },
});
