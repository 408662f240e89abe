import { describe, expect, test } from 'vitest';
import { conclude, script, START } from './helpers.ts';

type Script = ReturnType<typeof script>;

function say(out: Script, after: number, itemId: string, role: 'user' | 'assistant', more: object = {}): void {
  out.add(after, 'item.committed', {
    itemId,
    role,
    text: itemId,
    createdAt: START + after,
    interrupted: false,
    ...more,
  });
}

function eou(out: Script, after: number, speechId: string, delayMs = 400): void {
  out.add(after, 'metrics.eou', {
    ...{ speechId, endOfUtteranceDelayMs: delayMs, transcriptionDelayMs: 300 },
    ...{ turnHookMs: 0, lastSpeakingAt: START + after - delayMs },
  });
}

function model(out: Script, endedAfter: number, durationMs: number, more: object = {}): void {
  out.add(endedAfter, 'metrics.llm', {
    ...{ requestId: `r${endedAfter}`, endedAt: START + endedAfter, durationMs, ttftMs: durationMs / 2 },
    ...{ cancelled: false, promptTokens: 100, cachedTokens: 10, completionTokens: 20, totalTokens: 120 },
    ...{ tokensPerSecond: null, provider: 'openai', model: 'gpt' },
    ...more,
  });
}

function voice(out: Script, startAfter: number, ttfbMs: number, speechId: string): void {
  out.add(startAfter + 500, 'metrics.tts', {
    ...{ speechId, requestId: `v${startAfter}`, endedAt: START + startAfter + 500, durationMs: 500, ttfbMs },
    ...{ audioDurationMs: 900, characters: 50, cancelled: false, streamed: true, provider: 'eleven', model: 'turbo' },
  });
}

const play = (out: Script, after: number, speechId: string) =>
  out.add(after, 'playout.started', { speechId, startedAt: START + after });

const shape = (out: Script) =>
  conclude(out.facts).turns.map(({ turn, callerItemIds, agentItemIds, excluded }) => [
    turn,
    callerItemIds,
    agentItemIds,
    excluded,
  ]);

const fall = (out: Script, turn = 1) =>
  conclude(out.facts)
    .parts.filter((part) => part.turn === turn)
    .map(({ part, fromMs, toMs }) => [part, fromMs, toMs]);

describe('exchanges', () => {
  test('a sentence that ships as audio is in the turn and is not its answer: what was cut short is not the answer either', () => {
    const out = script();
    eou(out, 1_000, 's1');
    say(out, 1_001, 'u1', 'user', { speechId: 's1' });
    out.add(1_002, 'speech.created', { speechId: 's1', source: 'generate_reply', userInitiated: true });
    const shipped = { speechId: 'shipped-1', shipped: true, interrupted: true, startedSpeakingAt: START + 3_000 };
    say(out, 3_000, 'shipped-1', 'assistant', shipped);
    play(out, 4_000, 's1');
    say(out, 4_001, 'a1', 'assistant', { speechId: 's1' });
    expect(conclude(out.facts).turns).toMatchObject([
      {
        turn: 1,
        agentItemIds: ['a1', 'shipped-1'],
        speechIds: ['s1'],
        heardMs: 3_400,
        interrupted: false,
        excluded: '',
      },
    ]);
  });

  test('nobody answered a turn in which such a sentence alone was said', () => {
    const out = script();
    say(out, 1_000, 'u1', 'user', { stoppedSpeakingAt: START + 900 });
    say(out, 3_000, 'shipped-1', 'assistant', { shipped: true, startedSpeakingAt: START + 3_000 });
    out.add(6_000, 'call.ended', { endedAt: START + 6_000, durationMs: 6_000, reason: 'error', by: 'system' });
    expect(conclude(out.facts).turns).toMatchObject([{ turn: 1, heardMs: null, excluded: 'not_heard' }]);
  });

  test('the greeting is turn 0; without one the first words of the caller are turn 1', () => {
    const out = script();
    out.add(1, 'speech.created', { speechId: 'g', source: 'say', userInitiated: true });
    say(out, 10, 'welcome', 'assistant', { speechId: 'g' });
    eou(out, 1_000, 'a');
    say(out, 1_001, 'hello', 'user', { speechId: 'a' });
    say(out, 2_000, 'hi', 'assistant', { speechId: 'a', createdAt: START + 1_002 });
    expect(shape(out)).toEqual([
      [0, [], ['welcome'], 'greeting'],
      [1, ['hello'], ['hi'], 'not_heard'],
    ]);
    const { turns } = conclude(out.facts.slice(2));
    expect(turns.map(({ turn }) => turn)).toEqual([1]);
  });

  test('an interrupted answer that is committed after the next words still belongs to its own turn', () => {
    const out = script();
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    play(out, 1_500, 'a');
    eou(out, 5_000, 'b');
    say(out, 5_001, 'two', 'user', { speechId: 'b' });
    say(out, 5_002, 'answer one', 'assistant', { speechId: 'a', interrupted: true, createdAt: START + 1_001 });
    expect(shape(out)).toEqual([
      [1, ['one'], ['answer one'], ''],
      [2, ['two'], [], 'not_heard'],
    ]);
    expect(conclude(out.facts).session.interruptions).toBe(1);
  });

  test('an item without a speech is linked by the end of turn before it, an answer by the items of its speech', () => {
    const out = script();
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user');
    say(out, 3_000, 'answer', 'assistant', { createdAt: START + 9_000 });
    out.add(3_001, 'speech.finished', { speechId: 'a', interrupted: false, itemIds: ['answer'] });
    expect(conclude(out.facts).turns).toMatchObject([
      { speechIds: ['a'], callerItemIds: ['one'], agentItemIds: ['answer'] },
    ]);
  });

  test('a speculative generation belongs to no turn, and its tokens are known as unheard', () => {
    const out = script();
    out.add(800, 'speech.created', { speechId: 'guess', source: 'generate_reply', userInitiated: true });
    model(out, 900, 80, { speechId: 'guess' });
    out.add(950, 'speech.created', { speechId: 'a', source: 'generate_reply', userInitiated: true });
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    model(out, 1_400, 300, { speechId: 'a' });
    const { turns, usage } = conclude(out.facts);
    expect(turns).toMatchObject([{ speechIds: ['a'], modelCalls: 1 }]);
    expect(usage).toMatchObject([{ believedOutputTokens: 40, unheardOutputTokens: 20, requests: 2 }]);
  });

  test('words that follow each other with no answer begun are one turn; with one aborted they are two', () => {
    const typed = script();
    say(typed, 1_000, 'one', 'user');
    say(typed, 1_500, 'two', 'user');
    say(typed, 2_000, 'answer', 'assistant');
    expect(shape(typed)).toEqual([[1, ['one', 'two'], ['answer'], 'no_anchor']]);

    const spoken = script();
    eou(spoken, 1_000, 'a');
    say(spoken, 1_001, 'one', 'user', { speechId: 'a' });
    eou(spoken, 2_000, 'b');
    say(spoken, 2_001, 'two', 'user', { speechId: 'b' });
    play(spoken, 2_500, 'b');
    const { turns } = conclude(spoken.facts);
    expect(turns.map(({ excluded, cancelled }) => [excluded, cancelled])).toEqual([
      ['not_heard', true],
      ['', false],
    ]);
  });

  test('the realtime reply after a tool is of the same turn', () => {
    const out = script();
    out.add(990, 'speech.created', { speechId: 'a', source: 'generate_reply', userInitiated: true });
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    out.add(2_000, 'speech.created', {
      speechId: 'b',
      source: 'tool_response',
      userInitiated: false,
      parentSpeechId: 'a',
    });
    say(out, 3_000, 'answer', 'assistant', { speechId: 'b' });
    play(out, 2_500, 'b');
    expect(conclude(out.facts).turns).toMatchObject([{ speechIds: ['a', 'b'], heardMs: 1_900 }]);
  });

  test('the turn that a hang-up cuts off is a turn', () => {
    const out = script();
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    play(out, 1_500, 'a');
    say(out, 2_000, 'answer', 'assistant', { speechId: 'a', interrupted: true, cutOff: 'heard' });
    out.add(3_000, 'caller.transcribed', { text: 'and another', isFinal: true, language: 'en', cutOff: true });
    out.add(3_100, 'call.ended', { endedAt: START + 3_000, reason: 'caller_hung_up', by: 'caller' });
    expect(shape(out)).toEqual([
      [1, ['one'], ['answer'], ''],
      [2, [], [], 'cut_off'],
    ]);
    expect(conclude(out.facts).session).toMatchObject({
      ...{ interruptions: 0, lastCallerWords: 'and another', lastAgentWords: 'answer', lastAgentWordsCut: 'heard' },
    });
  });
});

describe('waterfall', () => {
  test('what lies inside the end-of-turn wait is clipped: the early transcript, the model that started before it', () => {
    const out = script();
    model(out, 900, 400, { speechId: 'a' });
    eou(out, 1_000, 'a', 500);
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    voice(out, 1_050, 100, 'a');
    play(out, 1_160, 'a');
    expect(fall(out)).toEqual([
      ['end_of_turn', 0, 500],
      ['sentence', 500, 550],
      ['synthesis', 550, 650],
      ['playout', 650, 660],
    ]);
  });

  test('a transcript that comes after the decision shows its tail, and then the turn hook', () => {
    const out = script();
    out.add(1_000, 'metrics.eou', {
      ...{
        speechId: 'a',
        endOfUtteranceDelayMs: 400,
        transcriptionDelayMs: 450,
        turnHookMs: 120,
        lastSpeakingAt: START + 600,
      },
    });
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    play(out, 1_300, 'a');
    expect(fall(out)).toEqual([
      ['end_of_turn', 0, 400],
      ['transcription', 400, 450],
      ['turn_hook', 450, 520],
      ['unexplained', 520, 700],
    ]);
  });

  test('a call that led to a tool counts whole, the one that spoke to its first token, a parallel tool once', () => {
    const out = script();
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    model(out, 1_200, 200, { speechId: 'a' });
    const tool = { name: 't', args: '{}', isError: false, speechId: 'a', startedAt: START + 1_190 };
    out.add(1_500, 'tool.executed', { ...tool, toolCallId: 't1', endedAt: START + 1_500, durationMs: 310 });
    out.add(1_500, 'tool.executed', { ...tool, toolCallId: 't2', endedAt: START + 1_450, durationMs: 260 });
    model(out, 1_900, 400, { speechId: 'a', ttftMs: 100 });
    voice(out, 1_650, 80, 'a');
    play(out, 1_740, 'a');
    expect(fall(out)).toEqual([
      ['end_of_turn', 0, 400],
      ['model', 400, 600],
      ['tool', 600, 850],
      ['tool', 850, 900],
      ['model', 900, 1_000],
      ['sentence', 1_000, 1_050],
      ['synthesis', 1_050, 1_130],
      ['playout', 1_130, 1_140],
    ]);
    expect(conclude(out.facts).turns[0]).toMatchObject({ toolCalls: 2, modelCalls: 2, totalLatencyMs: 400 + 100 + 80 });
  });

  test('without measurements of the answer the rest is unexplained, not hidden', () => {
    const out = script();
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    out.add(1_900, 'agent.state', { from: 'thinking', to: 'speaking' });
    expect(fall(out)).toEqual([
      ['end_of_turn', 0, 400],
      ['unexplained', 400, 1_300],
    ]);
    expect(conclude(out.facts).turns[0]).toMatchObject({ unexplainedMs: 900, totalLatencyMs: null, llmTtftMs: null });
  });

  test('a fallback adapter and its model are one call', () => {
    const out = script();
    eou(out, 1_000, 'a');
    say(out, 1_001, 'one', 'user', { speechId: 'a' });
    model(out, 1_400, 400, { speechId: 'a', label: 'openai.LLM' });
    model(out, 1_401, 401, { speechId: 'a', label: 'FallbackAdapter', provider: 'unknown', model: 'FallbackAdapter' });
    play(out, 1_600, 'a');
    expect(conclude(out.facts).turns[0]?.modelCalls).toBe(1);
  });
});
