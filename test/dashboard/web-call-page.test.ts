import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../api/auth/principal.ts';
import { freePort } from '../../lib/ports.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import { noBrowser, screenshot, seriousFaults, sidewaysScroll, startBrowser } from '../harness/browser.ts';
import { LIVEKIT } from '../harness/livekit-webhooks.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';

const WIDE = { width: 1_440, height: 900 };
const PHONE = { width: 360, height: 780 };
const WAIT_MS = 20_000;
const LONG_MS = 90_000;
/** Chromium's own microphone: it beeps. */
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream'];

const skipped = noBrowser();
if (skipped) console.warn(skipped);

describe.skipIf(skipped)('the page that calls the agent', () => {
  let nats: TestNats;
  let store: TestStore;
  let withRooms: TestApi;
  let withoutRooms: TestApi;
  let browser: Browser;
  const open = new Set<BrowserContext>();

  beforeAll(async () => {
    [nats, store, browser] = await Promise.all([startNats(), startStore(), startBrowser(FAKE_MICROPHONE)]);
    await provisionBroker(nats);
    // Nobody listens there: these are the states around a call, not a call.
    const nowhere = `ws://127.0.0.1:${await freePort()}`;
    const settings = { ...LIVEKIT, LIVEKIT_URL: nowhere, WEB_CALLS_LIMIT: '2' };
    [withRooms, withoutRooms] = await Promise.all([
      startApi({ nats, store }, settings),
      startApi({ nats, store }, { LIVEKIT_URL: '', LIVEKIT_API_KEY: '', LIVEKIT_API_SECRET: '' }),
    ]);
  }, 60_000);
  afterEach(async () => {
    await Promise.all([...open].map((context) => context.close()));
    open.clear();
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([withRooms?.stop(), withoutRooms?.stop()]);
    await Promise.all([nats?.stop(), store?.stop()]);
  });

  type Visit = { api?: TestApi; role?: Role; microphone?: boolean; phone?: boolean; dark?: boolean };

  async function visit({
    api = withRooms,
    role = 'analyst',
    microphone = false,
    phone = false,
    dark = false,
  }: Visit = {}) {
    const context = await browser.newContext({
      viewport: phone ? PHONE : WIDE,
      colorScheme: dark ? 'dark' : 'light',
      permissions: microphone ? ['microphone'] : [],
    });
    open.add(context);
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const next = encodeURIComponent('/call');
    await page.goto(`${api.url}/login?code=${await api.code({ role })}&next=${next}`);
    await page.getByRole('heading', { name: 'Call the agent' }).waitFor();
    await page.getByRole('heading', { name: 'Your call' }).waitFor();
    return page;
  }

  const check = (page: Page) => page.getByRole('button', { name: 'Check the microphone' });
  const start = (page: Page) => page.getByRole('button', { name: 'Start the call' });

  it('says what to set where no LiveKit server is set up', async () => {
    const page = await visit({ api: withoutRooms });
    await page.getByText('No LiveKit server is set up for calls').waitFor();
    await page.getByText('LIVEKIT_URL LIVEKIT_API_KEY LIVEKIT_API_SECRET').waitFor();
    expect(await check(page).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says to whom calls are open', async () => {
    const page = await visit({ role: 'viewer' });
    await page.getByText('You may not call the agent').waitFor();
    expect(await check(page).count()).toBe(0);
  });

  it('explains how to allow the microphone that was refused', async () => {
    const page = await visit();
    await check(page).click();
    const alert = page.getByRole('alert');
    await alert.getByText('The browser may not use the microphone').waitFor();
    await alert.getByText('Allow it for this page').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().grantPermissions(['microphone']);
    await page.getByRole('button', { name: 'Check again' }).click();
    await start(page).waitFor();
    expect(await alert.count()).toBe(0);
  });

  it('checks the microphone with the keyboard alone, and says why the room could not be joined', async () => {
    const page = await visit({ microphone: true });
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Dana');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Check the microphone');
    await page.keyboard.press('Enter');
    await page.getByText('You can be heard.').waitFor();
    expect(await page.getByLabel('Microphone', { exact: true }).locator('option').count()).toBeGreaterThan(0);
    expect(await page.getByRole('meter', { name: 'Microphone level' }).count()).toBe(1);
    await page.getByLabel('Your name').focus();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Microphone');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Start the call');
    await screenshot(page, 'web-call-wide-light');
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The room could not be joined').waitFor();
    // It can be tried again at once.
    await start(page).waitFor();
  });

  it('says how long to wait after too many calls', { timeout: LONG_MS }, async () => {
    const page = await visit({ microphone: true, role: 'manager' });
    await check(page).click();
    const alert = page.getByRole('alert');
    for (const wanted of [
      'The room could not be joined',
      'The room could not be joined',
      'Too many calls in a minute',
    ]) {
      await start(page).click();
      // LiveKit tries a server that is not there for a while.
      await page.getByRole('button', { name: 'Start the call', disabled: false }).waitFor({ timeout: LONG_MS });
      await alert.getByText(wanted).waitFor();
    }
    await alert.getByText(/wait \d+ s/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('fits a phone, dark, and is reached from the navigation', async () => {
    const page = await visit({ microphone: true, phone: true, dark: true });
    await check(page).click();
    await page.getByText('You can be heard.').waitFor();
    expect(await sidewaysScroll(page), 'the page scrolls sideways').toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
    await screenshot(page, 'web-call-phone-dark');
    await page.getByRole('link', { name: 'Calls', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/calls');
    await page.getByRole('link', { name: 'Call the agent' }).click();
    await page.waitForURL((url) => url.pathname === '/call');
    // It let go of the microphone when it was left.
    await check(page).waitFor();
  });

  it('is in the list of keys, and gone to by g t', async () => {
    const page = await visit();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keyboard' });
    await keys.waitFor();
    expect(await keys.textContent()).toMatch(/In your call: mute and unmute.*Go to Call the agent/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL((url) => url.pathname === '/calls');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL((url) => url.pathname === '/call');
  });
});

/** The name of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(
    'document.activeElement.labels?.[0]?.textContent || document.activeElement.textContent || document.activeElement.tagName',
  );
}
