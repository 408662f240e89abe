import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askedTwice,
  layoutShift,
  noBrowser,
  screenshot,
  seriousFaults,
  sidewaysScroll,
  startBrowser,
  watchFaults,
} from '../harness/browser.ts';
import type { Everybody, Place } from './everybody.ts';

const WAIT = { timeout: 20_000 };
const WIDE = { width: 1_440, height: 900 };
const PHONE = { width: 360, height: 780 };
/** What Chromium's own rating calls good; nothing of ours may move by more. */
const MOST_SHIFT = 0.1;

/** What the Live page showed while the calls went on. */
export type Watched = { rows: number; words: string; hot: number; shift: number; faults: string[]; serious: string[] };

/** Looks at the Live page while everybody calls. Resolves with nothing where there is no browser. */
export async function watchLive({ login }: Place): Promise<Watched | undefined> {
  if (noBrowser() !== undefined) return undefined;
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: WIDE });
    const faults = watchFaults(page);
    await page.goto(await login());
    const rows = page.getByRole('main').locator('a[data-row]');
    await rows.first().waitFor(WAIT);
    // Later on new calls come in at the top, as they should.
    const shift = await layoutShift(page);
    await page.getByRole('main').getByText('hot', { exact: true }).first().waitFor({ timeout: 60_000 });
    const seen = {
      rows: await rows.count(),
      words: (await page.getByRole('main').textContent()) ?? '',
      hot: await page.getByRole('main').getByText('hot', { exact: true }).count(),
      shift,
    };
    await screenshot(page, 'live-wide-light');
    return { ...seen, serious: await seriousFaults(page), faults };
  } finally {
    await browser.close();
  }
}

/** Every page in a browser, over the calls that were made. */
export function describePages(everybody: () => Everybody): void {
  const skipped = noBrowser();
  if (skipped) console.warn(skipped);

  describe.skipIf(skipped)('the pages', () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let faults: string[];
    beforeAll(async () => {
      browser = await startBrowser();
      context = await browser.newContext({ viewport: WIDE });
      page = await context.newPage();
      faults = watchFaults(page);
      await page.goto(await everybody().login());
      await page.waitForURL((url) => url.pathname === '/', WAIT);
    }, 60_000);
    afterAll(() => browser?.close());

    const hotCall = () => everybody().calls.get('hot-lead')?.call ?? '';
    const open = async (path: string, settled: string) => {
      await page.goto(new URL(path, everybody().apiUrl).href);
      await page.getByRole('main').getByText(settled).first().waitFor(WAIT);
      await page.waitForLoadState('networkidle');
    };

    it('shows the calls while they go on, with their words, and the hot lead before its call is over', async () => {
      const live = await everybody().watched;
      expect(live?.rows).toBeGreaterThanOrEqual(2);
      expect(live?.words).toMatch(/twelve|contracts|Salesforce/i);
      expect(live?.hot).toBeGreaterThanOrEqual(1);
      expect(live?.shift).toBeLessThan(MOST_SHIFT);
      expect(live?.faults).toEqual([]);
      expect(live?.serious).toEqual([]);
    });

    const pages = [
      ['live', () => '/', 'Heard latency'],
      ['latency', () => '/latency', 'p95'],
      ['leads', () => '/leads', 'Dana Whitfield'],
      ['calls', () => '/calls', 'Dana Whitfield'],
      ['call', () => `/calls/${hotCall()}`, 'Caller'],
      ['analysis', () => `/calls/${hotCall()}?tab=analysis`, 'Objections'],
      ['pipeline', () => '/pipeline', 'lost'],
    ] as const;

    it.each(pages)(
      '%s: is complete, quiet, still and accessible, wide and light',
      { timeout: 60_000 },
      async (name, path, settled) => {
        faults.length = 0;
        await open(path(), settled);
        expect(await layoutShift(page)).toBeLessThan(MOST_SHIFT);
        expect(await askedTwice(page), 'asked ahead for what the page does not ask for').toEqual([]);
        expect(await seriousFaults(page)).toEqual([]);
        if (name !== 'live') await screenshot(page, `${name}-wide-light`);
        expect(faults).toEqual([]);
      },
    );

    it.each(pages)('%s: fits a phone, dark', { timeout: 60_000 }, async (name, path, settled) => {
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'dark' });
      try {
        await open(path(), settled);
        expect(await sidewaysScroll(page), 'the page scrolls sideways').toBeLessThanOrEqual(0);
        expect(await seriousFaults(page)).toEqual([]);
        await screenshot(page, `${name}-phone-dark`);
      } finally {
        await page.setViewportSize(WIDE);
        await page.emulateMedia({ colorScheme: null });
      }
    });
  });
}
