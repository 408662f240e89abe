import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isA } from '../../events/catalogue.ts';
import { noBrowser, screenshot, seriousFaults } from '../harness/browser.ts';
import { noRooms } from '../harness/livekit.ts';
import { callFromPage, type CallPage } from './call-page.ts';
import { talker } from './talker.ts';
import { closedFactsOf, factOf, jobPidOf, startWorld, type World } from './world.ts';

const without = (await noRooms()) ?? noBrowser();
if (without) console.warn(without);

/** Recorded end and last audio lie no further apart. */
const AT_THE_END_MS = 2_000;
/** An end is on record so long after the signal that decides it. */
const ON_RECORD_MS = 5_000;
/** LiveKit tells the agent so long after the last packet that a line is lost. */
const QUALITY_LOST_MS = 16_000;
const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 50 };

describe.skipIf(without)('a call from a browser', { timeout: LONG_MS }, () => {
  let world: World;
  let calling: CallPage | undefined;

  beforeAll(async () => {
    world = await startWorld({ agent: { AGENT_CONFIG: 'test/callers/agent.yaml' } });
  }, LONG_MS);
  afterAll(() => world?.stop());
  afterEach(async () => {
    await calling?.close();
    calling = undefined;
  });

  /** A call in which the caller has spoken, and the agent is answering. */
  async function inTheMiddle(): Promise<{ calling: CallPage; id: string }> {
    const made = (calling = await callFromPage(world, talker));
    await made.said('agent', 'a good size');
    return { calling: made, id: await jobInTheRoom() };
  }

  /** There is one room at a time. */
  async function jobInTheRoom(): Promise<string> {
    const [room] = (await world.rooms.admin.listRooms()).filter(({ numParticipants }) => numParticipants > 0);
    const present = await world.rooms.admin.listParticipants(room?.name ?? '');
    const agent = present.find(({ identity }) => identity.startsWith('agent-'));
    if (!agent) throw new Error('no agent is in the room');
    return agent.identity.slice('agent-'.length);
  }

  /**
   * What is on record of the end, and that nothing of what was said is lost. The page shows a word a moment before it is spoken, so
   * the last one that it showed may not be on record.
   */
  async function ended(id: string, lastAudioAt: number) {
    const end = await factOf(world, id, 'call.ended');
    expect(Math.abs(end.data.endedAt - lastAudioAt)).toBeLessThan(AT_THE_END_MS);
    const said = (await closedFactsOf(world, id)).filter(isA('item.committed'));
    const texts = said.map(({ data }) => data.text);
    expect(texts).toContain('We are a team of twelve people.');
    expect(texts.join(' ')).toContain('Twelve people');
    return end;
  }

  it('ends when its tab is closed', async () => {
    const { calling, id } = await inTheMiddle();
    const at = Date.now();
    await calling.page.close();
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ reason: 'caller_hung_up', by: 'caller' });
    expect(end.at - at).toBeLessThan(ON_RECORD_MS);
  });

  it('ends when the browser is killed', async () => {
    const { calling, id } = await inTheMiddle();
    const at = Date.now();
    await calling.kill();
    const end = await ended(id, at);
    expect(end.data).toMatchObject({ reason: 'line_lost', by: 'unknown' });
    expect(end.at - at).toBeLessThan(QUALITY_LOST_MS + ON_RECORD_MS);
  });

  it('shows that it connects again, and that the agent has left', async () => {
    const { calling, id } = await inTheMiddle();
    const { page } = calling;
    const again = page.getByRole('status').getByText('Connecting again');
    await world.rooms.kill();
    await again.waitFor();
    // Who is away for long has left; the picture is taken meanwhile.
    await Promise.all([world.rooms.restart(), screenshot(page, 'web-call-connecting-again')]);
    await again.waitFor({ state: 'detached', timeout: PATIENCE.timeout });
    await vi.waitFor(async () => expect(await jobInTheRoom()).toBe(id), PATIENCE);

    process.kill(await jobPidOf(world, id), 'SIGKILL');
    await page.getByRole('alert').getByText('The agent has left the call').waitFor({ timeout: PATIENCE.timeout });
    await screenshot(page, 'web-call-agent-left');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hang up' }).click();
    await page.getByText('You hung up').waitFor();
    expect((await factOf(world, id, 'call.ended')).data).toMatchObject({ reason: 'agent_lost' });
  });
});
