import { afterAll, describe, expect, it } from 'vitest';
import { messageOf } from '../../../lib/errors.ts';
import { analyze, answer, rulesFindings, signal } from './calls.ts';
import { startModelServer, type Doing } from './model-server.ts';

/** These tests wait, and do so side by side, each with a server of its own. */
const servers: Awaited<ReturnType<typeof startModelServer>>[] = [];
async function ownServer() {
  const server = await startModelServer();
  servers.push(server);
  return server;
}
afterAll(() => Promise.all(servers.map((server) => server.stop())));

const good: Doing = { says: answer({ signals: [signal('team_size', 12, 2, 'about a dozen people')] }) };
const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const startedAt = performance.now();
  return [await work, performance.now() - startedAt];
};

describe.concurrent('what fails for a while', () => {
  it.each<[string, Doing]>([
    ['500', { status: 500 }],
    ['529, overloaded', { status: 529 }],
    ['a page of a proxy', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['a page with status 200', { status: 200, body: '<html>Please log in</html>' }],
    ['an empty body', { status: 200, body: '' }],
    ['an answer of another protocol', { status: 200, body: { choices: [] } }],
    ['a cut answer', { does: 'cut' }],
    ['a reset connection', { does: 'reset' }],
    ['a slow answer', { does: 'hang' }],
    ['an answer that drips', { does: 'drip' }],
  ])('is tried again: %s', async (_what, doing) => {
    const server = await ownServer();
    server.play(doing, good);
    const result = await analyze(server.url, { settings: { timeoutMs: 1_000 } });
    expect(result).toMatchObject({ engine: 'llm', findings: { signals: { team_size: { value: 12 } } } });
    expect(result.why).toBeUndefined();
    expect(server.asked).toHaveLength(2);
  });

  it.each<[string, string, Doing]>([
    ['failed', '500', { status: 500 }],
    ['cut', 'cut answers', { does: 'cut' }],
    ['unreachable', 'reset connections', { does: 'reset' }],
    ['limited', '429', { status: 429 }],
  ])('for ever is left to the rules (%s): %s', async (reason, _what, doing) => {
    const server = await ownServer();
    server.play(doing);
    expect(await analyze(server.url)).toMatchObject({ engine: 'rules', findings: rulesFindings, why: { reason } });
    expect(server.asked).toHaveLength(3);
  });

  it('is left to the rules when nobody listens', async () => {
    const gone = await startModelServer();
    await gone.stop();
    const result = await analyze(gone.url);
    expect(result).toMatchObject({ engine: 'rules', why: { reason: 'unreachable' } });
    expect(result).toMatchObject({ usage: { input: 0, output: 0 }, cost: { amount: 0 }, warnings: [] });
  });
});

describe.concurrent('Retry-After', () => {
  it.each([
    ['seconds', () => ({ 'retry-after': '1' })],
    ['a date', () => ({ 'retry-after': new Date(Date.now() + 2_000).toUTCString() })],
    ['milliseconds', () => ({ 'retry-after-ms': '1000' })],
  ])('in %s is waited for', async (_form, headers) => {
    const server = await ownServer();
    server.play(() => ({ status: 429, headers: headers() }), good);
    const [result, tookMs] = await timed(analyze(server.url));
    expect(result.engine).toBe('llm');
    expect(tookMs).toBeGreaterThan(900);
  });

  it('of a minute is not waited for, and nothing is asked before it is over', async () => {
    const server = await ownServer();
    server.play({ status: 429, headers: { 'retry-after': '60' } }, good);
    const [result, tookMs] = await timed(analyze(server.url, { settings: { timeoutMs: 60_000 } }));
    expect(result).toMatchObject({ engine: 'rules', why: { reason: 'limited' } });
    expect(server.asked).toHaveLength(1);
    expect(tookMs).toBeLessThan(10_000);
  });
});

describe.concurrent('time', () => {
  it.each<[string, Doing]>([
    ['hangs', { does: 'hang' }],
    ['drips', { does: 'drip' }],
    ['asks for patience', { status: 429, headers: { 'retry-after': '1' } }],
  ])('is bounded when the server %s', async (_how, doing) => {
    const server = await ownServer();
    server.play(doing);
    const [result, tookMs] = await timed(analyze(server.url, { settings: { timeoutMs: 600 } }));
    expect(result).toMatchObject({ engine: 'rules', findings: rulesFindings });
    expect(tookMs).toBeLessThan(600 * 3 + 2_000);
  });

  it('is what is left of it for the last try', async () => {
    const server = await ownServer();
    const limited = { status: 429, headers: { 'retry-after-ms': '1450' } };
    server.play(limited, limited, { does: 'hang' });
    const [result, tookMs] = await timed(analyze(server.url, { settings: { timeoutMs: 1_000 } }));
    expect(result).toMatchObject({ engine: 'rules', why: { reason: 'slow' } });
    expect(tookMs).toBeGreaterThan(2_900);
    // A last try with a second of its own would take 3.9 s.
    expect(tookMs).toBeLessThan(3_800);
  });

  it('is over at once when nobody wants the result any more', async () => {
    const server = await ownServer();
    server.play({ does: 'hang' });
    const gone = new AbortController();
    const work = analyze(server.url, { signal: gone.signal });
    await expect.poll(() => server.asked.length).toBe(1);
    gone.abort(new Error('shutting down'));
    const [ended, tookMs] = await timed(work.catch(messageOf));
    expect(ended).toBe('shutting down');
    expect(tookMs).toBeLessThan(2_000);
    await expect(analyze(server.url, { signal: gone.signal })).rejects.toThrow('shutting down');
    expect(server.asked).toHaveLength(1);
  });

  it('is over at once in a wait too', async () => {
    const server = await ownServer();
    server.play({ status: 429, headers: { 'retry-after': '4' } });
    const gone = new AbortController();
    const work = analyze(server.url, { signal: gone.signal });
    await expect.poll(() => server.asked.length).toBe(1);
    gone.abort(new Error('shutting down'));
    const [ended, tookMs] = await timed(work.catch(messageOf));
    expect(ended).toBe('shutting down');
    expect(tookMs).toBeLessThan(3_000);
  });
});
