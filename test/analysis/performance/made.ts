import type { PartName, Turn, TurnPart } from '../../../analytics-worker/conclusions/types.ts';

/** A turn in which nothing is known but what is given. */
export function turn(number: number, over: Partial<Turn> = {}): Turn {
  return {
    turn: number,
    speechIds: [],
    callerItemIds: [],
    agentItemIds: [`answer_${number}`],
    startedAt: number * 10_000,
    anchorAt: null,
    heardAt: null,
    heardMs: null,
    heardBasis: '',
    heardCallerMs: null,
    eouDelayMs: null,
    transcriptionDelayMs: null,
    turnHookMs: null,
    llmTtftMs: null,
    ttsTtfbMs: null,
    totalLatencyMs: null,
    unexplainedMs: null,
    toolCalls: 0,
    modelCalls: 1,
    interrupted: false,
    cancelled: false,
    excluded: '',
    ...over,
  };
}

/** A turn whose wait is made of these parts, and the parts. */
export function waited(number: number, lengths: [PartName, number, string?][], over: Partial<Turn> = {}) {
  let at = 0;
  const parts: TurnPart[] = lengths.map(([part, durationMs, name = ''], position) => {
    const fromMs = at;
    at += durationMs;
    return { turn: number, position, part, name, fromMs, toMs: at, durationMs };
  });
  const toolCalls = lengths.filter(([part]) => part === 'tool').length;
  return { turn: turn(number, { heardMs: at, heardBasis: 'agent_playout', toolCalls, ...over }), parts };
}

export function callOf(waits: ReturnType<typeof waited>[], ...others: Turn[]) {
  return { turns: [...others, ...waits.map((wait) => wait.turn)], parts: waits.flatMap(({ parts }) => parts) };
}
