import { expect, test } from 'vitest';
import { conclude, script, START } from './helpers.ts';

type Script = ReturnType<typeof script>;

/** One turn as a road tells it; an upload names no speeches. */
function turn(out: Script, text: string, options: { final?: boolean; speechId?: string } = {}): void {
  const { final, speechId } = options;
  const mark = final === undefined ? {} : { final };
  const speech = speechId === undefined ? {} : { speechId };
  const item = {
    createdAt: START + 1_000,
    interrupted: false,
    startedSpeakingAt: START + 500,
    stoppedSpeakingAt: START + 900,
  };
  out.add(
    1_000,
    'item.committed',
    { itemId: final === false ? 'span-1' : 'u', role: 'user', text, ...item, ...speech },
    mark,
  );
  out.add(
    1_200,
    'metrics.llm',
    {
      ...{
        requestId: 'r',
        endedAt: START + 1_200,
        durationMs: 100,
        ttftMs: 50,
        cancelled: false,
        tokensPerSecond: null,
      },
      ...{
        promptTokens: 10,
        cachedTokens: 0,
        completionTokens: 5,
        totalTokens: 15,
        provider: 'p',
        model: 'm',
        ...speech,
      },
    },
    mark,
  );
  const tool = { toolCallId: 't', name: 'find', args: '{}', isError: false, ...speech };
  out.add(1_400, 'tool.executed', { ...tool, startedAt: START + 1_210, endedAt: START + 1_400, durationMs: 190 }, mark);
  out.add(1_500, 'agent.state', { from: 'listening', to: 'speaking' }, mark);
}

test('the same call over two roads is counted once, and the collector wins', () => {
  const collector = script();
  const report = script('history', 'upload');
  const live = script('spans', 'upload');
  turn(collector, 'as collected', { speechId: 's' });
  turn(report, 'as reported');
  turn(live, 'as seen live', { final: false });
  const alone = conclude(collector.facts);
  const together = conclude([...live.facts, ...report.facts, ...collector.facts]);
  expect(together.turns).toEqual(alone.turns);
  expect(together.usage).toEqual(alone.usage);
  expect(together.session.callerItems).toBe(1);
  expect(together.books.map(({ producerInstance }) => producerInstance)).toEqual(['col', 'history', 'spans']);
});

test('live spans count until the report comes', () => {
  const report = script('history', 'upload');
  const live = script('spans', 'upload');
  turn(report, 'as reported');
  turn(live, 'as seen live', { final: false });
  expect(conclude(live.facts).turns.map(({ callerItemIds }) => callerItemIds)).toEqual([['span-1']]);
  const both = conclude([...live.facts, ...report.facts]);
  expect(both.turns.map(({ callerItemIds, toolCalls, modelCalls }) => [callerItemIds, toolCalls, modelCalls])).toEqual([
    [['u'], 1, 1],
  ]);
});
