import { analyzeByModel } from '../../../analytics-worker/analysis/llm/analyze.ts';
import { openModel } from '../../../analytics-worker/analysis/llm/model.ts';
import type { ModelSettings } from '../../../analytics-worker/analysis/llm/settings.ts';
import type { Answer } from '../../../analytics-worker/analysis/llm/wire.ts';
import type { Findings, Pii } from '../../../analytics-worker/analysis/results.ts';
import type { Item } from '../../../analytics-worker/analysis/transcript.ts';
import { defaultSignals } from '../../../events/signals.ts';
import type { ModelServer } from './model-server.ts';

/** A transcript from lines like `user: hello`. */
export function transcript(...lines: string[]): Item[] {
  return lines.map((line, index) => {
    const [, role, text = ''] = /^(agent|user): ?([\s\S]*)$/.exec(line) ?? [];
    return { item: index + 1, role: role === 'agent' ? 'agent' : 'user', text };
  });
}

export const call = transcript(
  'agent: hi how can i help',
  "user: hi we're uh about a dozen people at a law firm in leeds",
  'agent: so twelve people would use it',
  'user: yes exactly and we send about two fifty contracts a month',
  'agent: great it works with sales force too and it costs forty a month',
  'user: hm that is a bit too expensive for us',
  'agent: there is a yearly plan for thirty',
  "user: okay thirty works send me the offer by friday please we're leaving docu sign",
);

/** An answer that claims nothing but what it is given. */
export function answer(claims: Partial<Answer> = {}): Answer {
  return {
    signals: [],
    objections: [],
    competitors: [],
    actionItems: [],
    contentGaps: [],
    moods: [],
    emotions: [],
    outcome: { outcome: 'follow_up', evidence: [{ item: 8, quote: 'send me the offer' }] },
    passages: [],
    ...claims,
  };
}

export function signal(name: string, value: Answer['signals'][number]['value'], item: number, quote: string) {
  return { name, value, range: [], withdrawn: false, item, quote, confirmation: null };
}

/** What the rules would have found. */
export const rulesFindings: Findings = {
  signals: { team_size: { value: 3, evidence: [{ item: 2, quote: 'people' }], confirmed: false, history: [] } },
  objections: [],
  competitors: [],
  sentiment: { overall: 'neutral', score: 50, segments: [], emotions: [], confidence: 'low' },
  actionItems: [],
  contentGaps: [],
  outcome: { outcome: 'hangup', evidence: [] },
  passages: [],
  pii: [],
};

export function settings(url: string, over: Partial<ModelSettings> = {}): ModelSettings {
  return {
    provider: 'openai',
    baseUrl: url,
    apiKey: 'secret-key',
    model: 'local',
    timeoutMs: 5_000,
    redact: false,
    price: undefined,
    windowTokens: 12_000,
    ...over,
  };
}

type Over = Partial<Parameters<typeof analyzeByModel>[1]> & { settings?: Partial<ModelSettings>; items?: Item[] };

/** Analyses a call by the model at `url`, with fallback to `rulesFindings`. */
export function analyze(url: string, { settings: changed, items = call, ...over }: Over = {}) {
  return analyzeByModel(items, {
    model: openModel(settings(url, changed)),
    signals: defaultSignals,
    price: { input: 2, cachedInput: 1, output: 10, currency: 'USD' },
    findPii: findAddresses,
    fallback: () => rulesFindings,
    ...over,
  });
}

function findAddresses(items: readonly Item[]): Pii[] {
  return items.flatMap(({ item, text }) =>
    [...text.matchAll(/\S+@\S+\.\w+/g)].map(([quote]) => ({ kind: 'email' as const, item, quote })),
  );
}

/** Analyses a call of which the model says what is claimed. */
export function claiming(server: () => ModelServer) {
  return (claims: Partial<Answer>, over: Over = {}) => {
    server().play({ says: answer(claims) });
    return analyze(server().url, over);
  };
}
