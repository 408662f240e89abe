import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { screenshot, seriousFaults } from '../harness/browser.ts';
import { callFromPage, type CallPage } from './call-page.ts';
import { briefTalker } from './talker.ts';
import { factOf, factsOf, TENANT, type World } from './world.ts';

const LONG_MS = 180_000;
const PATIENCE = { timeout: 40_000, interval: 100 };
/** Agent and page each have a clock and an idea of a first sound of their own; on a busy machine both are late at times. */
const ERROR_MS = 1_000;

/** A call from the call page, with the keyboard alone and a microphone that plays a file. */
export function describeBrowserCall(place: () => World): void {
  let world: World;
  let calling: CallPage;
  let page: Page;
  let serious: string[];
  let id: string;

  beforeAll(async () => {
    world = place();
    calling = await callFromPage(world, briefTalker);
    ({ page } = calling);
    await calling.said('caller', 'twelve people');
    // What is announced next ends the utterance before: it must have been answered.
    await calling.said('agent', 'a good size');
    await calling.announce(1);
    await calling.said('caller', 'what does it cost');
    await calling.said('agent', 'Thirty nine euros');
    await screenshot(page, 'web-call');
    serious = await seriousFaults(page);

    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    const record = page.getByRole('link', { name: 'Open the record' });
    id = (await record.getAttribute('href'))?.split('/').at(-1) ?? '';
  }, LONG_MS);
  afterAll(() => calling?.close());

  it('is stored as a call that the caller ended, with the words of both', async () => {
    const { data: ended } = await factOf(world, id, 'call.ended');
    expect(ended, JSON.stringify(ended)).toMatchObject({ reason: 'caller_hung_up', by: 'caller' });
    const said = (await factsOf(world, id)).flatMap((fact) =>
      fact.type === 'item.committed' && fact.data.role === 'user' ? [fact.data.text] : [],
    );
    expect(said).toEqual(['We are a team of twelve people.', 'And what does it cost?']);
    expect((await factOf(world, id, 'call.started')).data).toMatchObject({ channel: 'web' });
    expect((await factOf(world, id, 'call.updated')).data).toMatchObject({ participant: { name: 'Tess Talker' } });
  });

  it("has the page's own measurements, numbered and closed", async () => {
    const closed = await vi.waitFor(async () => {
      const found = (await factsOf(world, id)).find(
        ({ type, producer }) => type === 'producer.closed' && producer.kind === 'page',
      );
      if (!found) throw new Error('the page has not closed its books yet');
      return found;
    }, PATIENCE);
    const facts = (await factsOf(world, id)).filter(({ producer }) => producer.kind === 'page');
    const seqs = facts.map(({ producer }) => Number(producer.seq)).toSorted((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1));
    expect(closed.data).toMatchObject({ lastSeq: seqs.length });
    const sampled = facts.flatMap((fact) => (fact.type === 'connection.sampled' ? [fact.data] : []));
    expect(sampled.length).toBeGreaterThan(2);
    expect(sampled.every(({ side }) => side === 'caller')).toBe(true);
    expect(sampled.some(({ rttMs }) => rttMs !== null)).toBe(true);
  });

  it('has heard latency at the agent and at the caller’s ear of the same turn, and shows both', async () => {
    const turns = await vi.waitFor(async () => {
      const rows = await world.store.store().run(turnsOfCalls, { tenant: TENANT, callIds: [id] });
      const both = rows.filter(({ heard_ms: agent, heard_caller_ms: caller }) => agent !== null && caller !== null);
      expect(both.length).toBeGreaterThan(0);
      return both;
    }, PATIENCE);
    for (const { heard_ms: agent, heard_caller_ms: caller } of turns)
      expect(Math.abs(Number(caller) - Number(agent))).toBeLessThan(ERROR_MS);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Tess Talker' }).waitFor();
    await page.getByRole('tab', { name: 'Connection' }).click();
    await page
      .getByText(/caller’s ear/i)
      .first()
      .waitFor();
    await screenshot(page, 'call-connection');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('was made without an error that nobody saw, on a page in which nothing serious is wrong', () => {
    expect({ faults: calling.faults, serious }).toEqual({ faults: [], serious: [] });
  });
}
