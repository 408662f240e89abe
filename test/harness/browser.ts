import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { projectRoot } from '../../deploy/local/child.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Kept after the run, not in the repository. */
const SCREENSHOTS = path.join(projectRoot(), 'artifacts/screenshots');

/** A Chromium of this machine: the one that CHROMIUM names, else one on the PATH. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env['CHROMIUM'] ?? '', ...candidates, ...APPLICATIONS].find(isProgram);
}

/** Why no page can be tested here; undefined when they can. In CI it is a failure, never a reason to leave tests out. */
export function noBrowser(): string | undefined {
  if (findChromium() !== undefined) return undefined;
  const reason = 'the pages were not tested: there is no Chromium. Fix: install chromium, or set CHROMIUM to its path';
  if (process.env['CI']) throw new Error(reason);
  return reason;
}

/** @param more of Chromium's own arguments, as for a microphone that plays a file */
export function startBrowser(more: string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(noBrowser());
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...more] });
}

/** What went wrong in a page without anybody seeing it: exceptions, errors on the console, answers of 500 and more. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return faults;
}

/** What axe holds to be serious or worse in the page as it stands. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // `evaluate` is not stopped by the page's content security policy, a script element would be.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/** How far the page has jumped since it was opened (cumulative layout shift). */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate<number>(`new Promise((resolve) => {
    let shift = 0;
    const add = (list) => list.getEntries().forEach((entry) => (shift += entry.value));
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
    // What is buffered is delivered in a task of its own, before this one.
    setTimeout(() => resolve(shift), 100);
  })`);
}

/** By how many px the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return path.isAbsolute(file);
  } catch {
    return false;
  }
}

/** Addresses of the api that a page asked for twice within a second: one of the answers was for nobody. */
export function askedTwice(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const asked = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.startsWith('/v1/'));
    const isAgain = ({ name, startTime }: (typeof asked)[number], at: number) =>
      asked.slice(0, at).some((one) => one.name === name && startTime - one.startTime < 1_000);
    return asked.filter(isAgain).map(({ name }) => name);
  });
}
