import { describe, expect, test } from 'vitest';
import type { Alert, Correction } from '../../analytics-worker/alerts/message.ts';
import { redact } from '../../analytics-worker/delivery/redact.ts';
import { freeText, plain } from '../../analytics-worker/delivery/slack/escape.ts';
import { render } from '../../analytics-worker/delivery/slack/render.ts';

describe('redaction', () => {
  test.each([
    ['write to dana.whitfield+offers@northbeam.co.uk today', 'write to [REDACTED_EMAIL] today'],
    ['it is dana at northbeam dot com', 'it is [REDACTED_EMAIL]'],
    ['jürgen@müller.de', '[REDACTED_EMAIL]'],
    ['my card is 4111 1111 1111 1111 12/25', 'my card is [REDACTED_CREDIT_CARD] 12/25'],
    ['5500-0055-5555-5559.', '[REDACTED_CREDIT_CARD].'],
    ['378282246310005', '[REDACTED_CREDIT_CARD]'],
    ['43 4111111111111111 4111111111111111', '43 [REDACTED_CREDIT_CARD] [REDACTED_CREDIT_CARD]'],
    ['my social is 123-45-6789', 'my social is [REDACTED_SSN]'],
    ['call +49 30 1234567', 'call [REDACTED_PHONE]'],
    ['call (415) 555-0123 or 415.555.0123', 'call [REDACTED_PHONE] or [REDACTED_PHONE]'],
    ['ring 030 12345678', 'ring [REDACTED_PHONE]'],
    ['it is 4155550123', 'it is [REDACTED_PHONE]'],
    ['555-0123', '[REDACTED_PHONE]'],
  ])('takes out: %s', (text, redacted) => expect(redact(text)).toBe(redacted));

  test.each([
    'we are 12 people and send 300 a month',
    'between 2024 and 2025, or 2024 2025',
    'order 4111 1111 1111 1112 is no card',
    '1,000,000 documents in 2025',
    'version 1.22.333.4444',
    '666-12-3456',
    'at noon, dot by dot',
  ])('leaves: %s', (text) => expect(redact(text)).toBe(text));

  test('takes no long time over a long text', () => {
    const started = performance.now();
    for (const text of ['a'.repeat(32_000), '1'.repeat(32_000), 'a.'.repeat(16_000), '1 '.repeat(16_000)]) redact(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

const NASTY = [
  '<!channel> <!here|x> <@U123> <#C1> <https://evil.example|your bank>',
  '@here @channel @everyone #general',
  '*bold* _italic_ ~struck~ `code` ```block```',
  '> quote\n- list\n\n*Next step:* wire the money',
  ':rotating_light: https://evil.example/x evil.example',
  '&lt;!channel&gt; &amp;',
  '\u202Egnp.exe \u200B\u2066@\u200Bhere\u2069 \u0000\u0007',
];

describe("a caller's text", () => {
  test.each(NASTY)('is text and nothing else: %#', (text) => {
    for (const shown of [plain(text, 500), freeText(text, 500)]) {
      expect(shown).not.toMatch(/[<>*~`\u202A-\u202E]|\p{Cc}/u);
      expect(shown.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
      expect(shown).not.toMatch(/@(here|channel|everyone)|#general|:\/\/|evil\.example|:rotating_light:/);
      expect(shown).not.toMatch(/(^|[^A-Za-z0-9])_|_([^A-Za-z0-9]|$)/);
    }
  });

  test('is cut before it is escaped, by characters', () => {
    expect(plain('<'.repeat(100), 3)).toBe('&lt;&lt;…');
    expect(plain('🎧🎧🎧🎧', 3)).toBe('🎧🎧…');
  });

  test('that hides an address between invisible characters is redacted all the same', () => {
    expect(freeText('dana@\u200Bnorth\u2060beam.example, +49 30\n1234567', 200)).toBe(
      '[REDACTED_EMAIL], [REDACTED_PHONE]',
    );
  });

  test('keeps words, names and numbers as they are', () => {
    expect(plain("Núñez & Søn: 2 500 a month, tier_1, it's 50 %", 200)).toBe(
      "Núñez &amp; Søn: 2 500 a month, tier_1, it's 50 %",
    );
  });
});

const reason = { signal: 'team_size', value: 12, points: 25, maxPoints: 25, quote: 'we are twelve', eventId: 'e1' };
const alert: Alert = {
  kind: 'alert',
  v: 1,
  id: 't1.c1.hot_lead',
  tenant: 't1',
  call: 'c1',
  rule: 'hot_lead',
  raisedAtMs: 1_795_222_576_000,
  read: 5,
  causedBy: { eventId: 'e1', atMs: 1_795_222_575_000 },
  late: false,
  live: true,
  personKey: 'p1',
  who: { name: 'Dana Whitfield', company: 'Northbeam Logistics' },
  agent: 'ada',
  standing: { score: 84, tier: 'tier_1', hot: true },
  reasons: [reason],
  nextStep: 'Call back today: they decide this week.',
};
const options = { publicUrl: 'https://earshot.example', possiblyRepeated: false, nowMs: alert.raisedAtMs };

describe('an alert', () => {
  test('says who, score, reasons with quotes, next step, and leads to the live call', () => {
    expect(render(alert, options).text).toBe(
      [
        'Hot lead: Dana Whitfield, Northbeam Logistics',
        'score 84 of 100 · tier_1 · agent ada',
        '- team_size: 12 (25 of 25 points) “we are twelve”',
        'Next step: Call back today: they decide this week.',
        'Open the live call: https://earshot.example/calls/c1',
      ].join('\n'),
    );
  });

  test('without an address of the dashboard has no link; without a name says so; when late or a repeat says that', () => {
    const { text } = render(
      {
        ...alert,
        causedBy: { eventId: 'e1', atMs: alert.raisedAtMs - 720_000 },
        who: { name: '', company: '' },
      },
      { ...options, publicUrl: undefined, possiblyRepeated: true },
    );
    expect(text).not.toContain('http');
    expect(text).toMatch(/^Hot lead: Unknown caller\n/);
    expect(text).toContain('Late: this was said 12 minutes before this message.');
    expect(text).toContain('May be a repeat');
  });

  test('that waited long says so when it is sent, and calls no call live any more', () => {
    const after = (minutes: number) =>
      render(alert, { ...options, nowMs: alert.causedBy.atMs + minutes * 60_000 }).text;
    expect(after(5)).toContain('Open the live call: ');
    expect(after(5)).not.toContain('Late');
    expect(after(180)).toContain(
      '\nOpen the call: https://earshot.example/calls/c1\nLate: this was said 180 minutes before',
    );
    expect(after(180)).not.toContain('live');
  });

  test.each([
    [4_155_550_123, '[REDACTED_PHONE]'],
    [-14_155_550_123, '-[REDACTED_PHONE]'],
    [4_111_111_111_111_111, '[REDACTED_CREDIT_CARD]'],
    [[4_155_550_123, 2.5], '[REDACTED_PHONE], 2.\u20605'],
    [2.5, '2.5'],
    [250_000, '250000'],
  ])('redacts a value that is a number as it does a text: %s', (value, shown) => {
    expect(render({ ...alert, reasons: [{ ...reason, value }] }, options).text).toContain(`- team_size: ${shown} (`);
  });

  test('has the same in blocks, none larger than Slack takes, whatever the caller is called and says', () => {
    const nasty = NASTY.join(' ').repeat(20);
    const reasons = Array.from({ length: 30 }, () => ({ ...reason, value: ['<'.repeat(500), nasty], quote: nasty }));
    const message = {
      ...alert,
      who: { name: nasty, company: '<'.repeat(500) },
      agent: nasty,
      reasons,
      nextStep: nasty,
    };
    const { blocks, text } = render(message, options);
    expect(blocks.length).toBeLessThanOrEqual(50);
    const texts = blocks.flatMap((block) =>
      'text' in block ? [block.text as { text: string; verbatim: boolean }] : [],
    );
    for (const one of texts) {
      expect(one.text.length).toBeLessThanOrEqual(3_000);
      expect(one.verbatim).toBe(true);
    }
    const all = JSON.stringify(blocks) + text;
    expect(all.match(/<[^>]*>/g)).toEqual(['<https://earshot.example/calls/c1|Open the live call>']);
    expect(all).not.toMatch(/@(here|channel)|evil\.example|:rotating_light:/);
  });
});

test('an alert for a caller who waits says who, how long, and what to do; his name has no effect', () => {
  const waiting: Alert = {
    ...alert,
    id: 't1.room-x.no_agent',
    call: 'room-x',
    rule: 'no_agent',
    who: { name: NASTY.join(' '), company: '<!here>' },
    agent: '',
    standing: { score: null, tier: 'none', hot: false },
    reasons: [],
    nextStep: 'Call back.',
    waitedMs: 10_400,
  };
  const { text, blocks } = render({ ...waiting, who: { name: 'Dana Whitfield', company: '' } }, options);
  expect(text).toBe(
    [
      'A caller waits and no agent came: Dana Whitfield',
      'waited 10 s when this was noticed',
      'Next step: Call back.',
      'Open the live call: https://earshot.example/calls/room-x',
    ].join('\n'),
  );
  expect(blocks.length).toBe(3);
  const all = JSON.stringify(render(waiting, options));
  expect(all.match(/<[^>]*>/g)).toEqual(['<https://earshot.example/calls/room-x|Open the live call>']);
  expect(all).not.toMatch(/@(here|channel)|evil\.example|:rotating_light:/);
});

test('a correction says what was said, what is, and what changed', () => {
  const correction: Correction = {
    ...alert,
    kind: 'correction',
    id: 't1.c1.hot_lead.correction.9',
    live: false,
    alertId: alert.id,
    corrects: alert.id,
    before: alert.standing,
    standing: { score: 58, tier: 'tier_2', hot: false },
    changed: [{ signal: 'team_size', before: 12, after: 2, points: -25, quote: 'no, two of us' }],
  };
  expect(render(correction, options).text).toBe(
    [
      'Correction: no longer a hot lead: Dana Whitfield, Northbeam Logistics',
      'score 84 of 100 → 58 after the call · tier_1 → tier_2 · agent ada',
      '- team_size: 12 → 2 (-25 points) “no, two of us”',
      'Open the call: https://earshot.example/calls/c1',
    ].join('\n'),
  );
  expect(render({ ...correction, standing: { score: 100, tier: 'tier_1', hot: true } }, options).text).toMatch(
    /^Correction: still a hot lead: .*\nscore 84 of 100 → 100 after the call · tier_1 · /,
  );
});
