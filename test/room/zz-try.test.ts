import { expect, it, vi } from 'vitest';
import { scriptOf } from '../callers/run-call.ts';
import { screenshot, seriousFaults, startBrowser, watchFaults } from '../harness/browser.ts';
import { loadScenarios } from '../scenarios/load.ts';
import { factsOf, startWorld } from './world.ts';

it('tries', { timeout: 240_000 }, async () => {
  const scenario = (await loadScenarios()).find((one: { name: string }) => one.name === 'hot-lead')!;
  const world = await startWorld({ agent: { AGENT_CONFIG: 'test/room/agent.yaml' } });
  const browser = await startBrowser(['--autoplay-policy=no-user-gesture-required']);
  try {
    await world.vendors.open('nobody', scriptOf(scenario));
    const speeches = await Promise.all(scenario.conversation.map((line) => world.vendors.speech(line.caller, scenario.voice)));
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.on('console', (m) => console.log('PAGE', m.type(), m.text().slice(0, 300)));
    const faults = watchFaults(page);
    await page.addInitScript(`
      const make = () => { window.ctx = new AudioContext({sampleRate:48000}); window.out = ctx.createMediaStreamDestination(); };
      navigator.mediaDevices.getUserMedia = async () => { if (!window.ctx) make(); await ctx.resume(); return window.out.stream.clone(); };
      window.say = async (b64, rate) => { const bytes = Uint8Array.from(atob(b64), c => c.charCodeAt(0)); const pcm = new Int16Array(bytes.buffer);
        const buffer = ctx.createBuffer(1, pcm.length, rate); const ch = buffer.getChannelData(0); for (let i=0;i<pcm.length;i++) ch[i]=pcm[i]/32768;
        const s = ctx.createBufferSource(); s.buffer = buffer; s.connect(out); s.start(); await new Promise(r => s.onended = r); };
    `);
    await page.goto(`${world.api.url}/login?code=${await world.api.code({ tenant: 't1', role: 'admin' })}&next=%2Fcall`);
    await page.getByLabel('Your name').fill('Dana Whitfield');
    await page.getByRole('button', { name: 'Check the microphone' }).click();
    await page.getByRole('button', { name: 'Start the call' }).click();
    await page.getByRole('button', { name: 'Hang up' }).waitFor();
    await screenshot(page, 'try-joined');
    const state = page.getByTestId('agent-state');
    const to = (text: RegExp) => vi.waitFor(async () => expect(await state.textContent()).toMatch(text), { timeout: 60_000, interval: 50 });
    await to(/Speaking/);
    await to(/Listening/);
    for (const [index, speech] of speeches.slice(0, 3).entries()) {
      await world.vendors.announce('nobody', speech);
      const b64 = Buffer.from(speech.pcm.buffer).toString('base64');
      await page.evaluate(`say(${JSON.stringify(b64)}, ${speech.sampleRate})`);
      await to(/Speaking/);
      if (index === 1) {
        await screenshot(page, 'try-speaking');
        expect(await seriousFaults(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.setViewportSize({ width: 360, height: 780 });
        await screenshot(page, 'try-phone');
        await page.setViewportSize({ width: 1440, height: 900 });
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await to(/Listening/);
    }
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Unmute' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor();
    await screenshot(page, 'try-confirm');
    await page.keyboard.press('Enter');
    await page.getByText('You hung up').waitFor();
    await screenshot(page, 'try-over');
    console.log('FAULTS', faults);
    const href = await page.getByRole('link', { name: 'Open the record' }).getAttribute('href');
    const call = href!.split('/').at(-1)!;
    const facts = await vi.waitFor(async () => {
      const all = await factsOf(world, call);
      expect(all.some((f) => f.type === 'producer.closed' && f.producer.kind === 'page')).toBe(true);
      return all;
    }, { timeout: 30_000, interval: 300 });
    for (const f of facts.filter((f) => f.producer.kind === 'page')) console.log(f.seq, f.type, JSON.stringify(f.data));
    await new Promise((r) => setTimeout(r, 6000));
    await page.goto(`${world.api.url}${href}?tab=connection`);
    await page.getByText('Round trip').waitFor();
    await page.setViewportSize({ width: 1440, height: 1600 });
    await page.waitForTimeout(800);
    await page.screenshot({ path: 'artifacts/screenshots/try-connection.png', fullPage: true });
    console.log('AXE', await seriousFaults(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 360, height: 780 });
    await page.waitForTimeout(500);
    await page.screenshot({ path: 'artifacts/screenshots/try-connection-phone.png', fullPage: true });
    console.log('AXE', await seriousFaults(page));
  } finally {
    await browser.close();
    await world.stop();
  }
});
