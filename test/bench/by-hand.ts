import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readPart } from './corpus-read.ts';
import { interval95, median, quantile, round } from './stats.ts';

const RUNS = 40;
const QUICK_RUNS = 3;
const ROOT = path.join(import.meta.dirname, '../..');

type Pair = { bare: number; whole: number };
const SIDES = { 'node -e 0': 'bare', 'npm run analyze': 'whole' } as const;

/** How long does a whole `npm run analyze` take, from the key press to the document? Beside it an npm script that starts Node for nothing. */
export async function byHand({ quick }: { quick: boolean }): Promise<void> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'earshot-bench-'));
  try {
    const [call] = await readPart('written');
    const file = path.join(dir, 'call.json');
    await writeFile(file, JSON.stringify(call?.items.map(({ role, text }) => ({ role, text }))));
    await writeFile(path.join(dir, 'package.json'), JSON.stringify({ scripts: { nothing: 'node -e 0' } }));
    const timed = (cwd: string, args: readonly string[]) => {
      const started = performance.now();
      execFileSync('npm', ['run', '--silent', ...args], { cwd });
      return performance.now() - started;
    };
    const bare = () => timed(dir, ['nothing']);
    const whole = () => timed(ROOT, ['analyze', '--', file]);
    // What is not set up yet is set up, and the disk has been read once.
    whole();
    bare();
    const pairs = Array.from({ length: quick ? QUICK_RUNS : RUNS }, (_, turn): Pair => {
      const first = turn % 2 === 0 ? bare() : whole();
      return turn % 2 === 0 ? { bare: first, whole: whole() } : { whole: first, bare: bare() };
    });
    for (const [name, of] of Object.entries(SIDES)) {
      const times = pairs.map((pair) => pair[of]);
      const [p50, p95] = [median(times), quantile(times, 0.95)].map(Math.round);
      console.log(`${name}: p50 ${p50} ms, p95 ${p95} ms (${times.map(Math.round).join(' ')})`);
    }
    const ratio = (some: readonly Pair[]) => median(some.map((pair) => pair.whole / pair.bare));
    const { low, high } = interval95(pairs, ratio);
    console.log(`ratio ${round(ratio(pairs), 2)} (${round(low, 2)} to ${round(high, 2)})`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
