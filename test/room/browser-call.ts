import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { scriptOf } from '../callers/run-call.ts';
import { screenshot, seriousFaults, startBrowser, watchFaults } from '../harness/browser.ts';
import { resample } from '../vendors/speech.ts';
import { briefTalker } from './talker.ts';
import { factOf, factsOf, TENANT, type World } from './world.ts';

const RATE = 48_000;
/** As the emulated vendors know a call that the api began. */
const NOBODY = 'nobody';
/** When the two lines are said, from the moment that the microphone opens: after the greeting, and after the first answer. */
const FIRST_AT_S = 9;
const SECOND_AT_S = 19;
const LONG_MS = 180_000;
const PATIENCE = { timeout: 40_000, interval: 100 };

/** A call from the call page, with the keyboard alone and a microphone that plays a file. */
export function describeBrowserCall(place: () => World): void {
  let world: World;
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let serious: string[];
  let dir: string;
  let id: string;

  beforeAll(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-microphone-'));
    world = place();
    const speeches = await Promise.all(
      briefTalker.conversation.map(({ caller }) => world.vendors.speech(caller, briefTalker.voice)),
    );
    await world.vendors.open(NOBODY, scriptOf(briefTalker));
    const file = path.join(dir, 'microphone.wav');
    await writeFile(file, wavOf(speeches.map(({ pcm, sampleRate }) => resample(pcm, sampleRate, RATE))));
    browser = await startBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${file}%noloop`,
      '--autoplay-policy=no-user-gesture-required',
    ]);
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    faults = watchFaults(page);
    await page.goto(
      `${world.api.url}/login?code=${await world.api.code({ tenant: TENANT, role: 'analyst' })}&next=%2Fcall`,
    );

    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Tess Talker');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Start the call' }).waitFor();
    const [first, second] = speeches;
    if (!first || !second) throw new Error('the talker has two lines');
    await world.vendors.announce(NOBODY, first);
    await page.getByRole('button', { name: 'Start the call' }).focus();
    await page.keyboard.press('Enter');
    const said = (who: 'caller' | 'agent', text: string) =>
      page.getByTestId(`said-by-${who}`).filter({ hasText: text }).waitFor({ timeout: 40_000 });
    await said('caller', 'twelve people');
    // What is announced next ends the utterance before: it must have been answered.
    await said('agent', 'a good size');
    await world.vendors.announce(NOBODY, second);
    await said('caller', 'what does it cost');
    await said('agent', 'Thirty nine euros');
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
  afterAll(async () => {
    await browser?.close();
    await rm(dir, { recursive: true, force: true });
  });

  it('is stored as a call that the caller ended, with the words of both', async () => {
    expect((await factOf(world, id, 'call.ended')).data).toMatchObject({ reason: 'caller_hung_up', by: 'caller' });
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

  it('shows heard latency at the agent and at the caller’s ear side by side, the ear later', async () => {
    const turns = await vi.waitFor(async () => {
      const rows = await world.store.store().run(turnsOfCalls, { tenant: TENANT, callIds: [id] });
      const both = rows.filter(({ heard_ms: agent, heard_caller_ms: caller }) => agent !== null && caller !== null);
      expect(both.length).toBeGreaterThan(0);
      return both;
    }, PATIENCE);
    for (const { heard_ms: agent, heard_caller_ms: caller } of turns)
      expect(Number(caller)).toBeGreaterThan(Number(agent));
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
    expect({ faults, serious }).toEqual({ faults: [], serious: [] });
  });
}

/** Silence, a line, silence, a line, and silence to the end: 16 bits, one channel. */
function wavOf([first, second]: Int16Array[]): Buffer {
  const samples = new Int16Array(RATE * (SECOND_AT_S + 60));
  if (first) samples.set(first, RATE * FIRST_AT_S);
  if (second) samples.set(second, RATE * SECOND_AT_S);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
