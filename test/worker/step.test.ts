import { describe, expect, it } from 'vitest';
import { step, type Outcome } from '../../analytics-worker/ingest/step.ts';
import { aFact } from '../harness/facts.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const DAY_MS = 86_400_000;

function take(event: object, { brokerAt = NOW, subject = '' } = {}): Outcome {
  const { tenant, call, type } = event as { tenant: string; call: string; type: string };
  const data = new TextEncoder().encode(JSON.stringify(event));
  return step({ subject: subject || `ev.${tenant}.${call}.${type}`, data, brokerAt });
}

function rowsOf(outcome: Outcome) {
  if (outcome.kind !== 'rows') throw new Error(outcome.problem.message);
  return outcome;
}

describe('one message', () => {
  it('becomes its raw row, and a row of its own table where there is one', () => {
    const spoken = { itemId: 'i1', role: 'user', text: 'we are twelve', createdAt: NOW, interrupted: false } as const;
    const { rows } = rowsOf(take(aFact('item.committed', spoken, { at: NOW })));
    expect(rows.map(({ table }) => table)).toEqual(['events', 'transcripts']);
    expect(rows[1]?.row).toMatchObject({ item_id: 'i1', text: 'we are twelve', cut_off: '' });
  });

  it('of an unknown type is kept raw and marked', () => {
    const outcome = rowsOf(
      take({ ...aFact('agent.state', { from: 'idle', to: 'listening' }), type: 'weather.changed' }),
    );
    expect(outcome).toMatchObject({
      known: false,
      rows: [{ table: 'events', row: { known: false, type: 'weather.changed' } }],
    });
  });

  it('that cannot be understood is refused with field and fix', () => {
    const outcome = take(
      { ...aFact('agent.state', { from: 'idle', to: 'listening' }), tenant: 't9' },
      { subject: 'ev.t1.c1.agent.state' },
    );
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'wrong_tenant', field: 'tenant' } });
  });
});

describe('its time', () => {
  const state = { from: 'idle', to: 'listening' } as const;
  it.each([
    ['a minute ago', NOW - 60_000, false],
    ['59 days ago', NOW - 59 * DAY_MS, false],
    ['61 days ago', NOW - 61 * DAY_MS, true],
    ['two days ahead', NOW + 2 * DAY_MS, true],
    ['zero', 0, true],
  ])('%s is quarantined: %#', (_, at, quarantined) => {
    const outcome = rowsOf(take(aFact('agent.state', state, { at })));
    expect(outcome.timeQuarantined).toBe(quarantined);
    expect(outcome.rows[0]?.row).toMatchObject(quarantined ? { at: NOW, at_stated: at } : { at, at_stated: null });
  });

  it('is believed of an import, which states it', () => {
    const fact = {
      ...aFact('agent.state', state, { at: NOW - 400 * DAY_MS }),
      producer: { kind: 'import', instance: 'f1' },
    };
    expect(rowsOf(take(fact)).timeQuarantined).toBe(false);
  });
});

describe('what it triggers', () => {
  it('is the hot lane for a signal, the standard one for a turn end, nothing for a heartbeat', () => {
    const signal = aFact('signal.recorded', { name: 'team_size', value: 12 }, { at: NOW });
    const end = aFact('speech.finished', { speechId: 's', interrupted: false, itemIds: [] }, { at: NOW });
    const beat = aFact(
      'producer.beat',
      { intervalMs: 5000, pending: 0, spoolBytes: 0, loopDelayP99Ms: null },
      { at: NOW },
    );
    expect([signal, end, beat].map((fact) => rowsOf(take(fact)).trigger)).toEqual(['hot', 'standard', undefined]);
  });

  it('is the standard lane for anything late, for it may belong to a closed call', () => {
    const beat = aFact(
      'producer.beat',
      { intervalMs: 5000, pending: 0, spoolBytes: 0, loopDelayP99Ms: null },
      { at: NOW - 60_000 },
    );
    expect(rowsOf(take(beat)).trigger).toBe('standard');
  });
});
