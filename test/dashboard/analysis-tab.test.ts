import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES_VERSION } from '../../analytics-worker/analysis/stored/analyse.ts';
import { formatMoney } from '../../dashboard/src/format/money.ts';
import { sharesOf } from '../../dashboard/src/pages/call/tabs/analysis/reading.ts';
import { heldAgainst, valueWords } from '../../dashboard/src/pages/call/tabs/analysis/metrics.ts';
import { modelRow, storeAnalysed } from '../api/analysed-call.ts';
import { recordedFacts } from '../api/recorded-facts.ts';
import { startApi, type TestApi } from '../harness/api.ts';
import {
  layoutShift,
  noBrowser,
  screenshot,
  seriousFaults,
  sidewaysScroll,
  startBrowser,
  watchFaults,
} from '../harness/browser.ts';
import { startNats, type TestNats } from '../harness/nats.ts';
import { startStore, type TestStore } from '../harness/store.ts';
import { provisionBroker } from '../harness/worker.ts';
import { foundByModel, TALK } from './talk.ts';

/** Calls of five minutes, in which nobody heard a thing. */
const WEEK = Array.from({ length: 6 }, () => ({
  ...{ basis: '', duration: 5, interruptions: 0 },
  ...{ heard: null, total_latency: null, transcription: null, llm_ttft: null, tts_ttfb: null },
}));

describe('what is written of a result', () => {
  it('adds up: the weights of what is known are scaled to 1', () => {
    const part = (name: string, weight: number, score: number | null) => ({ name, weight, score, counted: 0, how: '' });
    const shares = sharesOf({ score: 7, components: [part('a', 0.3, 6), part('b', 0.1, 10), part('c', 0.6, null)] });
    expect(shares.map(({ share, points }) => [share, points])).toEqual([
      [expect.closeTo(0.75), expect.closeTo(4.5)],
      [expect.closeTo(0.25), expect.closeTo(2.5)],
      [null, null],
    ]);
  });

  it('has money with its currency, small amounts too, and values in their unit', () => {
    const money = (amount: number, currency = 'USD') => formatMoney({ amount, currency });
    expect([money(0.0034), money(0.01), money(0), money(1.5), money(12, 'EUR'), money(0.5, 'credits')]).toEqual([
      '$0.0034',
      '$0.010',
      '$0.00',
      '$1.50',
      '€12.00',
      '0.50 credits',
    ]);
    expect([valueWords({ value: 1_240, unit: 'ms' }), valueWords({ value: 0.06, unit: 'share' })]).toEqual([
      '1.24 s',
      '6 %',
    ]);
    expect(valueWords({ value: 4.25, unit: 'minutes' })).toBe('4:15');
    expect([
      heldAgainst({ unit: 'words/minute', target: { from: 140, to: 160 } }),
      heldAgainst({ unit: 'ms', target: { under: 1_000 }, alarm: { over: 1_500 } }),
      heldAgainst({ unit: 'tokens/s', target: null, alarm: { under: 50 } }),
    ]).toEqual(['140 to 160 words/min', 'under 1.00 s', 'alarms under 50 tokens/s']);
    expect(valueWords({ value: 147.26, unit: 'words/minute' })).toBe('147.3 words/min');
  });
});

const skipped = noBrowser();
if (skipped) console.warn(skipped);

const PHONE = { width: 360, height: 780 };
/** What Chromium's own rating calls good. */
const MOST_SHIFT = 0.1;

describe.skipIf(skipped)('the tab', { timeout: 60_000 }, () => {
  let nats: TestNats;
  let testStore: TestStore;
  let api: TestApi;
  let browser: Browser;

  beforeAll(async () => {
    [nats, testStore, browser] = await Promise.all([startNats(), startStore(), startBrowser()]);
    await provisionBroker(nats);
    const store = testStore.store();
    const place = (call: string) => ({ tenant: 'acme', call });
    const asked = { ...modelRow(null).asked, why: { reason: 'failed', message: 'the endpoint answered 503' } };
    await storeAnalysed(store, place('rich'), {
      lines: TALK,
      model: modelRow(await foundByModel()),
      more: recordedFacts(place('rich')),
      week: { calls: WEEK, usual: { plain: undefined, withTool: undefined } },
    });
    await storeAnalysed(store, place('quiet'), { lines: ['agent: Hi, how can I help?', 'user: hello'] });
    await storeAnalysed(store, place('waiting'), {
      model: modelRow(null, {
        state: 'waiting',
        failures: 2,
        asked_again_at: Date.now() + 300_000,
        spent: null,
        asked,
      }),
    });
    await storeAnalysed(store, place('on'), { ended: false });
    api = await startApi({ nats, store: testStore });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await Promise.all([nats?.stop(), testStore?.stop()]);
  });

  type Options = BrowserContextOptions & { role?: 'admin' | 'viewer'; path?: string };
  async function open(call: string, { role = 'admin', path = '', ...options }: Options = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1_440, height: 1_400 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const next = encodeURIComponent(`/calls/${call}?tab=analysis${path}`);
    await page.goto(`${api.url}/login?code=${await api.code({ tenant: 'acme', role })}&next=${next}`);
    await page.getByRole('tab', { name: 'Analysis', selected: true }).waitFor();
    return page;
  }
  const panelOf = (page: Page) => page.getByRole('tabpanel', { name: 'Analysis' });
  const card = (page: Page, name: string) => panelOf(page).getByRole('region', { name });
  const textOf = async (page: Page, name: string) => (await card(page, name).innerText()).replaceAll(/\s+/g, ' ');

  it('shows what was found by whom, and a click on the words leads to where they were said', async () => {
    const page = await open('rich');
    const faults = watchFaults(page);
    const panel = panelOf(page);
    const by = 'Read by gpt-4.1-mini version 3, cost $0.0034, 2 claims without proof left out';
    await panel.getByText(by).waitFor();
    await panel.getByRole('heading', { name: 'It goes on after the call' }).waitFor();
    expect(await textOf(page, 'Objections')).toMatch(
      /1 of 2 open .* Price resolved “a bit too expensive for us” resolved by “okay thirty works” Trust open/,
    );
    expect(await textOf(page, 'Competitors')).toContain('Adobe sign compares with it “we also look at adobe sign”');
    expect(await textOf(page, 'Action items')).toMatch(/Agent send you the offer.* Friday/);
    expect(await textOf(page, 'Sentiment')).toMatch(
      /positive 58 of 100 .* Beginning 50 neutral Middle 48 neutral End 71 positive Frustration 60 %/,
    );
    expect(await textOf(page, 'What the caller wants')).toContain(
      'Audit trail export “do you have an audit trail export”',
    );
    expect(await textOf(page, 'Content gaps')).toContain('Audit trail export not answered');
    expect(await textOf(page, 'Performance')).toMatch(
      /Heard p50 .* n 3.*Unusual for this agent: duration 0:1\d, in the 6 calls of the week before 5:00/,
    );
    const quality = await card(page, 'Quality of the conversation').locator('tr:has(th)').allInnerTexts();
    const points = quality.slice(1, -1).map((row) => Number(row.split(/\s/).at(-1)));
    const sum = points.filter((one) => !Number.isNaN(one)).reduce((all, one) => all + one, 0);
    expect(quality.at(-1)).toContain(`rounded to ${(Math.round(sum * 10) / 10).toFixed(1)}`);

    await panel.getByRole('link', { name: '“that is really annoying”' }).first().click();
    const line = page.locator('li[aria-current="true"]');
    await line.waitFor();
    expect(await line.textContent()).toContain('really annoying nobody can tell me that');
    expect(new URL(page.url()).searchParams.get('item')).toBe('item_12');
    expect(await seriousFaults(page)).toEqual([]);
    expect(await layoutShift(page)).toBeLessThan(MOST_SHIFT);
    expect(faults).toEqual([]);
    await page.setViewportSize({ width: 1_440, height: 3_600 });
    await screenshot(page, 'analysis-wide-light');
  });

  it('says that something has no price, and never that it cost 0', async () => {
    const page = await open('rich');
    const cost = card(page, 'Cost');
    await cost.getByText('no price', { exact: true }).waitFor();
    expect(await textOf(page, 'Cost')).toMatch(/At least \$[\d.]+: that much of it has a price/);
    await cost
      .getByText(/^No price for /)
      .first()
      .waitFor();
    expect(await cost.innerText()).not.toMatch(/\$0(\.0+)?\b(?!\.)/);
  });

  it('shows what the rules say when they are asked for, and keeps that in the address', async () => {
    const page = await open('rich');
    await panelOf(page).getByRole('link', { name: 'What the rules say' }).click();
    await panelOf(page).getByText(`Read by rules version ${RULES_VERSION}`).waitFor();
    expect(new URL(page.url()).searchParams.get('engine')).toBe('rules');
    await page.goBack();
    await panelOf(page).getByText('Read by gpt-4.1-mini').waitFor();

    const rules = await open('quiet', { path: '&engine=llm' });
    await panelOf(rules).getByRole('link', { name: 'Show what there is' }).click();
    await panelOf(rules).getByText(`Read by rules version ${RULES_VERSION}`).waitFor();
  });

  it('says what was not found, card by card', async () => {
    const page = await open('quiet');
    await panelOf(page).getByText(`Read by rules version ${RULES_VERSION}, no model was asked`).waitFor();
    const nothing = ['None was raised.', 'None was named.', 'Nothing was promised.', 'No strong feeling was heard.'];
    for (const text of nothing) await panelOf(page).getByText(text).waitFor();
    expect(await textOf(page, 'Budget, authority, need, timeline')).toMatch(/Budget not known Authority not known/);
    expect(await seriousFaults(page)).toEqual([]);
    await screenshot(page, 'analysis-quiet-light');
  });

  it('says of a call that goes on when it comes, and of a model that is away when it is asked again', async () => {
    const going = await open('on');
    await panelOf(going).getByText('The analysis comes when the call has ended.').waitFor();
    const page = await open('waiting');
    await panelOf(page)
      .getByText(/gpt-4.1-mini was away \(the endpoint answered 503\); asked again at \d\d:\d\d/)
      .waitFor();
    expect(await panelOf(page).innerText()).toContain(`Read by rules version ${RULES_VERSION}`);
  });

  it('has no words for who may not read them, and says why', async () => {
    const page = await open('rich', { role: 'viewer' });
    await panelOf(page)
      .getByText(/What was said, and sentences made of it, are left out/)
      .waitFor();
    const text = await panelOf(page).innerText();
    expect(text).toContain('1 of 2 open');
    expect(text).not.toMatch(/[“”]|annoying|audit trail/i);
    expect(await seriousFaults(page)).toEqual([]);
    await screenshot(page, 'analysis-viewer-light');
  });

  it('fits a phone, dark, and is worked by keys; words lead to the tab of the transcript', async () => {
    const page = await open('rich', { viewport: PHONE, colorScheme: 'dark' });
    await card(page, 'Cost').scrollIntoViewIfNeeded();
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
    const words = card(page, 'Competitors').getByRole('link', { name: '“we also look at adobe sign”' });
    await words.focus();
    await page.setViewportSize({ width: PHONE.width, height: 5_400 });
    await screenshot(page, 'analysis-phone-dark');
    await page.setViewportSize(PHONE);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Transcript', selected: true }).waitFor();
    expect(await page.locator('li[aria-current="true"]').textContent()).toContain('adobe sign');
  });
});
