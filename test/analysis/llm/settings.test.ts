import { describe, expect, it } from 'vitest';
import { describeSignals, findingsPrompt, parsePrompt } from '../../../analytics-worker/analysis/llm/prompt.ts';
import { readModelSettings } from '../../../analytics-worker/analysis/llm/settings.ts';
import { defaultSignals } from '../../../events/signals.ts';

describe('readModelSettings', () => {
  it.each([{}, { ANALYSIS_LLM_MODEL: '' }, { OPENAI_API_KEY: 'agent', ANTHROPIC_API_KEY: 'other' }])(
    'knows that there is no model in %j',
    (env) => {
      expect(readModelSettings(env)).toBeUndefined();
    },
  );

  it('takes the address of the vendor and usual limits', () => {
    expect(readModelSettings({ ANALYSIS_LLM_API_KEY: 'k', ANALYSIS_LLM_MODEL: 'm' })).toEqual({
      provider: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'k',
      model: 'm',
      timeoutMs: 60_000,
      redact: false,
      price: undefined,
      windowTokens: 12_000,
    });
  });

  it('reads all of them', () => {
    const env = {
      ANALYSIS_LLM_PROVIDER: 'anthropic',
      ANALYSIS_LLM_BASE_URL: 'http://127.0.0.1:9/v1/',
      ANALYSIS_LLM_MODEL: 'm',
      ANALYSIS_LLM_TIMEOUT_MS: '5000',
      ANALYSIS_LLM_REDACT: 'pii',
      ANALYSIS_LLM_PRICE: '2.50/1.25/10 USD',
      ANALYSIS_LLM_WINDOW_TOKENS: '4000',
    };
    expect(readModelSettings(env)).toEqual({
      provider: 'anthropic',
      baseUrl: 'http://127.0.0.1:9/v1',
      apiKey: undefined,
      model: 'm',
      timeoutMs: 5_000,
      redact: true,
      price: { input: 2.5, cachedInput: 1.25, output: 10, currency: 'USD' },
      windowTokens: 4_000,
    });
  });

  it.each([
    ['ANALYSIS_LLM_MODEL', { ANALYSIS_LLM_MODEL: '' }, 'must name'],
    ['ANALYSIS_LLM_API_KEY', { ANALYSIS_LLM_API_KEY: '' }, 'must be set'],
    ['ANALYSIS_LLM_PROVIDER', { ANALYSIS_LLM_PROVIDER: 'google' }, 'openai'],
    ['ANALYSIS_LLM_BASE_URL', { ANALYSIS_LLM_BASE_URL: 'http://models.example/v1' }, 'https'],
    ['ANALYSIS_LLM_TIMEOUT_MS', { ANALYSIS_LLM_TIMEOUT_MS: 'soon' }, 'number'],
    ['ANALYSIS_LLM_REDACT', { ANALYSIS_LLM_REDACT: 'yes' }, 'pii'],
    ['ANALYSIS_LLM_PRICE', { ANALYSIS_LLM_PRICE: '10 USD' }, '2.50/1.25/10 USD'],
    ['ANALYSIS_LLM_PRICE', { ANALYSIS_LLM_PRICE: '1/1/-1 USD' }, '2.50/1.25/10 USD'],
    ['ANALYSIS_LLM_WINDOW_TOKENS', { ANALYSIS_LLM_WINDOW_TOKENS: '10' }, '500'],
  ])('names %s and what it must be', (field, changed, message) => {
    const env = { ANALYSIS_LLM_API_KEY: 'k', ANALYSIS_LLM_MODEL: 'm', ...changed };
    expect(() => readModelSettings(env)).toThrow(
      expect.objectContaining({
        problem: expect.objectContaining({ code: 'bad_setting', field, message: expect.stringContaining(message) }),
      }),
    );
  });
});

describe('the prompt', () => {
  it('has a name and a version', () => {
    expect(findingsPrompt()).toMatchObject({ name: 'findings', version: 2 });
  });

  it('explains every default signal, and of a signal of that name with another meaning only that meaning', () => {
    const { notes } = findingsPrompt();
    const told = describeSignals(defaultSignals, notes);
    for (const { name } of defaultSignals) expect(told).toContain(`- ${name} (`);
    expect(told).toContain('up to 7 days this_week');
    expect(Object.keys(notes).filter((name) => !defaultSignals.some((one) => one.name === name))).toEqual([]);
    expect(describeSignals([{ name: 'team_size', type: 'integer', description: 'Players' }], notes)).toBe(
      '- team_size (integer): Players',
    );
  });

  it.each([
    ['without front matter', '# System\nhello'],
    ['without a section', '---\nname: a\nversion: 1\nnotes: {}\n---\n# System\nhello'],
  ])('%s is a broken build', (_what, text) => {
    expect(() => parsePrompt(text)).toThrow('lacks');
  });
});
