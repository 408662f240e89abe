import { AutoSubscribe, voice, type JobContext } from '@livekit/agents';
import type { Participant } from '@livekit/rtc-node';
import { attachCollector, type Collector } from '../collector/index.ts';
import type { AgentDocument } from '../config/document.ts';
import { messageOf } from '../../lib/errors.ts';
import { createVoiceAgent, type VoiceAgent } from '../session/voice-agent.ts';
import { openAnnouncer, type Announcer } from './announcer.ts';
import { watchConnection, type ConnectionWatch } from './connection.ts';
import { readDispatch } from './dispatch.ts';
import { emulatedVendors, endpointsOf } from './endpoints.ts';
import { watchEndings, type Over } from './endings.ts';
import { watchFailing } from './failing.ts';
import { keepHearing } from './hearing.ts';
import { onJobShutdown } from './on-shutdown.ts';
import { shutSessionTopic } from './session-topic.ts';
import { createShippedWords, type ShippedWords } from './shipped.ts';
import type { Warm } from './warm-up.ts';

/** One call in a room, from the dispatch to the empty room. */
export async function takeCall(ctx: JobContext, warm: Warm): Promise<void> {
  const { env, log } = warm;
  const dispatch = readDispatch(ctx.job.metadata);
  const tenant = dispatch.tenant ?? env.EARSHOT_TENANT;
  const endpoints = endpointsOf(env, dispatch);
  const pinned = await warm.pin(tenant, dispatch.config);
  const { document } = pinned;
  const ports = await warm.ports(document);
  await ctx.connect(undefined, AutoSubscribe.AUDIO_ONLY);
  if (document.sessionTopic === 'closed') shutSessionTopic(ctx.room);
  const announcer = await openAnnouncer(ctx.room, warm.recordings.moment.sampleRate);
  const voiceAgent = createVoiceAgent({ ...ports, document, endpoints, room: ctx.room.name, log });
  const markShutdown = () => {
    if (!collector.ending()) collector.markEnding('shutdown', 'system', 'the job was shut down', Date.now());
  };
  onJobShutdown(ctx, () => {
    markShutdown();
    void voiceAgent.close();
  });
  // Before the collector's own listener: what closes the session and says nothing of it is the job's shutdown.
  voiceAgent.session.on(voice.AgentSessionEventTypes.Close, ({ reason }) => {
    if (reason === voice.CloseReason.USER_INITIATED) markShutdown();
  });
  const collector = attachCollector(voiceAgent.session, {
    tenant,
    nats: warm.nats(tenant),
    spool: { dir: warm.spoolDir },
    heartbeatMs: env.EARSHOT_HEARTBEAT_MS,
    agent: { name: document.name, configVersion: pinned.label },
    channel: dispatch.channel,
    signals: document.signals.map(({ name }) => name),
    emulated: emulatedVendors(env),
    onProblem: (problem) => log.warn({ problem }, 'collector problem'),
  });
  voiceAgent.recordTo(collector);
  const shipped = createShippedWords(announcer, warm.recordings, collector);
  await follow({ ctx, warm, voiceAgent, collector, announcer, shipped, document });
}

type Following = {
  ctx: JobContext;
  warm: Warm;
  voiceAgent: VoiceAgent;
  collector: Collector;
  announcer: Announcer;
  shipped: ShippedWords;
  document: AgentDocument;
};

/** Starts the session, and sees to it that the call ends when it is over, and the job with it. */
async function follow(call: Following): Promise<void> {
  const { ctx, warm, voiceAgent, collector, shipped } = call;
  const { session } = voiceAgent;
  let givenUp: Pick<Over, 'reason' | 'by' | 'detail'> | undefined;
  let caller: string | undefined;
  const isCaller = ({ identity }: Participant) => identity === caller;
  const connection = watchConnection({ room: ctx.room, isCaller, record: collector });
  const hearing = keepHearing(ctx.room, isCaller);
  const end = (over: Over) => {
    endings.stop();
    const { reason, by, detail } = givenUp ?? over;
    // The session takes a moment to close.
    collector.markEnding(reason, by, detail, over.at ?? Date.now());
    void voiceAgent.close();
  };
  const giveUp = async (detail: string) => {
    failing.stop();
    const over = (givenUp = { reason: 'error', by: 'system', detail });
    session.input.setAudioEnabled(false);
    await shipped.goodbye();
    end(over);
  };
  const endings = watchEndings({ room: ctx.room, isCaller, lastHeardAt: connection.lastHeardAt, onOver: end });
  const failing = watchFailing(session, {
    onWait: shipped.moment,
    onAnswer: shipped.stop,
    onGivenUp: (detail) => void giveUp(detail),
  });
  session.on(voice.AgentSessionEventTypes.Close, (event) => {
    endings.stop();
    failing.stop();
    void hearing.stop();
    leave(call, connection, event).catch((error: unknown) => {
      warm.log.error({ error: messageOf(error) }, 'the room was not left in order');
      ctx.shutdown('not left in order');
    });
  });
  process.once('disconnect', () => end({ reason: 'shutdown', by: 'system', detail: 'the worker went away' }));

  const textEnabled = call.document.sessionTopic === 'open';
  const joined = ctx.waitForParticipant().then(({ identity }) => void (caller = identity));
  // Of its own accord the session would close without what was heard of its last words.
  const inputOptions = { textEnabled, closeOnDisconnect: false };
  await voiceAgent.start({ room: ctx.room, record: false, inputOptions });
  await joined;
  if (session.agentState !== 'speaking') failing.begin();
}

/** What is still to be said and kept when the session has closed. */
async function leave(
  { ctx, collector, announcer, shipped }: Following,
  connection: ConnectionWatch,
  { reason }: voice.CloseEvent,
): Promise<void> {
  await connection.stop();
  const broken = reason === voice.CloseReason.ERROR || !process.connected;
  if (broken && ctx.room.isConnected) await shipped.goodbye();
  await announcer.close();
  // The caller is told that it is over; of a handover he stays, with whom he was handed to.
  if (collector.ending()?.reason !== 'transferred') await ctx.deleteRoom().catch(() => undefined);
  if (process.connected) return ctx.shutdown('the call is over');
  await collector.close();
  process.exit(0);
}
