import { readFileSync } from 'node:fs';
import { llm, voice, type metrics } from '@livekit/agents';
import { z } from 'zod';

const FILE = new URL('../fixtures/sdk-events/audio-session.jsonl', import.meta.url);
const OF_SPEAKER = 'speaker.';

type Payload = Record<string, unknown>;
/** What happened, and how long after the start of the captured call. */
export type Captured = { atMs: number; event: string; payload: Payload };

const line = z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()) });

/** All that a session and its loudspeaker said in a captured voice call, in order, but its end. */
export function capturedCall(): Captured[] {
  const rows = readFileSync(FILE, 'utf8').trim().split('\n');
  const call: Captured[] = [];
  let startedAt: number | undefined;
  let atMs = 0;
  for (const row of rows) {
    const { event, payload } = line.parse(JSON.parse(row));
    const { createdAt } = payload;
    if (typeof createdAt === 'number') atMs = Math.max(atMs, createdAt - (startedAt ??= createdAt));
    if (event !== 'close') call.push({ atMs, event, payload });
  }
  return call;
}

/**
 * Lets a session emit captured events again, with the SDK's own objects in them. `prepare` makes the objects and gives
 * what emits them, so that only the emitting is timed. A call that is replayed twice has new speeches, items and tools.
 */
export function createReplay(session: voice.AgentSession, speaker: voice.AudioOutput) {
  const speeches = new Map<string, string>();
  let speech: voice.SpeechHandle | undefined;

  const revived: Record<string, (payload: Payload) => Payload> = {
    conversation_item_added: ({ item, ...rest }) => {
      const made = itemOf(item as CapturedItem);
      if (made.type === 'message' && made.role === 'assistant') inside(speech, '_itemAdded', [made]);
      return { ...rest, item: made };
    },
    function_tools_executed: ({ functionCalls, functionCallOutputs, ...rest }) => {
      const calls = (functionCalls as CapturedCall[]).map((call) => llm.FunctionCall.create(renamed(call)));
      const outputs = (functionCallOutputs as CapturedOutput[]).map((output) =>
        llm.FunctionCallOutput.create(renamed(output)),
      );
      inside(speech, '_itemAdded', [...calls, ...outputs]);
      return { ...rest, functionCalls: calls, functionCallOutputs: outputs };
    },
    metrics_collected: ({ metrics: measured, ...rest }) => {
      const metric = measured as metrics.AgentMetrics;
      inside(Reflect.get(session, '_usageCollector'), 'collect', metric);
      if (!('speechId' in metric) || metric.speechId === undefined) return { ...rest, metrics: metric };
      return { ...rest, metrics: { ...metric, speechId: speeches.get(metric.speechId) } };
    },
    error: ({ error, ...rest }) => ({ ...rest, error: { ...Object(error), error: new Error('llm down') } }),
  };

  const beginSpeech = (payload: Payload) => {
    const handle = voice.SpeechHandle.create();
    const over = speech;
    speech = handle;
    speeches.set((payload['speechHandle'] as { id: string }).id, handle.id);
    return () => {
      inside(over, '_markDone');
      inside(handle, '_markScheduled');
      emit('speech_created', { ...payload, speechHandle: handle });
    };
  };
  const emit = (event: string, payload: Payload) => void Reflect.apply(session.emit, session, [event, payload]);

  return {
    prepare: ({ event, payload }: Captured): (() => void) => {
      if (event === 'speech_created') return beginSpeech(payload);
      if (event.startsWith(OF_SPEAKER)) return () => void speaker.emit(event.slice(OF_SPEAKER.length), payload);
      const again = revived[event]?.(payload) ?? payload;
      return () => emit(event, again);
    },
  };
}

type Parameter<Create extends (...args: never[]) => unknown> = Parameters<Create>[0];
type CapturedItem =
  | ({ type: 'agent_handoff' } & Parameter<typeof llm.AgentHandoffItem.create>)
  | ({ type: 'message' } & Parameter<typeof llm.ChatMessage.create>);
type CapturedCall = Parameter<typeof llm.FunctionCall.create>;
type CapturedOutput = Parameter<typeof llm.FunctionCallOutput.create>;

function itemOf(item: CapturedItem): llm.ChatMessage | llm.AgentHandoffItem {
  return item.type === 'agent_handoff'
    ? llm.AgentHandoffItem.create(renamed(item))
    : llm.ChatMessage.create(renamed(item));
}

let names = 0;
const renamed = <Item extends { id?: string }>(item: Item): Item => ({ ...item, id: `${item.id}-${++names}` });

/** What the SDK itself does to its objects in a call. */
function inside(object: object | undefined, method: string, ...args: unknown[]): void {
  if (object) Reflect.apply(Reflect.get(object, method), object, args);
}
