import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { concludeCall } from '../../analytics-worker/conclusions/conclude.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import type { Fact } from '../../events/catalogue.ts';
import { decode, encode } from '../../events/codec.ts';
import { random, shuffled } from '../conclusions/helpers.ts';
import { decodeUpload, type Captured } from './decode.ts';
import { dropped } from './dropped.ts';
import { mapUpload } from './map.ts';

const sdks = [
  { sdk: 'livekit-agents-js-1.9.0', call: 'AJ_AfEd84KdPkxj', characters: 135 },
  { sdk: 'livekit-agents-python-1.8.9', call: 'AJ_PAfphmaS9FFz', characters: 135 },
];

function captured(sdk: string): Captured[] {
  const text = readFileSync(new URL(`../fixtures/uploads/${sdk}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Captured);
}

function mapped(call: string, requests: Captured[]) {
  const each = requests.map((request) => mapUpload('acme', call, decodeUpload(request)));
  return { facts: each.flatMap(({ facts }) => facts), left: [...new Set(each.flatMap(({ left }) => left))] };
}

const concluded = (call: string, facts: Fact[]) =>
  concludeCall({
    ...{ tenant: 'acme', call, deadLetters: [], config: { scoring: defaultScoring, personSecret: 'secret' } },
    facts: facts.map((fact) => ({ fact, brokerAt: fact.at })),
  });

describe.each(sdks)('$sdk', ({ sdk, call, characters }) => {
  const { facts, left } = mapped(call, captured(sdk));

  test('every fact is one of the contract', () => {
    expect(facts.length).toBeGreaterThan(50);
    for (const fact of facts)
      expect(decode(encode(fact), `ev.acme.${call}.${fact.type}`)).toMatchObject({ kind: 'fact' });
  });

  test('every field becomes part of a fact or is dropped for a stated reason', () => {
    expect(left.filter((field) => !dropped.some(({ fields }) => fields.test(field)))).toEqual([]);
  });

  test('order and repetition of uploads change neither ids nor facts', () => {
    const again = mapped(call, shuffled([...captured(sdk), ...captured(sdk)], random(3)));
    const byId = (all: Fact[]) => Object.fromEntries(all.map((fact) => [fact.id, fact]));
    expect(byId(again.facts)).toEqual(byId(facts));
    expect(JSON.stringify(concluded(call, again.facts))).toEqual(JSON.stringify(concluded(call, facts)));
  });

  test('the conclusions are those of a call: transcript, turns, latency, tools, usage, end', () => {
    const { session, turns, parts, usage, books } = concluded(call, facts);
    expect(session).toMatchObject({ status: 'ended', endReason: 'caller_hung_up', endedBy: 'caller', turns: 2 });
    expect(session).toMatchObject({ callerItems: 2, agentItems: 3, interruptions: 0, errors: 0 });
    expect(
      turns.map(({ turn, callerItemIds, agentItemIds, excluded }) => [
        turn,
        callerItemIds.length,
        agentItemIds.length,
        excluded,
      ]),
    ).toEqual([
      [0, 0, 1, 'greeting'],
      [1, 1, 1, ''],
      [2, 1, 1, ''],
    ]);
    expect(turns.map(({ toolCalls, modelCalls }) => [toolCalls, modelCalls])).toEqual([
      [0, 1],
      [1, 2],
      [0, 1],
    ]);
    for (const { turn, heardMs } of turns.slice(1)) {
      const sum = parts.filter((part) => part.turn === turn).reduce((total, { durationMs }) => total + durationMs, 0);
      expect(sum).toBe(heardMs);
    }
    expect(usage.find(({ kind }) => kind === 'llm')).toMatchObject({
      believedInputTokens: 480,
      believedOutputTokens: 48,
      requests: 4,
    });
    expect(usage.find(({ kind }) => kind === 'tts')?.believedCharacters).toBeLessThanOrEqual(characters);
    expect(books.every(({ state }) => state === 'uncounted')).toBe(true);
  });

  test('heard latency agrees with the end-to-end latency that the SDK reports', () => {
    const items = new Map(
      facts.flatMap((fact) =>
        fact.type === 'item.committed' && fact.final !== false ? [[fact.data.itemId, fact.data] as const] : [],
      ),
    );
    for (const { heardMs, agentItemIds } of concluded(call, facts).turns.slice(1)) {
      expect(Math.abs((items.get(agentItemIds[0] ?? '')?.reported?.e2eMs ?? 0) - (heardMs ?? 0))).toBeLessThan(20);
    }
  });
});

test('a call that was lost before its report still has its turns, from the spans alone', () => {
  for (const { sdk, call } of sdks) {
    const live = captured(sdk).filter(({ url }) => url.includes('/traces/'));
    const { turns, session } = concluded(call, mapped(call, live.slice(0, -1)).facts);
    expect(turns.filter(({ callerItemIds }) => callerItemIds.length > 0).length).toBeGreaterThan(0);
    expect(session.agentItems).toBeGreaterThan(0);
  }
});

test('no rule drops what is not there', () => {
  const left = sdks.flatMap(({ sdk, call }) => mapped(call, captured(sdk)).left);
  expect(
    dropped.filter(({ fields }) => !left.some((field) => fields.test(field))).map(({ because }) => because),
  ).toEqual([]);
});
