import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { leadScoreOf } from '../../analytics-worker/conclusions/leadScore.ts';
import { defaultScoring } from '../../analytics-worker/conclusions/scoringConfig.ts';
import { EarshotError } from '../../lib/errors.ts';
import { listScenarios, loadScenario, parseScenario } from '../scenarios/load.ts';
import type { Line } from '../scenarios/schema.ts';

describe('the people who call', () => {
  it('can all be read', async () => {
    const names = await listScenarios();
    expect(names).toEqual(
      expect.arrayContaining(['hot-lead', 'interrupter', 'hang-up', 'slow-model', 'corrector', 'silent', 'failover']),
    );
    for (const name of names) await expect(loadScenario(name)).resolves.toMatchObject({ name });
  });

  it('only claim what they say: each quote stands in the line that it is taken from', async () => {
    for (const name of await listScenarios()) {
      const { conversation } = await loadScenario(name);
      for (const { caller, agent } of conversation) {
        for (const { quote } of agent.records) expect(caller, `${name}: ${quote}`).toContain(quote);
      }
    }
  });
});

describe('the hot lead', () => {
  it('is hot in mid-call, with several sentences still to come', async () => {
    const { conversation } = await loadScenario('hot-lead');
    const said = conversation.map((_, index) => conversation.slice(0, index + 1).flatMap(({ agent }) => agent.records));
    const hot = said.map((records) => leadScoreOf(signalsIn(records), defaultScoring)?.hot ?? false);
    expect(hot).toEqual([false, true, true, true, true]);
  });
});

function signalsIn(records: Line['agent']['records']) {
  return new Map(
    records.map(({ name, value, quote }) => [name, { name, value, evidence: { eventId: '', itemId: null, quote } }]),
  );
}

describe('a broken scenario file', () => {
  let good: string;
  beforeAll(async () => void (good = await readFile(new URL('../scenarios/hot-lead.yaml', import.meta.url), 'utf8')));

  const problemOf = (text: string, file = 'hot-lead.yaml') => {
    try {
      parseScenario(text, `/scenarios/${file}`);
    } catch (error) {
      if (error instanceof EarshotError) return error.problem;
      throw error;
    }
    throw new Error('it was accepted');
  };

  it.each([
    ['a wrong value', (text: string) => text.replace('channel: web', 'channel: fax'), 'channel'],
    [
      'a wrong value in a list',
      (text: string) => text.replace('says: That fits', 'sayz: That fits'),
      'conversation.0.agent',
    ],
    ['a missing field', (text: string) => text.replace(/^ends:.*$/m, ''), 'ends'],
    ['an unknown field', (text: string) => `${text}\nmood: good\n`, 'file'],
    ['another name', (text: string) => text.replace('name: hot-lead', 'name: cold-lead'), 'name'],
    ['broken YAML', (text: string) => text.replace('channel: web', 'channel: [web'), 'YAML'],
  ])('is refused for %s, naming file and field', (_why, breakIt, field) => {
    expect(problemOf(breakIt(good))).toMatchObject({
      code: 'bad_scenario',
      field: expect.stringContaining(`hot-lead.yaml: ${field}`),
      fix: expect.any(String),
    });
  });

  it('is refused with the line of the wrong value', () => {
    const line = good.split('\n').findIndex((text) => text.startsWith('channel:')) + 1;
    expect(problemOf(good.replace('channel: web', 'channel: fax')).message).toContain(`(line ${line})`);
  });

  it('is named when it is not there, with those that are', async () => {
    await expect(loadScenario('nobody')).rejects.toMatchObject({
      problem: { code: 'bad_scenario', fix: expect.stringContaining('hot-lead') },
    });
  });
});
