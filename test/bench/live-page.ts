import type { Browser } from 'playwright-core';
import { watchFaults } from '../harness/browser.ts';

const WIDE = { width: 1_440, height: 900 };
const OPEN = { timeout: 20_000 };

/** Notes in the page when the words of a call are first in its row, epoch ms. */
const WATCH = `(() => {
  const shown = new Map();
  const look = () => {
    const now = Date.now();
    for (const row of document.querySelectorAll('main li')) {
      const link = row.querySelector('a[data-row]');
      if (!link) continue;
      const call = link.pathname.split('/').pop();
      for (const { textContent } of row.querySelectorAll('bdi')) {
        const key = JSON.stringify([call, textContent]);
        if (!shown.has(key)) shown.set(key, now);
      }
    }
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
  globalThis.shownWords = () => [...shown];
})()`;

/** What was said in a call, as a key: no call of the benchmark says the same twice. */
export const wordsKey = (call: string, text: string): string => JSON.stringify([call, text]);

export type LivePage = {
  /** By `wordsKey`, when they were first in the page, epoch ms. */
  shown(): Promise<ReadonlyMap<string, number>>;
  /** What went wrong in the page so far. */
  faults: readonly string[];
};

/** The Live page in a browser that is signed in by this link. Resolves when the page's stream is open. */
export async function openLivePage(browser: Browser, link: string): Promise<LivePage> {
  const page = await browser.newPage({ viewport: WIDE });
  const faults = watchFaults(page);
  await page.addInitScript(WATCH);
  await page.goto(link);
  await page.getByRole('main').getByText('Nobody is on the line').waitFor(OPEN);
  return { shown: async () => new Map(await page.evaluate<[string, number][]>('shownWords()')), faults };
}
