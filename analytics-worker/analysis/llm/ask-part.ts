import { backOffMs, pause } from '../../../lib/retry.ts';
import type { Accounts } from './accounts.ts';
import { ModelFailure } from './failure.ts';
import type { Message, Model, Reply } from './model.ts';
import type { PromptFile } from './prompt.ts';
import { readAnswer } from './read-answer.ts';
import type { Answer, AnswerForm } from './wire.ts';

export const MOST_FAILURES = 3;
/** A longer wait than this is not waited for, whoever asks for it. */
const LONGEST_WAIT_MS = 30_000;
/** The first wait is 400 ms: what overloads a model is not over in less. */
const BACK_OFF_FROM = 1;
/** Of an answer that could not be used the model sees so much again. */
export const LETTERS_SHOWN_AGAIN = 6_000;

export type Asking = {
  model: Model;
  prompt: PromptFile;
  system: string;
  form: AnswerForm;
  accounts: Accounts;
  /** What is left until the whole analysis must be done, ms. */
  leftMs: () => number;
  signal?: AbortSignal | undefined;
};

/**
 * The model's answer about one part of a call. What fails for a while is tried again with growing waits; an answer of
 * another form is sent back once.
 *
 * @throws ModelFailure
 * @throws the signal's reason
 */
export async function askPart(asking: Asking, part: number, question: string): Promise<Answer> {
  let messages: Message[] = [{ role: 'user', content: question }];
  let failures = 0;
  for (;;) {
    const repaired = messages.length > 1;
    const came = await ask(asking, part, messages);
    if ('answer' in came) return came.answer;
    if ('failure' in came) {
      if (!came.failure.how.adapted) await waitAfter(came.failure, ++failures, asking);
      continue;
    }
    if (repaired)
      throw new ModelFailure('unusable', `the answer is of another form, also when asked again: ${came.problem}`);
    messages = [
      ...messages,
      // Some endpoints take no empty message.
      { role: 'assistant', content: came.text.slice(0, LETTERS_SHOWN_AGAIN) || '(nothing)' },
      { role: 'user', content: asking.prompt.fill('Repair', { problem: came.problem }) },
    ];
  }
}

type Came = { answer: Answer } | { failure: ModelFailure } | { text: string; problem: string };

/** One request, and its line in the accounts. */
async function ask(asking: Asking, part: number, messages: readonly Message[]): Promise<Came> {
  const { model, system, form, accounts, signal } = asking;
  const leftMs = asking.leftMs();
  if (leftMs <= 0) throw new ModelFailure('deadline', 'the time for the analysis is over');
  const startedAt = performance.now();
  const reply = await model.ask(
    { system, messages, schema: form },
    { withinMs: Math.ceil(Math.min(model.timeoutMs, leftMs)), signal },
  );
  const tookMs = Math.round(performance.now() - startedAt);
  const came = 'failure' in reply ? { failure: reply.failure } : readReply(reply, form);
  const outcome = 'failure' in came ? came.failure.reason : 'answer' in came ? 'used' : 'unusable';
  const kind = messages.length > 1 ? 'repair' : 'first';
  accounts.add({ part, kind, outcome, tookMs, tokens: reply.tokens }, reply);
  return came;
}

function readReply({ text, cutShort }: Extract<Reply, { text: string }>, form: AnswerForm): Came {
  const read = readAnswer(text, form);
  if ('answer' in read) return read;
  return { text, problem: cutShort ? 'it is too long and was cut off; keep to what matters most' : read.problem };
}

async function waitAfter(failure: ModelFailure, failures: number, { leftMs, signal }: Asking): Promise<void> {
  const waitMs = Math.max(backOffMs(failures + BACK_OFF_FROM), failure.how.waitMs ?? 0);
  if (!failure.how.retry || failures >= MOST_FAILURES || waitMs > LONGEST_WAIT_MS || waitMs >= leftMs()) throw failure;
  await pause(waitMs, signal);
}
