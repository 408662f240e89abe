import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { booksTotal } from '../../clickhouse/queries/books-total.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { latencyPercentiles } from '../../clickhouse/queries/latency-percentiles.ts';
import { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import { turnParts } from '../../clickhouse/queries/turn-parts.ts';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { unexplainedShare } from '../../clickhouse/queries/unexplained-share.ts';
import { listScenarios } from '../scenarios/load.ts';
import { letEverybodyCall, type Everybody, type Told } from './everybody.ts';
const names = await listScenarios();
describe('x', () => {
  let everybody: Everybody;
  beforeAll(async () => { everybody = await letEverybodyCall(); }, 120_000);
  afterAll(() => everybody?.stop());
  it('dump', async () => {
    const { store, scope, calls } = everybody;
    const turns = await store.run(turnsOfCalls, scope);
    for (const name of names) {
      const told = calls.get(name)!;
      console.log(name, told.outcome.waits, told.outcome.items.filter(i=>i.e2eMs).map(i=>i.e2eMs), turns.filter(t=>t.call_id===told.call).map(t=>[t.turn,t.heard_ms,t.excluded,t.unexplained_ms]));
      console.log(told.transcript.map(t=>[t.role,t.text,t.cut_off,t.interrupted]), told.outcome.items.map(i=>[i.role,i.text,i.interrupted]));
    }
    console.log(await store.run(callsSummary, scope), await store.run(booksTotal, scope), await store.run(books, scope), await store.run(storedEvents, scope), await store.run(latencyPercentiles, scope), await store.run(unexplainedShare, scope), await store.run(leadScores, scope));
    console.log((await store.run(turnParts, scope)).slice(0,20));
  });
});
