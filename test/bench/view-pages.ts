import type { Browser, CDPSession, BrowserContext, Page } from 'playwright-core';
import { pause } from '../../lib/retry.ts';
import type { TestApi } from '../harness/api.ts';
import { layoutShift, startBrowser, watchFaults } from '../harness/browser.ts';
import { quantile } from './stats.ts';

export type Viewed = { name: string; path: string; /** What only its data brings. */ settled: string };

const WIDE = { width: 1_440, height: 900 };
/** What a page asked for last is over so long after it was closed. */
const SETTLE_MS = 2_000;
const SIGN_IN = { timeout: 20_000 };

/** Requests of the page itself, and when it showed all that it asked for, ms after the navigation began. */
type FirstView = { shownMs: number; answers: { route: string; fromMs: number; toMs: number }[] };
type Opened = FirstView & { shift: number };

/**
 * Notes in a page when its data is there: it has a title, nothing of it on the screen is a skeleton or busy any more, and a
 * frame was painted since. Skeletons that come later set it back, so that the last one counts. It looks once a frame: to ask
 * for places at every change would make the page lay itself out each time.
 */
const WATCH = `(() => {
  const QUIET_MS = 1000, PATIENCE_MS = 60000;
  let willLook = false, wasBusy = true, shownMs;
  const isOnScreen = (element) => element.getBoundingClientRect().top < innerHeight;
  const isBusy = () => {
    const main = document.querySelector('main');
    return !main?.querySelector('h1') ||
      [...main.querySelectorAll('[aria-busy="true"], .mantine-Skeleton-root')].some(isOnScreen);
  };
  const look = () => {
    willLook = false;
    const busy = isBusy();
    if (busy) shownMs = undefined;
    else if (wasBusy) setTimeout(() => { if (!wasBusy) shownMs = performance.now(); });
    wasBusy = busy;
  };
  const lookInNextFrame = () => {
    if (!willLook) requestAnimationFrame(look);
    willLook = true;
  };
  new MutationObserver(lookInNextFrame).observe(document, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy', 'class'],
  });
  const answers = () => performance.getEntriesByType('resource')
    .filter(({ name }) => name.includes('/v1/'))
    .map(({ name, startTime, responseEnd }) => ({ route: new URL(name).pathname, fromMs: startTime, toMs: responseEnd }));
  globalThis.firstView = () => new Promise((resolve, reject) => {
    const poll = setInterval(() => {
      const now = performance.now();
      if (shownMs !== undefined && now > shownMs + QUIET_MS) {
        clearInterval(poll);
        resolve({ shownMs, answers: answers().filter(({ fromMs }) => fromMs < shownMs) });
      } else if (now > PATIENCE_MS) reject(new Error('the page still loads'));
    }, 50);
  });
})()`;

/**
 * Opens every page so many times, each time in a new tab of a browser that is signed in and has nothing of the bundle in its
 * cache. Prints from the start of the navigation to the painted data, the layout shift, and where the time went.
 */
export async function firstViews(api: TestApi, tenant: string, pages: readonly Viewed[], opens: number): Promise<void> {
  const browser = await startBrowser();
  try {
    const window = await signIn(browser, `${api.url}/login?code=${await api.code({ tenant })}`);
    console.log(`first views in a browser, ms, p50 and p95 of ${opens}`);
    for (const page of pages) {
      await openOnce(window, api.url, page);
      const taken: Opened[] = [];
      while (taken.length < opens) taken.push(await openOnce(window, api.url, page));
      report(page.name, taken);
    }
  } finally {
    await browser.close();
  }
}

type Window = { context: BrowserContext; devtools: CDPSession };

/**
 * A window with one login. The tabs share it: with each new window Chromium reads the pages of its own address bar (some 400
 * scripts), which nobody waits for who has his browser open.
 */
async function signIn(browser: Browser, link: string): Promise<Window> {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL((url) => url.pathname === '/', SIGN_IN);
  const devtools = await context.newCDPSession(page);
  await page.goto('about:blank');
  await pause(SETTLE_MS);
  return { context, devtools };
}

async function openOnce({ context, devtools }: Window, url: string, { path, settled }: Viewed) {
  await devtools.send('Network.clearBrowserCache');
  const page = await context.newPage();
  try {
    const faults = watchFaults(page);
    await page.addInitScript(WATCH);
    await page.goto(new URL(path, url).href);
    const view = await page.evaluate<FirstView>('firstView()');
    await seen(page, settled);
    if (faults.length > 0) throw new Error(`${path}: ${faults.join('; ')}`);
    return { ...view, shift: await layoutShift(page) };
  } finally {
    await page.close();
    // Its live stream, which begins after the first view, is no part of the next one's.
    await pause(SETTLE_MS);
  }
}

/** @throws Error when the page shows something else: an empty state is quick. */
async function seen(page: Page, text: string): Promise<void> {
  const main = page.getByRole('main');
  if ((await main.getByText(text).count()) > 0) return;
  throw new Error(`${page.url()} does not show "${text}" but: ${await main.innerText()}`);
}

function report(name: string, taken: readonly Opened[]): void {
  const [p50, p95] = [0.5, 0.95].map((q) => ms(taken, q, ({ shownMs }) => shownMs).padStart(6));
  const shift = Math.max(...taken.map((one) => one.shift)).toFixed(3);
  console.log(`${p50}${p95}  ${name} page, layout shift at most ${shift}`);
  const asked = ms(taken, 0.5, ({ answers }) => Math.min(...answers.map(({ fromMs }) => fromMs)));
  const answered = ms(taken, 0.5, ({ answers }) => Math.max(...answers.map(({ toMs }) => toMs)));
  const routes = [...new Set(taken.flatMap(({ answers }) => answers.map(({ route }) => route)))];
  const took = routes
    .map((route) => ({ route, p50: quantile(durations(taken, route), 0.5) }))
    .toSorted((a, b) => b.p50 - a.p50)
    .slice(0, 3)
    .map((one) => `${one.route} ${Math.round(one.p50)}`);
  console.log(`              asks from ${asked}, has all answers at ${answered}; longest: ${took.join(', ')}`);
}

function durations(taken: readonly Opened[], route: string): number[] {
  return taken.flatMap(({ answers }) => answers.flatMap((one) => (one.route === route ? one.toMs - one.fromMs : [])));
}

function ms(taken: readonly Opened[], q: number, pick: (one: Opened) => number): string {
  return String(Math.round(quantile(taken.map(pick), q)));
}
