import { describe, expect, it } from 'vitest';
import { eventId, newInstance, parseEventId, personKey, token } from '../../events/ids.ts';
import { parseDeriveSubject, parseEventSubject, subjects } from '../../events/subjects.ts';

const key = { tenant: 't1', call: 'c1', kind: 'collector', instance: 'i-1', key: 7 } as const;

describe('event ids', () => {
  it('are the same for the same cause, and can be read back', () => {
    expect(eventId(key)).toBe('t1.c1.collector.i-1.7');
    expect(parseEventId(eventId(key))).toEqual({ ...key, key: '7' });
  });

  it('hash a key that could not be a subject token, always the same way', () => {
    const free = { ...key, key: 'EV_abc/def 1.2' };
    expect(eventId(free)).toBe(eventId(free));
    expect(parseEventId(eventId(free))?.key).toMatch(/^[\w-]{32}$/);
    expect(eventId(free)).not.toBe(eventId({ ...free, key: 'EV_abc/def 1.3' }));
  });

  it('are not read out of other texts', () => {
    for (const text of ['', 'a.b', 't.c.spy.i.1', 't.c.collector.i.1.2']) expect(parseEventId(text)).toBeUndefined();
  });
});

describe('instances', () => {
  it('are tokens, new each time', () => {
    const made = new Set(Array.from({ length: 100 }, newInstance));
    expect(made.size).toBe(100);
    for (const instance of made) expect(token.safeParse(instance).success).toBe(true);
  });
});

describe('person keys', () => {
  const call = 'c1';
  it('link the same address however it is written, and differ by secret', () => {
    const one = personKey('secret-one', { email: ' Ann@Example.org ', call });
    expect(personKey('secret-one', { email: 'ann@example.org', call })).toBe(one);
    expect(personKey('secret-two', { email: 'ann@example.org', call })).not.toBe(one);
    expect(one).not.toContain('ann');
  });

  it('use the number without an address, and the call without either', () => {
    expect(personKey('s', { phone: '+1 (555) 010-2000', call })).toBe(personKey('s', { phone: '+15550102000', call }));
    expect(personKey('s', { call })).toBe(call);
  });
});

describe('subjects', () => {
  it('give back what they were made of', () => {
    expect(parseEventSubject(subjects.event('t', 'c', 'item.committed'))).toEqual({
      tenant: 't',
      call: 'c',
      type: 'item.committed',
    });
    expect(parseDeriveSubject(subjects.derive('hot', 't', 'c'))).toEqual({ lane: 'hot', tenant: 't', call: 'c' });
  });

  it('of another form are none', () => {
    for (const subject of ['ev.t.c', 'xx.t.c.d', 'derive.cold.t.c']) {
      expect(parseEventSubject(subject) ?? parseDeriveSubject(subject)).toBeUndefined();
    }
  });
});
