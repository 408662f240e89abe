import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../clickhouse/tables/index.ts';
import { sessionRow, turnRow } from '../clickhouse/rows.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { layoutShift, noBrowser, screenshot, seriousFaults, sidewaysScroll, startBrowser } from '../harness/browser.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const MINUTE = 60_000;
/** An hour that is over, in buckets of a minute. */
const START = Math.floor((Date.now() - 7_200_000) / MINUTE) * MINUTE;
const at = (minute: number) => new Date(START + minute * MINUTE).toISOString();
const TURNS = 25;

const skipped = noBrowser();
if (skipped) console.warn(skipped);

describe.skipIf(skipped)('the chart of heard latency', () => {
  let nats: TestNats;
  let store: TestStore;
  let api: TestApi;
  let browser: Browser;

  beforeAll(async () => {
    [nats, store, browser] = await Promise.all([startNats(), startStore(), startBrowser()]);
    await provisionBroker(nats);
    const minutes = Array.from({ length: 60 }, (_, minute) => minute).filter((minute) => minute < 20 || minute > 25);
    await store.store().insert(
      tables.sessions,
      minutes.map((minute) => callRow(minute)),
    );
    await store.store().insert(
      tables.turns,
      minutes.flatMap((minute) => Array.from({ length: TURNS }, (_, turn) => heardRow(minute, turn + 1))),
    );
    api = await startApi({ nats, store });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await Promise.all([nats?.stop(), store?.stop()]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const next = encodeURIComponent(`/latency?from=${at(0)}&to=${at(60)}`);
    await page.goto(`${api.url}/login?code=${await api.code({ tenant: 'acme' })}&next=${next}`);
    await chartOf(page).waitFor();
    return page;
  }
  const chartOf = (page: Page) => page.getByRole('slider', { name: 'Heard latency over time, target' });
  /** Of a minute within the plot, px. */
  const placeOf = async (page: Page, minute: number) => {
    await chartOf(page).scrollIntoViewIfNeeded();
    const box = await chartOf(page).boundingBox();
    if (box === null) throw new Error('the chart is not shown');
    return [box.x + (box.width * minute) / 60, box.y + box.height / 2] as const;
  };
  const searchOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

  it('stands still, and reads out the moment under the pointer', async () => {
    const page = await open();
    expect(await layoutShift(page)).toBeLessThan(0.1);
    await page.mouse.move(...(await placeOf(page, 10.3)));
    expect(await chartOf(page).textContent()).toMatch(/25 turns.*p50500 ms.*p95900 ms/);
    expect(await seriousFaults(page)).toEqual([]);
    await screenshot(page, 'latency-chart-wide-light');
    await page.mouse.move(...(await placeOf(page, 22)));
    expect(await chartOf(page).getByText('0 turns').count(), 'where nobody was heard').toBe(1);
    await page.mouse.move(0, 0);
    expect(await chartOf(page).getByText('turns').count()).toBe(0);
  });

  it('zooms to what was dragged over, to the end of its last bucket, and back', async () => {
    const page = await open();
    await page.mouse.move(...(await placeOf(page, 40)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOf(page, 30)));
    await page.mouse.up();
    await page.waitForURL((url) => url.searchParams.get('from') === at(30));
    expect(searchOf(page)['to']).toBe(at(41));
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('from') === at(0));
  });

  it('opens the calls of the bucket that is clicked', async () => {
    const page = await open();
    await page.mouse.click(...(await placeOf(page, 35)));
    await page.waitForURL((url) => url.pathname === '/calls');
    expect(searchOf(page)).toMatchObject({ from: at(35), to: at(36) });
  });

  it('is read and opened with the keys alone', async () => {
    const page = await open();
    const chart = chartOf(page);
    await chart.press('Home');
    expect(await chart.getAttribute('aria-valuetext')).toMatch(/, 25 turns, p50 500 ms, p95 \d+ ms, p99 \d+ ms$/);
    await chart.press('ArrowRight');
    expect(await chart.getAttribute('aria-valuenow')).toBe('1');
    await chart.press('Enter');
    await page.waitForURL((url) => url.pathname === '/calls');
    expect(searchOf(page)).toMatchObject({ from: at(1), to: at(2) });
  });

  it('keeps its tooltip within a phone, at every moment', async () => {
    const page = await open({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' });
    const panel = await page.getByRole('region', { name: 'Over time' }).boundingBox();
    for (const minute of [0, 15, 29, 31, 45, 59]) {
      await page.mouse.move(...(await placeOf(page, minute)));
      const tip = await chartOf(page).locator('> div').boundingBox();
      expect(tip?.x, `at minute ${minute}`).toBeGreaterThanOrEqual(panel?.x ?? Infinity);
      expect((tip?.x ?? 0) + (tip?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0));
    }
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
    await screenshot(page, 'latency-chart-phone-dark');
  });
});

const callRow = (minute: number) =>
  sessionRow({
    call_id: `call-${minute}`,
    agent_version: minute < 30 ? '1.0.0' : '1.1.0',
    started_at: START + minute * MINUTE,
    ended_at: START + (minute + 1) * MINUTE,
  });

const heardRow = (minute: number, turn: number) =>
  turnRow({
    call_id: `call-${minute}`,
    turn,
    started_at: START + minute * MINUTE + turn * 1_000,
    heard_ms: turn > 20 ? 900 : 500,
    heard_basis: 'agent_playout',
  });
