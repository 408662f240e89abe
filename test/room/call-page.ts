import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { scriptOf } from '../callers/run-call.ts';
import { startBrowser, watchFaults } from '../harness/browser.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { resample } from '../vendors/speech.ts';
import { TENANT, type World } from './world.ts';

const RATE = 48_000;
/** As the emulated vendors know a call that the api began: there is one such call at a time. */
const NOBODY = 'nobody';
/** When the two lines are said, from the moment that the microphone opens: after the greeting, and after the first answer. */
const FIRST_AT_S = 9;
const SECOND_AT_S = 19;
const PATIENCE_MS = 40_000;

/** The call page in a Chromium of its own, whose microphone plays what a caller says. */
export type CallPage = {
  page: Page;
  browser: Browser;
  faults: string[];
  /** Lets the emulated recogniser know which line is heard next. */
  announce(index: 0 | 1): Promise<void>;
  /** Resolves when the page shows it. */
  said(who: 'caller' | 'agent', text: string): Promise<void>;
  /** Kills every process of the browser at once. */
  kill(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the page and starts the call with the keyboard alone; the first line is announced. */
export async function callFromPage(world: World, talker: Scenario): Promise<CallPage> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-microphone-'));
  const speeches = await Promise.all(
    talker.conversation.map(({ caller }) => world.vendors.speech(caller, talker.voice)),
  );
  await world.vendors.open(NOBODY, scriptOf(talker));
  const file = path.join(dir, 'microphone.wav');
  await writeFile(file, wavOf(speeches.map(({ pcm, sampleRate }) => resample(pcm, sampleRate, RATE))));
  const browser = await startBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${file}%noloop`,
    '--autoplay-policy=no-user-gesture-required',
  ]);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults = watchFaults(page);
  const announce = async (index: 0 | 1) => {
    const speech = speeches[index];
    if (!speech) throw new Error('the talker has two lines');
    await world.vendors.announce(NOBODY, speech);
  };

  const code = await world.api.code({ tenant: TENANT, role: 'analyst' });
  await page.goto(`${world.api.url}/login?code=${code}&next=%2Fcall`);
  await page.getByLabel('Your name').focus();
  await page.keyboard.type('Tess Talker');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start the call' }).waitFor();
  await announce(0);
  await page.getByRole('button', { name: 'Start the call' }).focus();
  await page.keyboard.press('Enter');
  return {
    ...{ page, browser, faults, announce },
    said: (who, text) => page.getByTestId(`said-by-${who}`).filter({ hasText: text }).waitFor({ timeout: PATIENCE_MS }),
    kill: async () => {
      for (const pid of await processesWith(file)) process.kill(pid, 'SIGKILL');
    },
    close: async () => {
      await browser.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Processes in whose command line this stands. */
async function processesWith(text: string): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const named = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return command.includes(text) ? [pid] : [];
    }),
  );
  return named.flat();
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
