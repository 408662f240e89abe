import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowOf } from '../../clickhouse/tables/define.ts';
import { tables } from '../../clickhouse/tables/index.ts';
import { ownOf, pointsOf, stretchesOf, worstOf } from '../../dashboard/src/pages/call/tabs/connection/reading.ts';
import type { Connection } from '../../api/types.ts';
import { sessionRow, T0, turnRow } from '../clickhouse/rows.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { noBrowser, screenshot, seriousFaults, sidewaysScroll, startBrowser } from '../harness/browser.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const START = Date.parse('2026-03-02T09:15:00.000Z');
type Sample = Connection['samples'][number];

const sample = (side: Sample['side'], afterMs: number, more: Partial<Sample> = {}): Sample => ({
  side,
  at: new Date(START + afterMs).toISOString(),
  quality: 'good',
  ...{ packetLossPercent: null, jitterMs: null, rttMs: null, bytesIn: null, bytesOut: null },
  ...more,
});

describe('what is read of the samples', () => {
  const samples = [
    sample('agent', 0, { quality: 'unknown', rttMs: 2 }),
    sample('caller', 1_000, { quality: 'good', rttMs: 80 }),
    sample('agent', 5_000, { quality: 'excellent', rttMs: 5 }),
    sample('agent', 10_000, { quality: 'excellent' }),
    sample('agent', 15_000, { quality: 'poor' }),
  ];

  it('is one stretch for as long as the quality stays, to the end of the call', () => {
    expect(stretchesOf(samples, 'agent', START, 20_000)).toEqual([
      { quality: 'unknown', fromMs: 0, toMs: 5_000 },
      { quality: 'excellent', fromMs: 5_000, toMs: 15_000 },
      { quality: 'poor', fromMs: 15_000, toMs: 20_000 },
    ]);
    expect(stretchesOf(samples, 'caller', START, 20_000)).toEqual([{ quality: 'good', fromMs: 1_000, toMs: 20_000 }]);
    expect(stretchesOf([], 'caller', START, 20_000)).toEqual([]);
  });

  it('keeps both sides apart, and what was not measured unknown', () => {
    expect(pointsOf(samples, 'rttMs', START).slice(0, 2)).toEqual([
      { atMs: 0, agent: 2, caller: null },
      { atMs: 1_000, agent: null, caller: 80 },
    ]);
    expect([worstOf(samples, 'agent', 'rttMs'), worstOf(samples, 'caller', 'rttMs')]).toEqual([5, 80]);
    expect(worstOf(samples, 'agent', 'jitterMs')).toBeNull();
    expect(ownOf(pointsOf(samples, 'rttMs', START), 'agent')).toEqual([
      { at: 0, value: 2 },
      { at: 5_000, value: 5 },
    ]);
  });
});

const skipped = noBrowser();
if (skipped) console.warn(skipped);

describe.skipIf(skipped)('the tab', () => {
  let nats: TestNats;
  let store: TestStore;
  let api: TestApi;
  let browser: Browser;

  beforeAll(async () => {
    [nats, store, browser] = await Promise.all([startNats(), startStore(), startBrowser()]);
    await provisionBroker(nats);
    await store.store().insert(tables.sessions, [callRow('both'), callRow('phone'), callRow('console')]);
    await store.store().insert(tables.qualitySamples, [
      ...[0, 5, 10, 15, 20, 25, 30].map((second) => sampleRow('both', 'agent', second, { rtt_ms: 1 })),
      ...[1, 6, 11, 16, 21, 26, 31].map((second, index) =>
        sampleRow('both', 'caller', second, {
          quality: index < 3 ? 'excellent' : 'poor',
          packet_loss_percent: index * 1.5,
          jitter_ms: 10 + index * 4,
          rtt_ms: 90 + index * 30,
          reconnections: index > 4 ? 1 : 0,
        }),
      ),
      sampleRow('phone', 'agent', 3),
    ]);
    await store
      .store()
      .insert(tables.turns, [
        heardRow('both', 1, 800, 1_020),
        heardRow('both', 2, 900, 1_250),
        heardRow('both', 3, 700, null),
        heardRow('phone', 1, 800, null),
      ]);
    api = await startApi({ nats, store });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await Promise.all([nats?.stop(), store?.stop()]);
  });

  async function open(call: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1_440, height: 1_400 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const next = encodeURIComponent(`/calls/${call}?tab=connection`);
    await page.goto(`${api.url}/login?code=${await api.code({ tenant: 'acme' })}&next=${next}`);
    await page.getByRole('tab', { name: 'Connection', selected: true }).waitFor();
    return page;
  }
  const panelOf = (page: Page) => page.getByRole('tabpanel', { name: 'Connection' });

  it('shows both sides: quality, loss, jitter, round trip, reconnections, and heard latency turn by turn', async () => {
    const page = await open('both');
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: 'Round trip' }).waitFor();
    await panel.getByText('Median difference').waitFor();
    const text = (await panel.textContent()) ?? '';
    expect(text).toContain('Median difference +285 ms 2 turns measured on both sides');
    expect(text).toContain('Excellent, poor at 0:16 · reconnected 1 time');
    expect(text).toContain('Good · never reconnected');
    const loss = 'Packet loss over the call, most at the agent 1.5 %, at the caller 9 %';
    const chart = panel.getByRole('slider', { name: loss });
    await chart.hover({ position: { x: 1, y: 20 } });
    expect(await chart.textContent(), 'both sides at a time').toMatch(/0:00.*At the agent1\.5 %.*At the caller0 %/);
    const jitter = panel.getByRole('slider', { name: 'Jitter over the call' });
    await jitter.press('End');
    expect(await jitter.getAttribute('aria-valuetext')).toBe('0:31, At the agent 4 ms, At the caller 34 ms');
    await jitter.press('Home');
    await jitter.press('ArrowRight');
    expect(await jitter.getAttribute('aria-valuetext')).toBe('0:01, At the agent 4 ms, At the caller 10 ms');
    await jitter.press('Escape');
    expect(new URL(page.url()).searchParams.get('tab'), 'Esc hides what is read first').toBe('connection');
    const rows = await panel.getByRole('row').allTextContents();
    expect(rows.slice(1)).toEqual(['1800 ms1.02 s+220 ms', '2900 ms1.25 s+350 ms', '3700 ms––']);
    await screenshot(page, 'connection-wide-light');
    expect(await seriousFaults(page)).toEqual([]);
    await panel.getByRole('link', { name: '2', exact: true }).click();
    await page.getByRole('tab', { name: 'Turn', selected: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('turn')).toBe('2');
  });

  it('says why where the caller’s page sent nothing', async () => {
    const page = await open('phone');
    await panelOf(page).getByText('Median difference').waitFor();
    await panelOf(page).getByRole('heading', { name: 'Round trip' }).waitFor();
    const reasons = await page.evaluate<string[]>(
      `[...document.querySelectorAll('[role=tabpanel] [aria-label^="unknown: "]')].map((one) => one.ariaLabel.slice(9))`,
    );
    expect(reasons).toContain('No turn was measured on both sides');
    expect(reasons).toContainEqual(expect.stringMatching(/^The caller’s page measured no answer here/));
    expect(reasons).toContainEqual(expect.stringMatching(/^The caller’s page sent nothing/));
  });

  it('says so where nobody sampled the line', async () => {
    const panel = panelOf(await open('console'));
    await panel.getByText('Nothing was measured of the line').waitFor();
    expect(await panel.getByRole('heading', { name: 'Round trip' }).count()).toBe(0);
  });

  it('fits a phone, dark', async () => {
    const page = await open('both', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' });
    await panelOf(page).getByRole('heading', { name: 'Round trip' }).scrollIntoViewIfNeeded();
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
    await screenshot(page, 'connection-phone-dark');
  });
});

const callRow = (call: string) =>
  sessionRow({ call_id: call, person_key: call, duration_ms: 35_000, started_at: T0, ended_at: T0 + 35_000 });

type SampleRow = RowOf<typeof tables.qualitySamples>;
const sampleRow = (call: string, side: SampleRow['side'], second: number, row: Partial<SampleRow> = {}): SampleRow => ({
  tenant: 'acme',
  call_id: call,
  event_id: `acme.${call}.${side}.${second}`,
  side,
  quality: 'good',
  packet_loss_percent: 1.5,
  jitter_ms: 4,
  rtt_ms: null,
  bytes_in: 1_000,
  bytes_out: 2_000,
  reconnections: 0,
  at: T0 + second * 1_000,
  broker_at: T0 + second * 1_000 + 5,
  ...row,
});

const heardRow = (call: string, turn: number, heardMs: number, callerMs: number | null) =>
  turnRow({ call_id: call, turn, heard_ms: heardMs, heard_basis: 'agent_playout', heard_caller_ms: callerMs });
