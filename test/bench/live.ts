import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { pause } from '../../lib/retry.ts';
import { readEvents } from '../api/listener.ts';
import { startApi } from '../harness/api.ts';
import { startBrowser } from '../harness/browser.ts';
import { startWorker } from '../harness/worker.ts';
import { startVendors } from '../vendors/start.ts';
import { measureInChild } from './child.ts';
import { openLivePage, wordsKey } from './live-page.ts';
import { startBenchRig } from './rig.ts';
import { quantile } from './stats.ts';
import { keepCalling } from './voice-call.ts';

const ARMS = [
  { calls: 1, rounds: 4 },
  { calls: 10, rounds: 1 },
  { calls: 50, rounds: 1 },
];
const CALL_MS = 40_000;
const QUICK_MS = 10_000;
/** The last facts of a round are on their way so long, ms. */
const TAIL_MS = 3_000;
const CHILD = new URL('./alert-child.ts', import.meta.url);

const report = z.object({ facts: z.number() });
/** What an event says of itself; `at` is the fact's own time. */
const told = z.looseObject({
  callId: z.string().optional(),
  at: z.iso.datetime().optional(),
  name: z.string().optional(),
  hot: z.boolean().optional(),
  text: z.string().optional(),
});
/** ms: from a fact to the listener, and from the signal that makes a lead hot to its score; and when what was said. */
type Waits = { facts: number[]; ofVoice: number[]; scores: number[]; saidAt: Map<string, number> };
const none = (): Waits => ({ facts: [], ofVoice: [], scores: [], saidAt: new Map() });
/** What the ids of calls begin with; the round follows. */
const VOICE = 'voice';
const REPLAY = 'round';

/**
 * From a fact to who looks, at 1, 10 and 50 calls at once beside one voice call: real sessions that emit a captured call in
 * real time, collector, spool, broker, one worker, store, api, one client of the live stream and one Live page in a browser.
 */
export async function live({ quick }: { quick: boolean }): Promise<void> {
  const rig = await startBenchRig();
  const parts = { nats: rig.nats, store: rig.testStore };
  const spool = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-spool-'));
  const [worker, api, vendors] = await Promise.all([startWorker(parts), startApi(parts), startVendors()]);
  const browser = await startBrowser();
  try {
    const take = listen(await api.get('/v1/live', await api.key({ tenant: 'bench' })));
    const page = await openLivePage(browser, `${api.url}/login?code=${await api.code({ tenant: 'bench' })}`);
    const place = { vendors: vendors.url, nats: rig.nats.url, spool };
    let round = 0;
    for (const { calls, rounds } of ARMS) {
      for (let nth = 0; nth < (quick ? 1 : rounds); nth++)
        await callAtOnce({ calls, ms: quick ? QUICK_MS : CALL_MS, round: ++round, place });
      print(calls, take(), await page.shown());
    }
    for (const fault of page.faults) console.log(`  in the page: ${fault}`);
  } finally {
    await Promise.all([worker.kill('SIGTERM'), api.stop(), vendors.stop(), browser.close()]);
    await Promise.all([rig.stop(), rm(spool, { recursive: true, force: true })]);
  }
}

type Place = { vendors: string; nats: string; spool: string };
type Round = { calls: number; ms: number; round: number; place: Place };

/** Resolves when their last facts have had time to arrive. The voice call began before them and ends after them. */
async function callAtOnce({ calls, ms, round, place }: Round): Promise<void> {
  const { vendors, nats, spool } = place;
  const hangUp = await keepCalling(`${VOICE}-${round}`, { vendors, nats, spool: path.join(spool, VOICE) });
  const hot = { 'hot-from': String(ms / 4), 'hot-over': String(ms / 2), round: String(round) };
  const args = { calls: String(calls), ms: String(ms), nats, spool: path.join(spool, 'replay'), ...hot };
  const { facts } = await measureInChild(CHILD, args, report);
  console.log(`  ${calls} at once, ${ms / 1_000} s: ${facts} facts`);
  await pause(TAIL_MS);
  await hangUp();
}

/**
 * Gives what was waited since it was asked last. An event that comes twice counts when it comes first; of the voice call
 * of a round what comes before the round's other calls does not, since their process is only being loaded.
 */
function listen(response: Response): () => Waits {
  let waits = none();
  const seen = new Set<string>();
  const decided = new Map<string, number>();
  const begun = new Set<string>();
  const isFirst = (what: string) => !seen.has(what) && seen.add(what);
  void readEvents(response, ({ name, data }) => {
    const now = Date.now();
    const { callId = '', at, name: signal, hot, text } = told.parse(data);
    const [kind, round = ''] = callId.split('-');
    if (kind === REPLAY) begun.add(round);
    if (['words', 'state', 'signal'].includes(name) && at !== undefined && begun.has(round)) {
      const happenedAt = Date.parse(at);
      const kept = kind === VOICE ? waits.ofVoice : waits.facts;
      if (isFirst(`${name} ${JSON.stringify(data)}`)) kept.push(now - happenedAt);
      if (text !== undefined && isFirst(wordsKey(callId, text))) waits.saidAt.set(wordsKey(callId, text), happenedAt);
      if (signal === 'decision_timeline') decided.set(callId, happenedAt);
    }
    const decidedAt = decided.get(callId);
    if (name === 'score' && hot === true && decidedAt !== undefined && isFirst(`score ${callId}`))
      waits.scores.push(now - decidedAt);
  });
  return () => {
    const taken = waits;
    waits = none();
    return taken;
  };
}

/** @param shown when the page first showed what was said; of words that newer ones replaced at once it shows none. */
function print(calls: number, waits: Waits, shown: ReadonlyMap<string, number>): void {
  const { facts, ofVoice, scores, saidAt } = waits;
  const inPage = [...saidAt].flatMap(([words, at]) => (shown.has(words) ? (shown.get(words) ?? 0) - at : []));
  console.log(`${calls} calls at once and a voice call:`);
  say('fact to client', facts);
  say('the same of the voice call', ofVoice);
  say(`words to page, of ${saidAt.size}`, inPage);
  say('signal to score', scores);
}

function say(name: string, waits: readonly number[]): void {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => Math.round(quantile(waits, q)));
  console.log(`  ${name} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (n ${waits.length})`);
}
