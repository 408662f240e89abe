import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHttpDesk } from '../../agent/handover/http.ts';
import { openSipDesk } from '../../agent/handover/sip.ts';
import type { HumanDesk } from '../../agent/handover/desk.ts';
import { createTransfer } from '../../agent/session/tools/transfer.ts';
import { startService } from './service.ts';
import { createList, textCall } from './text-call.ts';

const REASON = 'Jo wants to talk about a contract for three years.';
const SIGNALS = new Map<string, unknown>([
  ['team_size', 12],
  ['integration_needs', ['salesforce', 'api']],
  ['urgency', null],
]);
const SUMMARY = `Wants: ${REASON}
Known:
- team size: 12
- integration needs: salesforce, api
Last words:
Caller: We are twelve people.
Caller: Can I talk to a human?`;

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => void (service = await startService(() => ({}))));
beforeEach(() => void (service.asked.length = 0));
afterAll(() => service.stop());

const webhook = (timeoutMs = 1_000) =>
  openHttpDesk({ url: `${service.url}/desk`, joinUrl: 'https://desk.example/join?room={room}', timeoutMs });
const phone = () =>
  openSipDesk({
    livekit: { url: service.url.replace('http', 'ws'), apiKey: 'key', apiSecret: 'secret-of-thirty-two-characters-!' },
    trunkId: 'ST_1',
    number: '+41315550100',
    who: 'Max from sales',
  });

async function transfers(desk: HumanDesk) {
  const list = createList();
  const tool = createTransfer({ desk, record: list.record, room: 'web-1 a', signals: SIGNALS });
  const asks = { says: 'Can I talk to a human?', tool: 'transfer_to_human', args: { reason: REASON } };
  const call = await textCall([tool] as never, [asks]);
  await call.say('We are twelve people.');
  await call.say(asks.says);
  return { ...call, list };
}

describe('transfer_to_human', () => {
  it('tells the desk what was recorded, introduces the human, and leaves the call to him', async () => {
    service.respond(() => ({ body: { accepted: true, who: 'Max' } }));
    const { list, spoken, closed } = await transfers(webhook());
    expect((await closed).error).toBeNull();
    const signals = Object.fromEntries(SIGNALS);
    const joinUrl = 'https://desk.example/join?room=web-1%20a';
    expect(service.asked).toMatchObject([
      { method: 'POST', path: '/desk', body: { room: 'web-1 a', reason: REASON, summary: SUMMARY, signals, joinUrl } },
    ]);
    expect(spoken()).toEqual(['I will see who is free. Please stay on the line.', `Max is on the line now. ${REASON}`]);
    expect(list.endings).toEqual([['transferred', 'agent', 'to Max']]);
    const [fact] = list.of('handover.requested');
    expect(fact).toEqual({
      ...{ toolCallId: expect.any(String), reason: REASON, summary: SUMMARY },
      ...{ accepted: true, who: 'Max', waitMs: expect.any(Number) },
    });
    expect(fact?.waitMs).toBeGreaterThan(0);
  });

  it('goes on with the call when nobody is free', async () => {
    service.respond(() => ({ body: { accepted: false, why: 'all are in calls' } }));
    const { list, outputs, say, callerItems } = await transfers(webhook());
    expect(outputs).toEqual([{ output: { transferred: false, why: 'all are in calls' }, isError: false }]);
    expect(list.endings).toEqual([]);
    expect(list.of('handover.requested')).toMatchObject([{ accepted: false, why: 'all are in calls' }]);
    await say('Then you tell me.');
    expect(callerItems()).toHaveLength(3);
  });

  it.each([
    ['hangs', 'hang' as const, /gave no answer within 1000 ms/],
    ['fails', { status: 500, body: {} }, /answered 500/],
    ['answers in another form', { body: { accepted: 'maybe' } }, /another form: accepted/],
  ])('goes on with the call when the desk %s, and the record says why', async (_how, answer, message) => {
    service.respond(() => answer);
    const { list, outputs } = await transfers(webhook());
    expect(outputs).toEqual([{ output: expect.stringContaining('No human can be reached'), isError: true }]);
    expect(list.endings).toEqual([]);
    expect(list.of('handover.requested')).toMatchObject([{ accepted: false, why: 'the desk failed' }]);
    expect(list.of('error.raised')).toMatchObject([
      { label: 'transfer_to_human', message: expect.stringMatching(message) },
    ]);
  });
});

describe('a phone as the desk', () => {
  const twirp = (status: number, code: string, meta?: object) => ({ status, body: { code, msg: code, meta } });

  it("is called into the caller's room", async () => {
    service.respond(() => ({ body: { participantId: 'PA_1', participantIdentity: 'human-1', roomName: 'web-1 a' } }));
    const { list, spoken, closed } = await transfers(phone());
    await closed;
    expect(service.asked).toMatchObject([
      {
        path: '/twirp/livekit.SIP/CreateSIPParticipant',
        headers: { authorization: expect.stringMatching(/^Bearer /) },
        body: {
          ...{ sipTrunkId: 'ST_1', sipCallTo: '+41315550100', roomName: 'web-1 a', waitUntilAnswered: true },
          ...{ participantIdentity: expect.stringMatching(/^human-[0-9a-f]{16}$/), participantName: 'Max from sales' },
          ...{ ringingTimeout: '25s', hidePhoneNumber: true },
        },
      },
    ]);
    expect(spoken().at(-1)).toBe(`Max from sales is on the line now. ${REASON}`);
    expect(list.endings).toEqual([['transferred', 'agent', 'to Max from sales']]);
  });

  it.each([
    ['486', 'busy'],
    ['603', 'declined'],
    ['408', 'no answer'],
  ])('that answers %s is %s, and the call goes on', async (sipStatus, why) => {
    service.respond(() => twirp(503, 'unavailable', { sip_status_code: sipStatus }));
    const request = { room: 'web-1', reason: REASON, summary: SUMMARY, signals: {} };
    expect(await phone().request(request, new AbortController().signal)).toEqual({ accepted: false, why });
  });

  it('behind a trunk that is not there is an error, with its cause', async () => {
    service.respond(() => twirp(404, 'not_found', {}));
    const { list, outputs } = await transfers(phone());
    expect(outputs).toMatchObject([{ isError: true }]);
    expect(list.of('error.raised')).toMatchObject([{ message: expect.stringMatching(/ST_1.*not_found/) }]);
    expect(list.of('handover.requested')).toMatchObject([{ accepted: false, why: 'the desk failed' }]);
  });
});
