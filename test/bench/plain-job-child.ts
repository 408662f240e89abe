import { AutoSubscribe, defineAgent, voice } from '@livekit/agents';
import { endpointsOf } from '../../agent/job/endpoints.ts';
import { readDispatch } from '../../agent/job/dispatch.ts';
import { shutSessionTopic } from '../../agent/job/session-topic.ts';
import { warmUp, type Warm } from '../../agent/job/warm-up.ts';
import { createVoiceAgent } from '../../agent/session/voice-agent.ts';

/** The same call as the agent's own job takes, without the collector: the baseline of `room`. */
export default defineAgent<{ warm?: Warm }>({
  prewarm: async (process) => {
    process.userData.warm = await warmUp();
  },
  entry: async (ctx) => {
    const warm = ctx.proc.userData.warm ?? (await warmUp());
    const { document } = await warm.pin('local', undefined);
    await ctx.connect(undefined, AutoSubscribe.AUDIO_ONLY);
    shutSessionTopic(ctx.room);
    const endpoints = endpointsOf(warm.env, readDispatch(ctx.job.metadata));
    const { session, start } = createVoiceAgent({
      ...(await warm.ports(document)),
      ...{ document, endpoints, room: ctx.room.name, log: warm.log },
    });
    session.on(voice.AgentSessionEventTypes.Close, () => ctx.shutdown('the call is over'));
    await start({ room: ctx.room, record: false, inputOptions: { textEnabled: false } });
  },
});
