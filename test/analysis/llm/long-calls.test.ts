import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitCall } from '../../../analytics-worker/analysis/llm/windows.ts';
import { analyze, answer, signal, transcript } from './calls.ts';
import { startModelServer, type Asked } from './model-server.ts';

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => void (server = await startModelServer()));
afterAll(() => server.stop());

const filler = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `${(from + index) % 2 ? 'agent' : 'user'}: well number ${from + index} and so on and on we talk`,
  );
const WINDOW = { windowTokens: 500 };

/** Numbers of the items that a request shows. */
const shown = ({ text }: Asked) => [...text.matchAll(/^\[(\d+)\] (?:user|agent):/gm)].map(([, item]) => Number(item));

/** A model that finds what is in front of it, and no more. */
const reader = (find: (items: number[], asked: Asked) => Parameters<typeof answer>[0]) => (asked: Asked) => ({
  says: answer(find(shown(asked), asked)),
});

describe('windows', () => {
  it('hold every item, overlap, and keep to their size', () => {
    const items = transcript(...filler(1, 100));
    const windows = splitCall(items, 500);
    expect(windows.length).toBeGreaterThan(3);
    expect(new Set(windows.flatMap(({ pieces }) => pieces.map(({ item }) => item)))).toEqual(
      new Set(items.map(({ item }) => item)),
    );
    for (const [at, window] of windows.entries()) {
      const next = windows[at + 1];
      if (next) expect(next.from).toBeLessThanOrEqual(window.to);
      expect(window.pieces.map(({ text }) => text).join('').length / 3).toBeLessThan(500);
    }
  });

  it('cut an item that is longer than they are, and lose no letter of it', () => {
    const text = Array.from({ length: 2_000 }, (_, index) => `word${index}`).join(' ') + 'x'.repeat(3_000);
    const windows = splitCall([{ item: 1, role: 'user', text }], 500);
    const pieces = windows.flatMap((window) => window.pieces);
    expect(new Set(pieces.map(({ item }) => item))).toEqual(new Set([1]));
    const whole = [...new Set(pieces.map((piece) => piece.text))].join('').replaceAll(' ', '');
    expect(whole.startsWith(text.replaceAll(' ', '').slice(0, 10_000))).toBe(true);
    for (const { pieces: held } of windows)
      expect(held.reduce((sum, piece) => sum + piece.text.length, 0)).toBeLessThan(1_500);
  });

  it('of a short call are one', () => {
    expect(splitCall(transcript('user: hi'), 500)).toHaveLength(1);
    expect(splitCall([], 500)).toEqual([]);
  });
});

describe('a long call', () => {
  const items = transcript(
    'user: we are fifty people and it is too expensive',
    ...filler(2, 60),
    'user: no wait we are fifteen people',
    ...filler(63, 38),
    'user: okay the price is fine do you have an api',
    'agent: yes it has one',
    'user: good bye send me the offer',
  );
  const first = { item: 1, quote: 'too expensive' };

  it('is asked in parts whose findings become one', async () => {
    server.play(
      reader((seen) => ({
        signals: [
          ...(seen.includes(1) ? [signal('team_size', 50, 1, 'we are fifty people')] : []),
          ...(seen.includes(62) ? [signal('team_size', 15, 62, 'we are fifteen people')] : []),
        ],
        objections: [
          ...(seen.includes(1) ? [{ type: 'price' as const, ...first, resolution: null }] : []),
          ...(seen.includes(101)
            ? [{ type: 'price' as const, ...first, resolution: { item: 101, quote: 'the price is fine' } }]
            : []),
          ...(seen.includes(103) ? [{ type: 'price' as const, ...first, resolution: null }] : []),
        ],
        moods: [
          {
            from: seen[0] ?? 0,
            to: seen.at(-1) ?? 0,
            mood: seen.includes(1) ? 'negative' : 'neutral',
            strength: 'strong',
            ...first,
          },
        ],
        outcome: seen.includes(103)
          ? { outcome: 'follow_up', evidence: [{ item: 103, quote: 'send me the offer' }] }
          : { outcome: 'no_interest', evidence: [first] },
      })),
    );
    const { findings, dropped, attempts } = await analyze(server.url, { items, settings: WINDOW });
    expect(attempts.length).toBeGreaterThan(3);
    expect(attempts.map(({ part }) => part)).toEqual(attempts.map((_, index) => index + 1));
    expect(dropped).toEqual({});
    expect(findings.signals['team_size']).toMatchObject({ value: 15, history: [{ value: 50 }] });
    expect(findings.objections).toEqual([
      { ...first, type: 'price', resolved: true, resolution: { item: 101, quote: 'the price is fine' } },
    ]);
    expect(findings.outcome).toEqual({ outcome: 'follow_up', evidence: [{ item: 103, quote: 'send me the offer' }] });
    expect(findings.sentiment.segments.map(({ overall }) => overall)).toEqual(['negative', 'neutral', 'neutral']);
  });

  it('tells later parts where they are and what stands open', async () => {
    server.play(
      reader((seen) => ({
        signals: seen.includes(1) ? [signal('team_size', 50, 1, 'we are fifty people')] : [],
        objections: seen.includes(1) ? [{ type: 'price', ...first, resolution: null }] : [],
      })),
    );
    await analyze(server.url, { items, settings: WINDOW });
    expect(server.asked[0]?.text).toMatch(/This is part 1 of \d/);
    expect(server.asked[0]?.text).not.toContain('Found in earlier parts');
    expect(server.asked[1]?.text).toContain('signal team_size: 50\nopen objection, [1] price: too expensive\n');
  });

  it('counts what two parts saw once', async () => {
    const talk = (item: number) => ({ item, quote: `number ${item}` });
    server.play(
      reader((seen) => ({
        passages: seen
          .filter((item) => item % 2 === 0 && item < 60)
          .map((item) => ({ kind: 'topic', about: 'number', answered: null, ...talk(item) })),
        outcome: { outcome: 'hangup', evidence: [] },
      })),
    );
    const { findings } = await analyze(server.url, { items, settings: WINDOW });
    expect(server.asked.flatMap(shown).length).toBeGreaterThan(items.length);
    expect(findings.passages.map(({ item }) => item)).toEqual(Array.from({ length: 29 }, (_, index) => 2 * index + 2));
  });

  it('believes the later of two parts about whether a question was answered', async () => {
    const gap = (item: number) => ({
      kind: 'unanswered' as const,
      topic: 'n',
      item,
      quote: `number ${item} and so on`,
    });
    // To each part the last of the caller's questions looks unanswered; the part after it sees the answer.
    server.play(
      reader((seen) => ({
        contentGaps: seen
          .filter((item) => item % 2 === 0 && item > 1 && item < 60)
          .slice(-1)
          .map(gap),
      })),
    );
    const { findings } = await analyze(server.url, { items, settings: WINDOW });
    expect(findings.contentGaps.map(({ item }) => item)).toEqual([58]);
  });

  it('in which one part fails for good is left to the rules', async () => {
    server.play({ says: answer({ outcome: { outcome: 'hangup', evidence: [first] } }) }, { status: 401 });
    const result = await analyze(server.url, { items, settings: WINDOW });
    expect(result).toMatchObject({ engine: 'rules', why: { reason: 'rejected' }, usage: { input: 1_000 } });
    expect(server.asked).toHaveLength(2);
  });

  it('without end is not sent at all', async () => {
    server.play({ says: answer() });
    const endless = transcript(...filler(1, 500));
    expect(await analyze(server.url, { items: endless, settings: WINDOW })).toMatchObject({
      why: { reason: 'too_long' },
    });
    expect(server.asked).toHaveLength(0);
  });
});
