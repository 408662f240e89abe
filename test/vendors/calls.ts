import type { Announcement, CallScript, Down } from './script.ts';

/** An utterance as far as the recogniser has heard it. */
export type Utterance = Announcement & { heardMs: number; told: number; done: boolean };

/** All that the emulated vendors know of one call. The API key names it: `emulated-<call>`. */
export type Call = {
  id: string;
  script: CallScript;
  utterances: Utterance[];
  /** Final transcripts by recogniser model, for faults that count them. */
  finals: Map<string, number>;
  requests: number;
  /** Answers by the language model, and sentences by the voice. */
  answers: number;
  sentences: number;
  lastPromptTokens: number;
};

export type Calls = ReturnType<typeof createCalls>;

export function createCalls() {
  const calls = new Map<string, Call>();
  return {
    open(id: string, script: CallScript): void {
      calls.set(id, {
        id,
        script,
        utterances: [],
        finals: new Map(),
        requests: 0,
        answers: 0,
        sentences: 0,
        lastPromptTokens: 0,
      });
    },
    close: (id: string): boolean => calls.delete(id),
    get: (id: string): Call | undefined => calls.get(id),
    /** By the value of an authorization header, `Token emulated-7`, `Bearer emulated-7` or the bare key. */
    byKey: (header: string | undefined): Call | undefined => calls.get(/emulated-(.+)$/.exec(header ?? '')?.[1] ?? ''),
  };
}

/** Whether a model of a vendor is down by now; undefined when it is not. */
export function downNow(down: Down | undefined, model: string, answers: number): Down['how'] | undefined {
  return down && down.models.includes(model) && answers >= down.afterAnswers ? down.how : undefined;
}

export function apiKeyOf(call: string): string {
  return `emulated-${call}`;
}
