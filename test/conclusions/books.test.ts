import { describe, expect, test } from 'vitest';
import type { DeadLetter } from '../../analytics-worker/conclusions/types.ts';
import { eventId } from '../../events/ids.ts';
import { CALL, conclude, script, TENANT } from './helpers.ts';

const beat = { intervalMs: 5_000, pending: 0, spoolBytes: 0, loopDelayP99Ms: null };

function letter(seq: number, over: Partial<DeadLetter> = {}): DeadLetter {
  const id = eventId({ tenant: TENANT, call: CALL, kind: 'collector', instance: 'col', key: seq });
  return { eventId: id, producerKind: 'collector', producerInstance: 'col', seq, at: 0, ...over };
}

function closedCall(events: number) {
  const out = script();
  for (let seq = 1; seq < events; seq++) out.add(seq, 'producer.beat', beat);
  out.add(events, 'producer.closed', { lastSeq: events, by: 'self' });
  return out.facts;
}

const bookOf = (...input: Parameters<typeof conclude>) => conclude(...input).books[0];
const without = (facts: ReturnType<typeof closedCall>, ...seqs: number[]) =>
  facts.filter(({ fact }) => !seqs.includes(fact.producer.seq ?? 0));

describe('books of a producer that counts', () => {
  test('balance when all that it published is stored', () => {
    expect(bookOf(closedCall(5))).toMatchObject({
      published: 5,
      stored: 5,
      missing: [],
      state: 'balanced',
      closedBy: 'self',
    });
    expect(conclude(closedCall(5)).session.complete).toBe(true);
  });

  test('are open until it closes', () => {
    expect(bookOf(closedCall(5).slice(0, 3))).toMatchObject({
      published: null,
      stored: 3,
      state: 'open',
      closedBy: '',
    });
    expect(conclude(closedCall(5).slice(0, 3)).session.complete).toBe(false);
  });

  test('name the numbers that are nowhere', () => {
    const facts = without(closedCall(6), 2, 4);
    expect(bookOf(facts)).toMatchObject({ published: 6, stored: 4, missing: [2, 4], state: 'unbalanced' });
  });

  test('list at most 100 missing numbers', () => {
    const book = bookOf(without(closedCall(300), ...Array.from({ length: 200 }, (_, index) => index + 10)));
    expect(book?.missing).toHaveLength(100);
    expect(book?.missing[0]).toBe(10);
  });

  test('count a dead letter, until it is sent again and stored', () => {
    const facts = closedCall(5);
    const dead = bookOf(without(facts, 3), { deadLetters: [letter(3)] });
    expect(dead).toMatchObject({ stored: 4, deadLettered: 1, state: 'balanced' });
    expect(conclude(without(facts, 3), { deadLetters: [letter(3)] }).session.complete).toBe(false);
    expect(bookOf(facts, { deadLetters: [letter(3), letter(3)] })).toMatchObject({
      stored: 5,
      deadLettered: 0,
      state: 'balanced',
    });
  });

  test('read the producer of a dead letter from its id', () => {
    const unread = letter(3, { producerKind: '', producerInstance: '', seq: null });
    expect(bookOf(without(closedCall(5), 3), { deadLetters: [unread] })).toMatchObject({
      deadLettered: 1,
      state: 'balanced',
    });
  });

  test('accept a dead letter whose number is lost in place of one missing number', () => {
    const unnumbered = letter(3, { eventId: 'EVENTS-17', seq: null });
    expect(bookOf(without(closedCall(5), 3), { deadLetters: [unnumbered] })).toMatchObject({
      deadLettered: 1,
      state: 'balanced',
    });
    expect(bookOf(without(closedCall(6), 3, 4), { deadLetters: [unnumbered] })).toMatchObject({ state: 'unbalanced' });
  });

  test('balance with a declared gap, and the call is still incomplete', () => {
    const out = script();
    out.add(1, 'producer.beat', beat);
    for (const _ of [2, 3, 4]) out.add(2, 'producer.beat', beat);
    out.add(3, 'producer.gap', { firstSeq: 2, lastSeq: 4, count: 3, reason: 'spool_full' });
    out.add(4, 'producer.closed', { lastSeq: 6, by: 'self' });
    const refused = without(out.facts, 2, 3, 4);
    expect(bookOf(refused)).toMatchObject({ published: 6, stored: 3, declaredGaps: 3, state: 'balanced', missing: [] });
    expect(conclude(refused).session.complete).toBe(false);
    expect(bookOf(out.facts)).toMatchObject({ stored: 6, declaredGaps: 0, state: 'balanced' });
    expect(bookOf(without(out.facts, 2, 3), { deadLetters: [letter(2)] })).toMatchObject({
      ...{ stored: 4, deadLettered: 1, declaredGaps: 1, state: 'balanced' },
    });
  });

  test('do not hide an event that was stored under two ids', () => {
    const facts = without(closedCall(4), 2);
    const [first] = facts;
    if (!first) throw new Error('no fact');
    const twice = { ...first, fact: { ...first.fact, id: `${first.fact.id}-again` } };
    expect(bookOf([...facts, twice])).toMatchObject({ stored: 4, missing: [2], state: 'unbalanced' });
  });

  test('count events of a type that this worker does not know', () => {
    const unknown = [{ id: 'x', producer: { kind: 'collector' as const, instance: 'col', seq: 2 }, brokerAt: 1 }];
    expect(bookOf(without(closedCall(3), 2), { unknown })).toMatchObject({ stored: 3, state: 'balanced' });
  });

  test('say when another process closed for a dead one', () => {
    const out = script();
    out.add(1, 'producer.beat', beat);
    out.add(9_000, 'producer.closed', { lastSeq: 2, by: 'drain' });
    expect(bookOf(out.facts)).toMatchObject({ published: 2, state: 'balanced', closedBy: 'drain' });
  });

  test('bear a gap of an absurd width', () => {
    const out = script();
    out.add(1, 'producer.gap', { firstSeq: 1, lastSeq: 2 ** 40, count: 5, reason: 'spool_full' });
    expect(bookOf(out.facts)?.state).toBe('open');
  });
});

test('producers that do not count are uncounted, and alone never make a call complete', () => {
  const out = script('otlp', 'upload');
  out.add(1, 'caller.state', { from: 'listening', to: 'speaking' });
  expect(bookOf(out.facts)).toMatchObject({ producerKind: 'upload', published: null, stored: 1, state: 'uncounted' });
  expect(conclude(out.facts).session.complete).toBe(false);
  expect(conclude([...out.facts, ...closedCall(2)]).session.complete).toBe(true);
});
