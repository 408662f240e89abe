import { voice, type llm } from '@livekit/agents';
import { onTestFinished, vi } from 'vitest';
import { catalogue, type FactData, type FactType } from '../../events/catalogue.ts';
import type { CallRecord } from '../../agent/session/record.ts';
import { textSession } from '../collector/sessions.ts';

/** What the caller says, and the tool that the model calls then. */
export type Turn = { says: string; tool: string; args: Record<string, unknown> };

/** A record that keeps what tools publish, each of which must fit the contract. */
export function createList() {
  const facts: { type: FactType; data: unknown }[] = [];
  const endings: Parameters<CallRecord['markEnding']>[] = [];
  const record: CallRecord = {
    publish: (type, data) => void facts.push({ type, data: catalogue[type].parse(data) }),
    markEnding: (...ending) => void endings.push(ending),
  };
  const of = <Type extends FactType>(type: Type) =>
    facts.filter((fact) => fact.type === type).map(({ data }) => data as FactData<Type>);
  return { record, endings, of };
}

/** A real session in text in which the model calls one tool a turn. */
export async function textCall(tools: readonly llm.FunctionTool<never, never>[], turns: readonly Turn[]) {
  const script = turns.map(({ says, tool, args }) => ({ input: says, toolCalls: [{ name: tool, args }] }));
  const session = textSession(new voice.testing.FakeLLM(script));
  const outputs: { output: unknown; isError: boolean }[] = [];
  session.on(voice.AgentSessionEventTypes.FunctionToolsExecuted, ({ functionCallOutputs }) => {
    for (const { output, isError } of functionCallOutputs) outputs.push({ output: read(output), isError });
  });
  const closed = new Promise<voice.CloseEvent>((resolve) => session.once(voice.AgentSessionEventTypes.Close, resolve));
  await session.start({ agent: new voice.Agent({ instructions: 'test', tools: tools as never }) });
  onTestFinished(() => session.close());
  return {
    session,
    closed,
    outputs,
    say: (userInput: string) => session.run({ userInput }).wait(),
    spoken: () =>
      session.history.items.flatMap((item) =>
        item.type === 'message' && item.role === 'assistant' ? [item.textContent ?? ''] : [],
      ),
    callerItems: () =>
      session.history.items.flatMap((item) => (item.type === 'message' && item.role === 'user' ? [item.id] : [])),
  };
}

/** What one call of a tool gave back to the model. */
export async function runTool(tool: unknown, name: string, args: Record<string, unknown>) {
  const call = await textCall([tool] as never, [{ says: 'go', tool: name, args }]);
  await call.say('go');
  await vi.waitFor(() => {
    if (call.outputs.length === 0) throw new Error('no output yet');
  });
  const [first] = call.outputs;
  if (!first) throw new Error('no output');
  return { ...call, ...first };
}

function read(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return output;
  }
}
