import { beforeAll, expect, it, vi } from 'vitest';
import { booksTotal } from '../../clickhouse/queries/books-total.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { connectionOfCall } from '../../clickhouse/queries/connection-of-call.ts';
import { transcriptOfCall } from '../../clickhouse/queries/transcript-of-call.ts';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import type { Fact } from '../../events/catalogue.ts';
import { briefTalker } from './talker.ts';
import { callIn, factOf, factsOf, jobOf, TENANT, type RoomCall, type World } from './world.ts';

const LONG_MS = 150_000;
const PATIENCE = { timeout: 40_000, interval: 100 };
/** What the caller waited by ear and what the agent saw lie no further apart: the way through the room, and on a busy machine either clock. */
const APART_MS = 1_500;

/** A caller joins by WebRTC and speaks, the dispatched agent answers in audio, and all of it is stored. */
export function describeRoomCall(place: () => World): void {
  let world: World;
  let call: RoomCall;
  let id: string;
  let facts: Fact[];
  const params = () => ({ tenant: TENANT, callId: id });
  const scope = () => ({ tenant: TENANT, callIds: [id] });

  beforeAll(async () => {
    world = place();
    call = await callIn(world, briefTalker);
    id = await jobOf(world, call);
    await call.play();
    await factOf(world, id, 'room.finished');
    await vi.waitFor(async () => {
      const [session] = await world.store.store().run(callsSummary, scope());
      if (!session?.complete || session.status !== 'ended') throw new Error('the books are still open');
    }, PATIENCE);
    facts = await factsOf(world, id);
  }, LONG_MS);

  it('is concluded with who called, how it ended, and books that balance', async () => {
    const [session] = await world.store.store().run(callsSummary, scope());
    expect(session).toMatchObject({
      ...{ agent_name: 'ada', channel: 'web', end_reason: 'caller_hung_up', ended_by: 'caller' },
      ...{ caller_items: 2, errors: 0, signals_known: 1, emulated: ['deepgram', 'elevenlabs', 'openai'] },
    });
    const [books] = await world.store.store().run(booksTotal, scope());
    expect(books).toMatchObject({ unbalanced: 0, unknown: 0, dead_lettered: 0 });
    expect(books?.published).toBe(books?.stored);
    const joined = facts.find((fact) => fact.type === 'call.updated');
    expect(joined?.data).toMatchObject({ participant: { name: 'Tess Talker' } });
  });

  it('has the words of both, as they were said and heard', async () => {
    const transcript = await world.store.store().run(transcriptOfCall, params());
    expect(transcript.filter(({ role }) => role === 'user').map(({ text }) => text)).toEqual([
      'We are a team of twelve people.',
      'And what does it cost?',
    ]);
    expect(transcript.filter(({ role }) => role === 'assistant').map(({ text }) => text.trim())).toEqual([
      'Hello, this is Ada from Quillmark. What can I do for you?',
      briefTalker.conversation[0]?.agent.says,
      briefTalker.conversation[1]?.agent.says,
    ]);
    expect(call.line.heard.length).toBeGreaterThanOrEqual(3);
  });

  it('has what the caller waited, which is what he waited by ear but for the way to him', async () => {
    const turns = await world.store.store().run(turnsOfCalls, scope());
    const heard = turns.filter(({ excluded }) => excluded === '').map(({ heard_ms: ms }) => Number(ms));
    expect(heard).toHaveLength(2);
    for (const [index, ms] of heard.entries()) {
      const byEar = call.line.waits[index] ?? 0;
      expect(Math.abs(byEar - ms)).toBeLessThan(APART_MS);
    }
  });

  it('has the signal with the sentence that it rests on', () => {
    const signals = facts.filter(({ type }) => type === 'signal.recorded');
    expect(signals).toHaveLength(1);
    expect(signals[0]?.data).toMatchObject({ name: 'team_size', value: 12, quote: 'a team of twelve people' });
  });

  it('has the connection as it was through the call, and at its end', async () => {
    const samples = await world.store.store().run(connectionOfCall, params());
    expect(samples.length).toBeGreaterThan(2);
    const sampled = facts.flatMap((fact) => (fact.type === 'connection.sampled' ? [fact.data] : []));
    expect(sampled.at(-1)).toMatchObject({ side: 'agent', last: true, reconnections: 0 });
    expect(Math.max(...sampled.map(({ bytesIn }) => bytesIn ?? 0))).toBeGreaterThan(10_000);
    expect(sampled.some(({ quality }) => quality === 'excellent')).toBe(true);
  });

  it("has what LiveKit's webhooks say of the room, once each", () => {
    const webhooks = facts.filter(({ producer }) => producer.kind === 'webhook');
    expect(webhooks.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['participant.joined', 'participant.left', 'room.finished']),
    );
    expect(new Set(webhooks.map(({ id }) => id)).size).toBe(webhooks.length);
    expect(JSON.stringify(webhooks)).not.toContain('turnPassword');
  });
}
