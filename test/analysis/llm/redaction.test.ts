import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskItems } from '../../../analytics-worker/analysis/llm/mask.ts';
import { analyze, answer, signal, transcript } from './calls.ts';
import { startModelServer } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const items = transcript(
  'user: i am at dana@northbeam.com and my boss is lee@northbeam.com',
  'agent: so dana@northbeam.com is yours',
  'user: yes write to dana@northbeam.com tomorrow',
);
const claims = answer({
  signals: [signal('use_case', 'mail to [email 1]', 1, 'I am at [email 1]')],
  actionItems: [
    {
      owner: 'team',
      kind: 'other',
      action: 'write to [email 1]',
      due: 'tomorrow',
      item: 3,
      quote: 'write to [email 1] tomorrow',
      confirmation: null,
    },
  ],
  passages: [{ kind: 'stakeholder', about: 'boss', answered: null, item: 1, quote: 'my boss is [email' }],
  outcome: { outcome: 'follow_up', evidence: [{ item: 3, quote: 'email 1' }] },
});

describe('personal data', () => {
  it('leaves only as marks, and comes back as it was said', async () => {
    server.play({ says: claims });
    const { findings, dropped } = await analyze(server.url, { items, settings: { redact: true } });
    const [asked] = server.asked;
    expect(asked?.text).not.toContain('northbeam');
    expect(asked?.text).toContain('[1] user: i am at [email 1] and my boss is [email 2]');
    expect(asked?.text).toContain('[3] user: yes write to [email 1] tomorrow');
    expect(dropped).toEqual({});
    expect(findings.passages).toMatchObject([{ kind: 'stakeholder', quote: 'my boss is lee@northbeam.com' }]);
    expect(findings.signals['use_case']).toMatchObject({
      value: 'mail to dana@northbeam.com',
      evidence: [{ item: 1, quote: 'i am at dana@northbeam.com' }],
    });
    expect(findings.actionItems).toMatchObject([
      { action: 'write to dana@northbeam.com', item: 3, quote: 'write to dana@northbeam.com tomorrow' },
    ]);
    expect(findings.outcome.evidence).toEqual([{ item: 3, quote: 'dana@northbeam.com' }]);
    expect(findings.pii).toHaveLength(4);
  });

  it('does not leave in a repair either', async () => {
    server.play({ says: 'what?' }, { says: claims });
    await analyze(server.url, { items, settings: { redact: true } });
    expect(server.asked[1]?.text).not.toContain('northbeam');
  });

  it('leaves where nothing else was configured', async () => {
    server.play({ says: answer({ outcome: { outcome: 'hangup', evidence: [{ item: 1, quote: 'my boss' }] } }) });
    const { findings } = await analyze(server.url, { items });
    expect(server.asked[0]?.text).toContain('dana@northbeam.com');
    expect(findings.pii).toHaveLength(4);
  });
});

describe('marks', () => {
  it('are whole words, the longest first, and none that was said', () => {
    const said = transcript('user: ann at anna.lee is [name 1] or ann lee', 'agent: annual');
    const { items: masked, unmask } = maskItems(said, [
      { kind: 'name', item: 1, quote: 'ann' },
      { kind: 'name', item: 1, quote: 'ann lee' },
    ]);
    expect(masked.map(({ text }) => text)).toEqual(['[name 3] at anna.lee is [name 1] or [name 2]', 'annual']);
    expect(masked.map(({ text }) => unmask(text))).toEqual(said.map(({ text }) => text));
  });

  it('take any sign in what they stand for', () => {
    const said = transcript('user: call +44 (20) 7946-0958 $&');
    const { items: masked, unmask } = maskItems(said, [{ kind: 'phone', item: 1, quote: '+44 (20) 7946-0958' }]);
    expect(masked[0]?.text).toBe('call [phone 1] $&');
    expect(unmask('[phone 1] [phone 2]')).toBe('+44 (20) 7946-0958 [phone 2]');
  });
});
