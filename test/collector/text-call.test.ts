import { readdirSync } from 'node:fs';
import { llm, voice } from '@livekit/agents';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { attachCollector } from '../../agent/collector/index.ts';
import { balance, inOrder, only, options, startBroker, storedFacts, tempDir, textSession } from './helpers.ts';

const lookUp = llm.tool({
  name: 'look_up',
  description: 'Looks up an order',
  parameters: z.object({ id: z.string() }),
  execute: async ({ id }) => ({ id, status: 'shipped' }),
});
const fail = llm.tool({
  name: 'fail',
  description: 'Fails',
  parameters: z.object({}),
  execute: async () => {
    throw new llm.ToolError('card declined');
  },
});

function fakeModel() {
  return new voice.testing.FakeLLM([
    { input: 'hi', content: 'Hello there' },
    { input: 'order', content: 'Let me see. ', toolCalls: [{ name: 'look_up', args: { id: 'A1' } }] },
    { input: '{"id":"A1","status":"shipped"}', content: 'It is on its way.' },
    { input: 'pay', toolCalls: [{ name: 'fail', args: {} }] },
    { input: 'card declined', content: 'That did not work.' },
  ]);
}

test('a text call becomes facts that fit the contract, in order, and its books balance', async () => {
  const broker = await startBroker();
  const dir = tempDir();
  const session = textSession(fakeModel());
  const collector = attachCollector(
    session,
    options(broker, dir, {
      call: 'call-1',
      agent: { name: 'tester', version: '1.2.3', configVersion: '7' },
      channel: 'web',
      participant: { id: 'p1', email: 'jo@example.com' },
      signals: ['team_size'],
      emulated: ['openai'],
    }),
  );
  await session.start({ agent: new voice.Agent({ instructions: 'test', tools: [lookUp, fail] }) });
  for (const userInput of ['hi', 'order', 'pay']) await session.run({ userInput }).wait();
  collector.publish('signal.recorded', { name: 'team_size', value: 12, quote: 'we are twelve' });
  collector.update({ participant: { company: 'Acme' } });
  collector.markEnding('agent_ended', 'agent', 'goodbye said');
  await session.close();
  const stats = await collector.close();

  expect(stats).toMatchObject({ pending: 0, refused: 0, resent: 0, connected: true });
  expect(readdirSync(dir)).toEqual([]);
  const facts = await storedFacts(broker.nc);
  expect(balance(facts)).toEqual({ lastSeq: stats.published, by: 'self', stored: stats.published, gaps: [] });
  expect(inOrder(facts)).toBe(true);
  expect(facts.every((fact) => fact.tenant === 'acme' && fact.call === 'call-1')).toBe(true);

  const [started] = only(facts, 'call.started');
  expect(started).toMatchObject({
    agent: { name: 'tester', version: '1.2.3', configVersion: '7' },
    channel: 'web',
    participant: { id: 'p1' },
    signals: ['team_size'],
    emulated: ['openai'],
    sdk: { name: 'livekit-agents-js', version: '1.9.0' },
  });
  expect(only(facts, 'call.ended')[0]).toMatchObject({ reason: 'agent_ended', by: 'agent', detail: 'goodbye said' });
  expect(only(facts, 'signal.recorded')[0]).toMatchObject({ name: 'team_size', value: 12 });
  expect(only(facts, 'call.updated')).toContainEqual({ participant: { company: 'Acme' } });
  const items = only(facts, 'item.committed');
  expect(items.map(({ role, text }) => [role, text])).toEqual([
    ['user', 'hi'],
    ['assistant', 'Hello there'],
    ['user', 'order'],
    ['assistant', 'Let me see. '],
    ['assistant', 'It is on its way.'],
    ['user', 'pay'],
    ['assistant', 'That did not work.'],
  ]);

  const finished = only(facts, 'speech.finished');
  for (const item of items.filter(({ role }) => role === 'assistant')) {
    expect(finished.find(({ speechId }) => speechId === item.speechId)?.itemIds).toContain(item.itemId);
  }
  const speeches = new Set(only(facts, 'speech.created').map(({ speechId }) => speechId));
  expect(only(facts, 'metrics.llm').every(({ speechId }) => speeches.has(speechId ?? ''))).toBe(true);

  const [shipped, declined] = only(facts, 'tool.executed');
  expect(shipped).toMatchObject({
    name: 'look_up',
    args: '{"id":"A1"}',
    isError: false,
    output: '{"id":"A1","status":"shipped"}',
  });
  expect(declined).toMatchObject({ name: 'fail', isError: true, output: 'card declined' });
  expect(speeches.has(shipped?.speechId ?? '')).toBe(true);
  expect((shipped?.endedAt ?? 0) - (shipped?.startedAt ?? 0)).toBe(shipped?.durationMs);
});
