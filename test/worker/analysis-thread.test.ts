import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { analyzeByRules } from '../../analytics-worker/analysis/rules/engine.ts';
import { analysisHere } from './parts.ts';
import { CONVERSATION } from './spoken-call.ts';
import { BREAKING, endedCall, openThread } from './thread.ts';

const nothing = { findings: [] };
const { analyse: analyseHere } = analysisHere();

describe('the thread of the analysis', () => {
  const thread = openThread();
  afterAll(() => thread.close());

  it('knows on what day the call was', async () => {
    const lines = ['agent: when do you want it', 'user: by march'];
    const onDay = async (day: string) =>
      JSON.stringify(await thread.analyse(endedCall(lines, Date.parse(day)), nothing, 'standard'));
    expect(await onDay('2026-02-25')).toContain('this_week');
    expect(await onDay('2026-04-25')).not.toContain('this_week');
  });

  it('gives what the same work gives here', async () => {
    await thread.started;
    const call = endedCall();
    const analysis = await thread.analyse(call, nothing, 'standard');
    expect(analysis).toEqual(await analyseHere(call, nothing, 'standard'));
    expect(analysis?.results).toHaveLength(9);
    const items = [{ item: 1, role: 'user' as const, text: 'we are a team of twelve' }];
    expect(await thread.findByRules({ items }, 'hot')).toEqual(await analyzeByRules(items));
  });

  it('leaves the event loop free while a long call is analysed', async () => {
    const long = endedCall(
      Array.from({ length: 1_000 }, (_, index) => CONVERSATION[index % CONVERSATION.length] ?? ''),
    );
    const inThread = await longestDelay(() => thread.analyse(long, nothing, 'standard'));
    const onLoop = await longestDelay(() => analyseHere(long, nothing, 'standard'));
    expect(inThread).toBeLessThan(onLoop / 3);
  });

  it('takes a hot call before those that came earlier, and those of the past last', async () => {
    const done: string[] = [];
    const lanes = ['standard', 'again', 'standard', 'hot'] as const;
    await Promise.all(
      lanes.map(async (lane) => {
        await thread.analyse(endedCall(), nothing, lane);
        done.push(lane);
      }),
    );
    expect(done).toEqual(['standard', 'hot', 'standard', 'again']);
  });
});

/** Of the event loop while this is done, ns. */
async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // It measures from one of its own ticks to the next.
  await vi.waitFor(() => expect(delay.count).toBeGreaterThan(0));
  await work();
  const before = delay.count;
  await vi.waitFor(() => expect(delay.count).toBeGreaterThan(before));
  delay.disable();
  return delay.max;
}

describe('a thread that breaks', () => {
  const thread = openThread({ file: BREAKING });
  afterAll(() => thread.close());

  it.each([
    ['ends', 'user: end the thread', /exited with code: 7/],
    ['is out of memory', 'user: take all memory', /memory limit/],
  ])(
    'because it %s in the middle of a call fails the results of that call alone, and starts anew',
    async (_, line, why) => {
      const [broken, sound] = await Promise.all([
        thread.analyse(endedCall([...CONVERSATION, line]), nothing, 'standard'),
        thread.analyse(endedCall(), nothing, 'standard'),
      ]);
      expect(broken).toMatchObject({ results: [], conclusions: { session: { status: 'ended' } } });
      expect(broken?.failed).toHaveLength(9);
      for (const { reason } of broken?.failed ?? []) expect(reason).toMatch(why);
      expect(sound?.results).toHaveLength(9);
    },
  );

  it('because a call takes too long is ended', async () => {
    const impatient = openThread({ file: BREAKING, mostMs: 5_000 });
    const call = endedCall(['user: never come back']);
    const analysis = await impatient.analyse(call, nothing, 'standard');
    expect(analysis?.failed[0]?.reason).toBe('in the analysis thread: not done after 5 s');
    await impatient.close();
  });

  it('because it cannot start fails what waits for it', async () => {
    const missing = openThread({ file: '/no/such/work.ts' });
    await expect(missing.findByRules({ items: [] }, 'hot')).rejects.toThrow(/no\/such\/work/);
    await missing.started;
    await missing.close();
  });
});

it('a thread is stopped in the middle of a call, and nobody is blamed', async () => {
  const stopping = new AbortController();
  const thread = openThread({ file: BREAKING, signal: stopping.signal });
  await thread.findByRules({ items: [] }, 'standard');
  const call = endedCall(['user: never come back']);
  const both = (['standard', 'again'] as const).map((lane) => thread.analyse(call, nothing, lane));
  stopping.abort(new Error('the worker is to stop'));
  for (const one of both) await expect(one).rejects.toThrow('the worker is to stop');
  await thread.close();
});
