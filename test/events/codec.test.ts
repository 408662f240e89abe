import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../events/codec.ts';
import { MAX_EVENT_BYTES } from '../../events/envelope.ts';

const good = {
  v: 1,
  id: 't1.c1.collector.i1.1',
  type: 'agent.state',
  tenant: 't1',
  call: 'c1',
  producer: { kind: 'collector', instance: 'i1', seq: 1 },
  at: 1_795_000_000_000.25,
  data: { from: 'listening', to: 'thinking' },
};
const SUBJECT = 'ev.t1.c1.agent.state';
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

function problemOf(value: unknown, subject = SUBJECT) {
  const decoded = decode(bytes(value), subject);
  if (decoded.kind !== 'refused') throw new Error(`was taken as ${decoded.kind}`);
  return decoded.problem;
}

describe('decode', () => {
  it('gives back what encode wrote, fractions of a millisecond and unknown fields included', () => {
    const event = { ...good, data: { ...good.data, later: 'kept' }, tomorrow: 1 };
    const decoded = decode(encode(event as never), SUBJECT);
    expect(decoded).toEqual({ kind: 'fact', fact: event });
  });

  it('takes an unknown type of a known version as such', () => {
    const decoded = decode(bytes({ ...good, type: 'weather.changed' }), 'ev.t1.c1.weather.changed');
    expect(decoded.kind).toBe('unknown_type');
  });

  it.each([
    ['no JSON', '{"v":1,', 'malformed_json', undefined],
    ['not an object', '[]', 'wrong_shape', ''],
    ['a newer version', { ...good, v: 2 }, 'newer_version', 'v'],
    ['a missing field', { ...good, at: undefined }, 'wrong_shape', 'at'],
    ['a wrong producer', { ...good, producer: { kind: 'spy', instance: 'i1' } }, 'wrong_shape', 'producer.kind'],
    ['a wrong field of its data', { ...good, data: { from: 'listening', to: 'dancing' } }, 'wrong_shape', 'data.to'],
    ['a tenant that would break subjects', { ...good, tenant: 'a.b' }, 'wrong_shape', 'tenant'],
    ['the tenant of another', { ...good, tenant: 't2' }, 'wrong_tenant', 'tenant'],
    ['the call of another', { ...good, call: 'c2' }, 'wrong_call', 'call'],
    ['another type than its subject', { ...good, type: 'caller.state' }, 'wrong_type', 'type'],
  ])('refuses %s, naming field and fix', (_, value, code, field) => {
    const problem = problemOf(value);
    expect(problem).toMatchObject({ code, ...(field === undefined ? {} : { field }) });
    expect(problem.fix).toBeTruthy();
  });

  it('refuses what is larger than the limit without reading it', () => {
    expect(problemOf(`"${'x'.repeat(MAX_EVENT_BYTES)}"`).code).toBe('oversized');
  });

  it('refuses a subject that is none', () => {
    expect(problemOf(good, 'ev.t1').code).toBe('bad_subject');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(decode(new Uint8Array([0xff, 0xfe]), SUBJECT)).toMatchObject({
      kind: 'refused',
      problem: { code: 'malformed_json' },
    });
  });
});
