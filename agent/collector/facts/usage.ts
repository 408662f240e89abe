import type { metrics, voice } from '@livekit/agents';
import type { FactData } from '../../../events/catalogue.ts';
import { count, defined, label } from './values.ts';
import type { Watch } from './watch.ts';

type Totals = FactData<'usage.reported'>['models'];

/** Totals come after every measurement; the newest of each five seconds is enough, and the last at the end. */
const EVERY_MS = 5_000;

/** The session's running totals. */
export class Usage {
  readonly #watch: Watch;
  #lastAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(watch: Watch) {
    this.#watch = watch;
    watch.on('session_usage_updated', () => this.#updated());
    watch.onDetach(() => clearTimeout(this.#timer));
  }

  totals(): Totals {
    return usageTotals(this.#watch.session.usage);
  }

  #updated(): void {
    const waitMs = this.#lastAt + EVERY_MS - performance.now();
    if (waitMs <= 0) this.report();
    else
      this.#timer ??= setTimeout(
        this.#watch.guard('usage', () => this.report()),
        waitMs,
      ).unref();
  }

  report(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastAt = performance.now();
    const models = this.totals();
    if (models.length > 0) this.#watch.publish('usage.reported', { models });
  }
}

export function usageTotals({ modelUsage }: voice.AgentSessionUsage): Totals {
  return modelUsage.flatMap((usage) => {
    const total = modelTotal(usage);
    return total ? [total] : [];
  });
}

const KINDS = {
  llm_usage: 'llm',
  tts_usage: 'tts',
  stt_usage: 'stt',
  interruption_usage: 'interruption',
  eot_usage: 'eot',
} as const;

/** The SDK leaves out what is zero. */
function modelTotal(usage: Partial<metrics.ModelUsage>): Totals[number] | undefined {
  if (usage.type === undefined) return undefined;
  const has = <Key extends string>(key: Key) =>
    key in usage ? count(Number(usage[key as keyof typeof usage])) : undefined;
  return {
    kind: KINDS[usage.type],
    provider: usage.provider ? label(usage.provider) : null,
    model: usage.model ? label(usage.model) : null,
    ...defined({
      inputTokens: has('inputTokens'),
      cachedTokens: has('inputCachedTokens'),
      outputTokens: has('outputTokens'),
      characters: has('charactersCount'),
      audioDurationMs: has('audioDurationMs'),
      requests: has('totalRequests'),
    }),
  };
}
