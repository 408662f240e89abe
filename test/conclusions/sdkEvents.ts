import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { StoredFact } from '../../analytics-worker/conclusions/types.ts';
import { script, START } from './helpers.ts';

type Script = ReturnType<typeof script>;
type Payload = Record<string, unknown>;

const line = z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()) });

/** Facts of a call whose SDK events were logged, as a collector would have written them. */
export function factsOfLog(name: string): StoredFact[] {
  const file = new URL(`../fixtures/sdk-events/${name}.jsonl`, import.meta.url);
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  const out = script();
  let last = START;
  for (const row of rows) {
    const { event, payload } = line.parse(JSON.parse(row));
    last = typeof payload['createdAt'] === 'number' ? payload['createdAt'] : last;
    mappers[event]?.(out, last - START, payload);
  }
  return out.facts;
}

const modelNames = z.object({ modelProvider: z.string(), modelName: z.string() });
const state = z.enum(['initializing', 'idle', 'listening', 'thinking', 'speaking']);
const callerState = z.enum(['speaking', 'listening', 'away']);
const handle = z.object({ speechHandle: z.object({ id: z.string() }), source: z.enum(['say', 'generate_reply']) });
const call = z.object({ callId: z.string(), name: z.string(), args: z.string(), createdAt: z.number() });
const output = z.object({ output: z.string(), isError: z.boolean(), createdAt: z.number() });

const mappers: Record<string, (out: Script, after: number, payload: Payload) => void> = {
  agent_state_changed: (out, after, p) =>
    out.add(after, 'agent.state', { from: state.parse(p['oldState']), to: state.parse(p['newState']) }),
  user_state_changed: (out, after, p) =>
    out.add(after, 'caller.state', { from: callerState.parse(p['oldState']), to: callerState.parse(p['newState']) }),
  user_input_transcribed: (out, after, p) =>
    out.add(after, 'caller.transcribed', {
      text: String(p['transcript']),
      isFinal: p['isFinal'] === true,
      language: null,
    }),
  speech_created: (out, after, p) => {
    const { speechHandle, source } = handle.parse(p);
    out.add(after, 'speech.created', { speechId: speechHandle.id, source, userInitiated: true });
  },
  conversation_item_added: (out, after, p) => addItem(out, after, p['item']),
  metrics_collected: (out, after, p) => addMetrics(out, after, p['metrics']),
  function_tools_executed: (out, after, p) => {
    const outputs = z.array(output).parse(p['functionCallOutputs']);
    for (const [index, run] of z.array(call).parse(p['functionCalls']).entries()) {
      const done = outputs[index];
      out.add(after, 'tool.executed', {
        toolCallId: run.callId,
        name: run.name,
        args: run.args,
        startedAt: run.createdAt,
        endedAt: done?.createdAt ?? run.createdAt,
        durationMs: (done?.createdAt ?? run.createdAt) - run.createdAt,
        isError: done?.isError ?? false,
        ...(done ? { output: done.output } : {}),
      });
    }
  },
  session_usage_updated: (out, after, p) => {
    const { modelUsage } = z.object({ modelUsage: z.array(usage) }).parse(p['usage']);
    out.add(after, 'usage.reported', { models: modelUsage.map(usageRow) });
  },
  error: (out, after, p) =>
    out.add(after, 'error.raised', { source: 'llm', message: 'llm down', recoverable: p['recoverable'] === true }),
  'speaker.playbackStarted': (out, after) => out.add(after, 'playout.started', { startedAt: START + after }),
  agent_false_interruption: (out, after, p) => out.add(after, 'interruption.false', { resumed: p['resumed'] === true }),
  close: (out, after) =>
    out.add(after, 'call.ended', { endedAt: START + after, reason: 'caller_hung_up', by: 'caller' }),
};

const usage = z.object({
  type: z.enum(['llm_usage', 'tts_usage', 'stt_usage']),
  provider: z.string(),
  model: z.string(),
  inputTokens: z.number().optional(),
  inputCachedTokens: z.number().optional(),
  outputTokens: z.number().optional(),
  charactersCount: z.number().optional(),
  audioDurationMs: z.number().optional(),
});

function usageRow({ type, provider, model, ...amounts }: z.infer<typeof usage>) {
  const kinds = { llm_usage: 'llm', tts_usage: 'tts', stt_usage: 'stt' } as const;
  return {
    kind: kinds[type],
    provider,
    model,
    ...(amounts.inputTokens === undefined ? {} : { inputTokens: amounts.inputTokens }),
    ...(amounts.inputCachedTokens === undefined ? {} : { cachedTokens: amounts.inputCachedTokens }),
    ...(amounts.outputTokens === undefined ? {} : { outputTokens: amounts.outputTokens }),
    ...(amounts.charactersCount === undefined ? {} : { characters: amounts.charactersCount }),
    ...(amounts.audioDurationMs === undefined ? {} : { audioDurationMs: amounts.audioDurationMs }),
  };
}

const message = z.object({
  id: z.string(),
  type: z.literal('message'),
  role: z.enum(['user', 'assistant']),
  content: z.array(z.string()),
  interrupted: z.boolean(),
  createdAt: z.number(),
  metrics: z.object({ startedSpeakingAt: z.number().optional(), stoppedSpeakingAt: z.number().optional() }).optional(),
});

function addItem(out: Script, after: number, raw: unknown): void {
  const item = message.safeParse(raw);
  if (!item.success) return;
  const { id, role, content, interrupted, createdAt, metrics } = item.data;
  const { startedSpeakingAt, stoppedSpeakingAt } = metrics ?? {};
  out.add(after, 'item.committed', {
    itemId: id,
    role,
    text: content.join(' '),
    createdAt,
    interrupted,
    ...(startedSpeakingAt === undefined ? {} : { startedSpeakingAt: startedSpeakingAt * 1_000 }),
    ...(stoppedSpeakingAt === undefined ? {} : { stoppedSpeakingAt: stoppedSpeakingAt * 1_000 }),
  });
}

const eou = z.object({
  type: z.literal('eou_metrics'),
  endOfUtteranceDelayMs: z.number(),
  transcriptionDelayMs: z.number(),
  onUserTurnCompletedDelayMs: z.number(),
  lastSpeakingTimeMs: z.number(),
  speechId: z.string(),
});
const work = z.object({
  timestamp: z.number(),
  requestId: z.string(),
  durationMs: z.number(),
  label: z.string(),
  metadata: modelNames,
  speechId: z.string().optional(),
});
const llm = work.extend({
  type: z.literal('llm_metrics'),
  ttftMs: z.number(),
  cancelled: z.boolean(),
  promptTokens: z.number(),
  promptCachedTokens: z.number(),
  completionTokens: z.number(),
  totalTokens: z.number(),
  tokensPerSecond: z.number(),
});
const tts = work.extend({
  type: z.literal('tts_metrics'),
  ttfbMs: z.number(),
  audioDurationMs: z.number(),
  charactersCount: z.number(),
  cancelled: z.boolean(),
  streamed: z.boolean(),
});
const stt = work.extend({ type: z.literal('stt_metrics'), audioDurationMs: z.number(), streamed: z.boolean() });

function addMetrics(out: Script, after: number, raw: unknown): void {
  const metric = z.discriminatedUnion('type', [eou, llm, tts, stt]).parse(raw);
  if (metric.type === 'eou_metrics') {
    const { endOfUtteranceDelayMs, transcriptionDelayMs, onUserTurnCompletedDelayMs, lastSpeakingTimeMs } = metric;
    const turn = { endOfUtteranceDelayMs, transcriptionDelayMs, turnHookMs: onUserTurnCompletedDelayMs };
    out.add(after, 'metrics.eou', { ...turn, lastSpeakingAt: lastSpeakingTimeMs, speechId: metric.speechId });
    return;
  }
  const { requestId, durationMs, label, metadata, speechId } = metric;
  const common = {
    ...{ requestId, durationMs, label, endedAt: metric.timestamp },
    ...{ provider: metadata.modelProvider, model: metadata.modelName },
    ...(speechId === undefined ? {} : { speechId }),
  };
  if (metric.type === 'stt_metrics') {
    out.add(after, 'metrics.stt', { ...common, audioDurationMs: metric.audioDurationMs, streamed: metric.streamed });
  } else if (metric.type === 'tts_metrics') {
    const { ttfbMs, audioDurationMs, charactersCount, cancelled, streamed } = metric;
    const amounts = { audioDurationMs, characters: charactersCount, cancelled, streamed };
    out.add(after, 'metrics.tts', { ...common, ...amounts, ttfbMs: ttfbMs < 0 ? null : ttfbMs });
  } else {
    const { ttftMs, cancelled, promptTokens, promptCachedTokens, completionTokens, totalTokens } = metric;
    const tokens = { promptTokens, cachedTokens: promptCachedTokens, completionTokens, totalTokens };
    out.add(after, 'metrics.llm', {
      ...common,
      ...tokens,
      ttftMs: ttftMs < 0 ? null : ttftMs,
      cancelled,
      tokensPerSecond: metric.tokensPerSecond,
    });
  }
}
