import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claiming, rulesFindings, signal, transcript } from './calls.ts';
import { startModelServer } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const claim = claiming(() => server);

describe('a quote', () => {
  it.each([
    ['about a dozen people', 'about a dozen people'],
    ['  About a DOZEN people! ', 'about a dozen people'],
    ["we're uh about", "we're uh about"],
    ['we’re, uh, about', "we're uh about"],
    ['lawfirm', 'law firm'],
  ])('%j is found, and given as the transcript has it', async (said, quote) => {
    const { findings, dropped } = await claim({ signals: [signal('team_size', 12, 2, said)] });
    expect(findings.signals['team_size']?.evidence).toEqual([{ item: 2, quote }]);
    expect(dropped).toEqual({});
  });

  it.each([
    ['that nobody said', 'we have five hundred people'],
    ['with a word left out', 'about dozen people'],
    ['that begins in mid-word', 'out a dozen'],
    ['of punctuation', '...'],
    ['that is empty', ''],
  ])('%s is thrown away with its claim, and counted', async (_what, quote) => {
    const { findings, dropped, engine } = await claim({ signals: [signal('team_size', 500, 2, quote)] });
    expect(engine).toBe('llm');
    expect(findings.signals).toEqual({});
    expect(dropped).toEqual({ unknown_quote: 1 });
  });

  it('that another item holds moves there', async () => {
    const { findings } = await claim({ signals: [signal('monthly_volume', 250, 7, 'two fifty contracts a month')] });
    expect(findings.signals['monthly_volume']?.evidence).toEqual([{ item: 4, quote: 'two fifty contracts a month' }]);
  });

  it('is asked of every kind of claim', async () => {
    const never = { item: 2, quote: 'nobody ever said this' };
    const { findings, dropped, warnings } = await claim({
      objections: [{ type: 'price', ...never, resolution: null }],
      competitors: [{ name: 'docusign', stance: 'using', ...never }],
      actionItems: [{ owner: 'team', kind: 'document', action: 'send', due: null, ...never, confirmation: null }],
      contentGaps: [{ kind: 'unanswered', topic: 'price', ...never }],
      moods: [{ from: 1, to: 8, mood: 'positive', strength: 'strong', ...never }],
      emotions: [{ emotion: 'anger', intensity: 'high', ...never }],
      outcome: { outcome: 'meeting', evidence: [never] },
      passages: [{ kind: 'buying_signal', about: '', answered: null, ...never }],
    });
    expect(dropped).toEqual({ unknown_quote: 8 });
    expect(warnings).toEqual(['nothing proves the outcome that the model gave: it is that of the rules']);
    expect(findings).toMatchObject({
      ...{ objections: [], competitors: [], actionItems: [], contentGaps: [], passages: [] },
      sentiment: { overall: 'neutral', score: 50, emotions: [] },
      outcome: rulesFindings.outcome,
    });
  });
});

describe('whose words prove what', () => {
  const bySeller = signal('team_size', 12, 3, 'twelve people would use it');

  it("the agent's words prove no signal", async () => {
    const { findings, dropped } = await claim({ signals: [bySeller] });
    expect(findings.signals).toEqual({});
    expect(dropped).toEqual({ unconfirmed: 1 });
  });

  it('but those that the caller confirms at once', async () => {
    const { findings } = await claim({ signals: [{ ...bySeller, confirmation: { item: 4, quote: 'yes exactly' } }] });
    expect(findings.signals['team_size']).toMatchObject({
      value: 12,
      confirmed: true,
      evidence: [
        { item: 3, quote: 'twelve people would use it' },
        { item: 4, quote: 'yes exactly' },
      ],
    });
  });

  it.each([
    ['later', { item: 4, quote: 'yes perfect' }, 'user: hm i do not know'],
    ['with a no', { item: 3, quote: 'no twelve is wrong' }, 'user: no twelve is wrong'],
  ])('confirmed %s they prove nothing', async (_when, confirmation, reply) => {
    const items = transcript('user: hi', 'agent: so you are twelve people', reply, 'user: yes perfect');
    const { findings, dropped } = await claim(
      { signals: [{ ...signal('team_size', 12, 2, 'you are twelve people'), confirmation }] },
      { items },
    );
    expect(findings.signals).toEqual({});
    expect(dropped).toMatchObject({ unconfirmed: 1 });
  });

  it("objections, competitors, moods and buying signals are the caller's own", async () => {
    const { findings, dropped } = await claim({
      objections: [{ type: 'price', item: 5, quote: 'it costs forty a month', resolution: null }],
      competitors: [{ name: 'salesforce', stance: 'using', item: 5, quote: 'sales force' }],
      emotions: [{ emotion: 'enthusiasm', intensity: 'low', item: 5, quote: 'great it works' }],
      passages: [{ kind: 'buying_signal', about: '', answered: null, item: 5, quote: 'great' }],
    });
    expect(dropped).toEqual({ wrong_speaker: 4 });
    expect(findings).toMatchObject({ objections: [], competitors: [], passages: [], sentiment: { emotions: [] } });
  });

  it('an objection is resolved only by words of the caller that come after it', async () => {
    const price = { type: 'price' as const, item: 6, quote: 'a bit too expensive' };
    const resolved = async (resolution: { item: number; quote: string } | null) =>
      (await claim({ objections: [{ ...price, resolution }] })).findings.objections;
    expect(await resolved({ item: 8, quote: 'okay thirty works' })).toEqual([
      { ...price, resolved: true, resolution: { item: 8, quote: 'okay thirty works' } },
    ]);
    for (const resolution of [
      { item: 7, quote: 'a yearly plan for thirty' },
      { item: 4, quote: 'yes exactly' },
      { item: 8, quote: 'okay i take it' },
      null,
    ])
      expect(await resolved(resolution)).toEqual([{ ...price, resolved: false, resolution: null }]);
  });
});

it('a whole answer becomes findings', async () => {
  const { findings, dropped, prompt, model } = await claim({
    competitors: [{ name: 'DocuSign ', stance: 'left', item: 8, quote: "we're leaving docusign" }],
    actionItems: [
      {
        owner: 'team',
        kind: 'document',
        action: 'send the offer',
        due: 'by friday',
        item: 8,
        quote: 'send me the offer by friday',
        confirmation: null,
      },
    ],
    passages: [
      { kind: 'affirmation', about: '', answered: null, item: 4, quote: 'yes exactly' },
      { kind: 'listening', about: 'Team', answered: null, item: 3, quote: 'so twelve people would use it' },
      { kind: 'question', about: 'price', answered: true, item: 6, quote: 'too expensive for us' },
    ],
  });
  expect(dropped).toEqual({});
  expect({ prompt, model }).toEqual({
    prompt: { name: 'findings', version: 2 },
    model: { provider: 'openai', name: 'local' },
  });
  expect(findings).toMatchObject({
    competitors: [{ name: 'docusign', stance: 'left', item: 8, quote: "we're leaving docu sign" }],
    actionItems: [{ owner: 'team', kind: 'document', due: 'by friday', item: 8 }],
    outcome: { outcome: 'follow_up', evidence: [{ item: 8, quote: 'send me the offer' }] },
    passages: [
      { kind: 'listening', about: 'team' },
      { kind: 'affirmation', about: '' },
      { kind: 'question', about: 'price', answered: true },
    ],
    pii: [],
  });
});
