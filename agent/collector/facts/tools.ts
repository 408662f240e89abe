import type { llm, voice } from '@livekit/agents';
import type { FactData } from '../../../events/catalogue.ts';
import type { Speeches } from './speeches.ts';
import { defined, label, onClock, text } from './values.ts';
import type { Watch } from './watch.ts';

/** Tool calls that ran, and those that an interruption ended before they could answer. */
export function watchTools(watch: Watch, speeches: Speeches): void {
  const told = new Set<string>();

  watch.on('function_tools_executed', ({ functionCalls, functionCallOutputs }) => {
    functionCalls.forEach((call, index) => {
      told.add(call.callId);
      watch.publish('tool.executed', toolFact(watch, call, functionCallOutputs[index], speeches.holding(call)));
    });
  });

  speeches.finished.push((handle: voice.SpeechHandle) => {
    if (!handle.interrupted) return;
    for (const call of handle.chatItems) {
      if (call.type !== 'function_call' || told.has(call.callId)) continue;
      told.add(call.callId);
      watch.publish('tool.executed', toolFact(watch, call, undefined, handle.id));
    }
  });
}

/** `createdAt` of a call is when it began to run, of an output when it ended. */
function toolFact(
  { clock, degraded }: Watch,
  call: llm.FunctionCall,
  output: llm.FunctionCallOutput | undefined,
  speechId: string | undefined,
): FactData<'tool.executed'> {
  const startedAt = onClock(clock, call.createdAt);
  const endedAt = output ? onClock(clock, output.createdAt) : clock.now();
  const args = text(call.args);
  const answer = output ? text(output.output) : undefined;
  if (args.truncated || answer?.truncated) degraded('text_cut', 'tool');
  return {
    toolCallId: label(call.callId),
    name: label(call.name),
    args: args.text,
    startedAt,
    endedAt,
    durationMs: endedAt - startedAt,
    isError: output?.isError ?? true,
    ...defined({ output: answer?.text, speechId }),
  };
}
