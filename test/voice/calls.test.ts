import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOutcome } from '../callers/outcome.ts';
import { startCaller } from '../callers/start.ts';
import { listScenarios, loadScenario } from '../scenarios/load.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { startVendors, type VendorProcess } from '../vendors/start.ts';

/** Everybody calls at once; a call lasts at most 45 s, and starting eight processes takes its time. */
const ALL_CALLS_MS = 100_000;
const names = await listScenarios();

describe('calls with the true plugins', () => {
  let vendors: VendorProcess;
  const outcomes = new Map<string, CallOutcome>();

  beforeAll(async () => {
    vendors = await startVendors();
    const env = { ...process.env, EARSHOT_VENDORS_URL: vendors.url, NATS_URL: '' };
    await Promise.all(
      names.map(async (name) => outcomes.set(name, await startCaller({ scenario: name, call: name, env }).ended)),
    );
  }, ALL_CALLS_MS);
  afterAll(() => vendors.stop());

  it.each(names)('%s goes as its scenario says', async (name) => {
    const scenario = await loadScenario(name);
    const outcome = outcomes.get(name);
    if (!outcome) throw new Error('no outcome');
    const { expect: wanted } = scenario;
    const said = outcome.items.filter(({ role }) => role === 'user');
    const answers = outcome.items.filter(({ role }) => role === 'assistant');

    expect(outcome.errors).toEqual([]);
    expect(outcome.end).toMatchObject(wanted.end);
    expect(outcome.close).toBe(wanted.end.by === 'caller' ? 'participant_disconnected' : 'user_initiated');
    expect(outcome.signals).toMatchObject(wanted.signals);
    for (const recording of outcome.recordings) expect(said.map(({ id }) => id)).toContain(recording.itemId);
    for (const recording of outcome.recordings) expect(recording.quote).toBeTruthy();
    expect(said.length).toBeGreaterThanOrEqual(wanted.callerItems);
    if (wanted.interruptedItems !== undefined)
      expect(answers.filter(({ interrupted }) => interrupted)).toHaveLength(wanted.interruptedItems);
    if (wanted.searches !== undefined)
      expect(outcome.searches.filter(({ found }) => found)).toHaveLength(wanted.searches);
    expect(outcome.fallbacks).toEqual(wanted.fallback ? [{ component: 'Deepgram nova-3', available: false }] : []);
    if (wanted.slowestHeardAboveMs !== undefined) {
      expect(Math.max(...answers.map(({ e2eMs = 0 }) => e2eMs))).toBeGreaterThan(wanted.slowestHeardAboveMs);
    }
    if (wanted.cutOff)
      expectCutOff(scenario, wanted.cutOff === 'agent' ? answers.at(-1)?.text : said.at(-1)?.text, wanted.cutOff);
    expectHeard(outcome, answers);
  });

  it('has the corrector on record with what he replaced', () => {
    const sizes = outcomes.get('corrector')?.recordings.filter(({ name }) => name === 'team_size');
    expect(sizes).toMatchObject([{ value: 10 }, { value: 15, replaced: 10, quote: 'No wait, fifteen' }]);
  });
});

/** The words on record are a beginning of what would have been said, and not all of it. */
function expectCutOff(scenario: Scenario, recorded: string | undefined, who: 'agent' | 'caller'): void {
  const line = scenario.conversation.at(-1);
  const whole = who === 'agent' ? line?.agent.says : line?.caller;
  expect(recorded?.split(' ').length).toBeGreaterThan(2);
  expect(whole?.startsWith(recorded ?? '-')).toBe(true);
  expect(recorded?.length).toBeLessThan(whole?.length ?? 0);
}

/** What the caller's loudspeaker played is what the answers say. */
function expectHeard(outcome: CallOutcome, answers: CallOutcome['items']): void {
  expect(outcome.heard.map(({ text }) => text.trim())).toEqual(answers.map(({ text }) => text.trim()));
}
