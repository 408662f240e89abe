import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSignals } from '../../../events/signals.ts';
import { analyze, answer, claiming, signal, transcript } from './calls.ts';
import { startModelServer } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const claim = claiming(() => server);

describe('a value', () => {
  it.each([
    ['team_size', '12'],
    ['team_size', 12.5],
    ['team_size', true],
    ['team_size', -3],
    ['budget_authority', 'the_boss'],
    ['use_case', ''],
    ['integration_needs', ['']],
  ])('of %s cannot be %j', async (name, value) => {
    const { findings, dropped } = await claim({ signals: [signal(name, value, 2, 'about a dozen people')] });
    expect(findings.signals).toEqual({});
    expect(dropped).toEqual({ wrong_value: 1 });
  });

  it('is spelt as the definition spells it', async () => {
    const { findings } = await claim({
      signals: [
        signal('budget_authority', 'Decision_Maker', 2, 'law firm'),
        signal('integration_needs', 'Salesforce', 2, 'law firm'),
      ],
    });
    expect(findings.signals).toMatchObject({
      budget_authority: { value: 'decision_maker' },
      integration_needs: { value: ['salesforce'] },
    });
  });

  it("is asked for and checked by a team's own definitions", async () => {
    const signals = parseSignals([
      { name: 'fuel', type: 'list', values: ['diesel', 'electric'], description: 'What the vehicles run on' },
      { name: 'fleet_size', type: 'integer', description: 'How many vehicles they run' },
    ]);
    const items = transcript('user: forty vans mostly diesel');
    const { findings, dropped } = await claim(
      {
        signals: [
          signal('fuel', 'Diesel', 1, 'diesel'),
          signal('fuel', 'steam', 1, 'diesel'),
          signal('fleet_size', 40, 1, 'forty vans'),
        ],
        outcome: { outcome: 'follow_up', evidence: [{ item: 1, quote: 'forty vans' }] },
      },
      { items, signals },
    );
    expect(findings.signals).toMatchObject({ fuel: { value: ['diesel'] }, fleet_size: { value: 40 } });
    expect(dropped).toEqual({ wrong_value: 1 });
    expect(server.asked[0]?.text).toContain('- fleet_size (integer): How many vehicles they run');
  });

  it('is told on what day the call was, where that is known', async () => {
    server.play({ says: answer() }, { says: answer() });
    await analyze(server.url, { day: '2026-11-23' });
    await analyze(server.url);
    expect(server.asked.map(({ text }) => text.includes('The call was on 2026-11-23.'))).toEqual([true, false]);
  });

  it('of another name is sent back', async () => {
    server.play({ says: answer({ signals: [signal('shoe_size', 12, 2, 'dozen')] }) }, { says: answer() });
    await analyze(server.url);
    expect(server.asked[1]?.text).toContain('signals.0.name');
  });

  it('keeps the ends of its range where they hold it', async () => {
    const volume = { ...signal('monthly_volume', 250, 4, 'two fifty'), range: [200, 300] };
    expect((await claim({ signals: [volume] })).findings.signals['monthly_volume']?.range).toEqual([200, 300]);
    const odd = { ...volume, range: [300, 200] };
    expect((await claim({ signals: [odd] })).findings.signals['monthly_volume']?.range).toBeUndefined();
  });
});

describe('what was said more than once', () => {
  const items = transcript(
    'user: we are fifty people and need hubspot and salesforce',
    'agent: fifty',
    'user: no fifteen and forget about hubspot',
    'user: and our budget is mine i decide',
    'user: well actually no i have to ask',
  );
  const over = { items };
  const outcome = { outcome: 'follow_up' as const, evidence: [{ item: 5, quote: 'have to ask' }] };

  it('counts by its last value, and keeps what it replaced', async () => {
    const { findings } = await claim(
      { outcome, signals: [signal('team_size', 15, 3, 'fifteen'), signal('team_size', 50, 1, 'fifty people')] },
      over,
    );
    expect(findings.signals['team_size']).toEqual({
      value: 15,
      confirmed: false,
      evidence: [{ item: 3, quote: 'fifteen' }],
      history: [{ value: 50, evidence: { item: 1, quote: 'fifty people' } }],
    });
  });

  it('can be taken back, as a whole or by member', async () => {
    const { findings } = await claim(
      {
        outcome,
        signals: [
          signal('integration_needs', 'hubspot', 1, 'hubspot'),
          signal('integration_needs', 'salesforce', 1, 'salesforce'),
          { ...signal('integration_needs', 'hubspot', 3, 'forget about hubspot'), withdrawn: true },
          signal('budget_authority', 'decision_maker', 4, 'i decide'),
          { ...signal('budget_authority', '', 5, 'well actually no'), withdrawn: true },
        ],
      },
      over,
    );
    expect(Object.keys(findings.signals)).toEqual(['integration_needs']);
    expect(findings.signals['integration_needs']).toMatchObject({
      value: ['salesforce'],
      history: [{ value: ['hubspot'], evidence: { item: 1 } }],
    });
  });
});

describe('the mood', () => {
  it('is weighed by the words that the caller said in it', async () => {
    const { findings } = await claim({
      moods: [
        { from: 1, to: 5, mood: 'neutral', strength: 'mild', item: 1, quote: '' },
        { from: 6, to: 6, mood: 'negative', strength: 'mild', item: 6, quote: 'a bit too expensive' },
        { from: 7, to: 8, mood: 'positive', strength: 'strong', item: 8, quote: 'okay thirty works' },
      ],
    });
    // The caller's items 2, 4, 6, 8 have 13, 11, 9 and 14 words: (24 x 50 + 9 x 30 + 14 x 90) / 47
    expect(findings.sentiment).toMatchObject({ score: 58, overall: 'positive', confidence: 'medium' });
    expect(findings.sentiment.segments).toEqual([
      { from: 1, to: 3, overall: 'neutral', score: 50 },
      { from: 4, to: 6, overall: 'negative', score: 41 },
      { from: 7, to: 8, overall: 'positive', score: 90 },
    ]);
  });
});
