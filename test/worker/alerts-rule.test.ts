import { describe, expect, test } from 'vitest';
import { causeOf } from '../../analytics-worker/alerts/cause.ts';
import { correctionOf } from '../../analytics-worker/alerts/correction.ts';
import { hotLead } from '../../analytics-worker/alerts/hot-lead.ts';
import { outboxMessage } from '../../analytics-worker/alerts/message.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { streams } from '../../events/subjects.ts';
import { CALL, conclude, script, START, TENANT } from '../conclusions/helpers.ts';

const MINUTE_MS = 60_000;
const config = { scoring: defaultScoring, personSecret: 'secret' };
const hot = { team_size: 12, monthly_volume: 300, integration_needs: ['salesforce'], decision_timeline: 'this_week' };

type Said = readonly (readonly [name: string, value: unknown])[];

/** A call in which these signals are recorded, a second apart. */
function aCall(signals: Said, { ended = false } = {}) {
  const out = script();
  const participant = { name: 'Dana', company: 'Northbeam', email: 'dana@northbeam.example' };
  const started = {
    startedAt: START,
    agent: { name: 'ada' },
    sdk: { name: 'test' },
    channel: 'web',
    participant,
  } as const;
  out.add(0, 'call.started', started);
  for (const [index, [name, value]] of signals.entries())
    out.add(1_000 * (index + 1), 'signal.recorded', { name, value, quote: `about ${name}`, itemId: `item_${index}` });
  if (ended) out.add(60_000, 'call.ended', { endedAt: START + 60_000, reason: 'caller_hung_up', by: 'caller' });
  return { tenant: TENANT, call: CALL, facts: out.facts, conclusions: conclude(out.facts), config };
}

const alertOf = (signals: Said, nowMs = START + 10_000) => hotLead({ ...aCall(signals), nowMs });
const entries = (signals: object): Said => Object.entries(signals);

describe('a hot lead', () => {
  test.each([
    ['over 80', entries(hot), 84],
    ['everything known', entries({ ...hot, budget_authority: 'decision_maker' }), 100],
    [
      '79 is not',
      entries({ ...hot, integration_needs: ['salesforce'], decision_timeline: 'this_month', team_size: 12 }),
      undefined,
    ],
    ['taken back', [...entries(hot), ['team_size', null] as const], undefined],
    ['corrected downwards', [...entries(hot), ['team_size', 2] as const], undefined],
    ['nothing known', [], undefined],
  ])('%s', (_, signals, score) => {
    expect(alertOf(signals)?.standing.score).toBe(score);
  });

  test('says who, why, what next, and is a message of the outbox', () => {
    const alert = alertOf(entries(hot));
    expect(outboxMessage.parse(alert)).toEqual(alert);
    expect(alert).toMatchObject({
      id: `${TENANT}.${CALL}.hot_lead`,
      who: { name: 'Dana', company: 'Northbeam' },
      agent: 'ada',
      live: true,
      late: false,
      standing: { score: 84, tier: 'tier_1', hot: true },
      nextStep: 'Call back today and show how it works with Salesforce: they decide this week.',
    });
    expect(alert?.reasons.map(({ signal, points, quote }) => [signal, points, quote])).toEqual([
      ['team_size', 25, 'about team_size'],
      ['monthly_volume', 20, 'about monthly_volume'],
      ['integration_needs', 20, 'about integration_needs'],
      ['decision_timeline', 15, 'about decision_timeline'],
    ]);
    expect(JSON.stringify(alert)).not.toContain('dana@northbeam.example');
  });

  test('is late when its cause is older than five minutes, and none when the outbox reaches not so far', () => {
    const causedAt = START + 4_000;
    expect(alertOf(entries(hot), causedAt + 5 * MINUTE_MS)?.late).toBe(false);
    expect(alertOf(entries(hot), causedAt + 5 * MINUTE_MS + 1)?.late).toBe(true);
    expect(alertOf(entries(hot), causedAt + 31 * 24 * 60 * MINUTE_MS)).toBeUndefined();
  });

  test('of values of any form and size, and its correction, fit the outbox', () => {
    const huge = ['salesforce', ...Array.from({ length: 49 }, () => '\ud83c\u0000"€'.repeat(1_000))];
    const weights = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`need_${index}`, { words: { salesforce: 20 } }]),
    );
    const many = { ...defaultScoring, weights };
    const call = (said: Said, ended = false) => {
      const made = aCall(said, { ended });
      const scored = { scoring: many, personSecret: 'secret' };
      return { ...made, conclusions: conclude(made.facts, { config: scored }), config: scored, nowMs: START + 90_000 };
    };
    const said = Object.keys(weights).map((name) => [name, huge] as const);
    const alert = hotLead(call(said));
    if (!alert) throw new Error('no alert');
    const correction = correctionOf(call([...said, ['need_0', ['none', ...huge.slice(1)]]], true), alert);
    for (const message of [alert, correction])
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(streams.outbox.maxMessageBytes);
  });
});

describe('its cause', () => {
  const causeAfter = (signals: Said) => {
    const cause = causeOf(aCall(signals).facts, defaultScoring);
    return cause && (cause.atMs - START) / 1_000;
  };
  test.each([
    ['the signal that lifted it over the threshold', entries(hot), 4],
    ['not the later ones', [...entries(hot), ['budget_authority', 'decision_maker'] as const], 4],
    ['the last lifting', [...entries(hot), ['team_size', 2] as const, ['team_size', 30] as const], 6],
    ['none while it is not hot', entries({ team_size: 12 }), undefined],
  ])('is %s', (_, signals, after) => expect(causeAfter(signals)).toBe(after));
});

describe('a correction', () => {
  const said = alertOf(entries(hot));
  const afterwards = (more: Said, ended = true) => ({
    ...aCall([...entries(hot), ...more], { ended }),
    nowMs: START + 61_000,
  });

  test.each([
    ['still on the line', [['team_size', 2]] as Said, false, undefined],
    ['nothing changed', [], true, undefined],
    ['the same score', [['urgency', 'high']] as Said, true, undefined],
    ['better', [['budget_authority', 'decision_maker']] as Said, true, { score: 100, tier: 'tier_1', hot: true }],
    ['no longer hot', [['team_size', 2]] as Said, true, { score: 58, tier: 'tier_1', hot: false }],
    [
      'taken back',
      Object.keys(hot).map((name) => [name, null] as const),
      true,
      { score: null, tier: 'none', hot: false },
    ],
  ])('%s', (_, more, ended, standing) => {
    if (!said) throw new Error('no alert');
    const correction = correctionOf(afterwards(more, ended), said);
    expect(correction?.standing).toEqual(standing);
    if (correction) expect(outboxMessage.parse(correction)).toEqual(correction);
  });

  test('says what changed, and follows what was said last', () => {
    if (!said) throw new Error('no alert');
    const first = correctionOf(afterwards([['team_size', 2]]), said);
    expect(first).toMatchObject({
      alertId: said.id,
      corrects: said.id,
      before: { score: 84, hot: true },
      changed: [{ signal: 'team_size', before: 12, after: 2, points: -25, quote: 'about team_size' }],
    });
    if (!first) throw new Error('no correction');
    const again = { ...afterwards([['team_size', 2]]) };
    expect(correctionOf(again, first)).toBeUndefined();
    const second = correctionOf(
      afterwards([
        ['team_size', 2],
        ['team_size', 12],
      ]),
      first,
    );
    expect(second).toMatchObject({ alertId: said.id, corrects: first.id, standing: { score: 84, hot: true } });
  });

  test('comes from nobody who has read no more', () => {
    if (!said) throw new Error('no alert');
    const later = afterwards([['team_size', 2]]);
    expect(correctionOf(later, { ...said, read: later.conclusions.read })).toBeUndefined();
  });
});
