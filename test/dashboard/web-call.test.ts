import { describe, expect, it } from 'vitest';
import { pageReport } from '../../api/schemas/rooms.ts';
import type { PageReport } from '../../api/types.ts';
import { countersOf, readingOf } from '../../dashboard/src/pages/web-call/measure/counters.ts';
import { createOutbox, type Outcome } from '../../dashboard/src/pages/web-call/report/outbox.ts';
import { withLine, type Line } from '../../dashboard/src/pages/web-call/room/words.ts';

const HEARD = { heardMs: 900, stoppedAtMs: 1000, startedAtMs: 1900 };

/** An outbox whose reports are answered in turn; the last answer stays. */
function outboxOf(...answers: Outcome[]) {
  const reports: PageReport[] = [];
  const post = (report: PageReport) => {
    reports.push(report);
    return Promise.resolve((answers.length > 1 ? answers.shift() : answers[0]) ?? 'taken');
  };
  const outbox = createOutbox({ instance: 'page1', post, now: () => 2000 });
  const told = () => reports.map(({ facts }) => facts.map(({ seq, type }) => `${seq} ${type}`));
  return { outbox, reports, told };
}

describe('what the page has to tell', () => {
  it('is numbered from one, closed with the last number, and fits the contract of the api', async () => {
    const { outbox, reports, told } = outboxOf('taken');
    outbox.add('page.heard', HEARD);
    await outbox.flush();
    outbox.add('page.heard', HEARD);
    outbox.close();
    outbox.close();
    outbox.add('page.heard', HEARD);
    await outbox.flush();
    expect(told()).toEqual([['1 page.heard'], ['2 page.heard', '3 producer.closed']]);
    expect(reports[1]?.facts.at(-1)?.data).toEqual({ lastSeq: 3, by: 'self' });
    expect(reports.map((report) => pageReport.safeParse(report).error)).toEqual([undefined, undefined]);
    expect(outbox.isEmpty()).toBe(true);
  });

  it('is kept until it is taken, and then not told again', async () => {
    const { outbox, told } = outboxOf('later', 'taken');
    outbox.add('page.heard', HEARD);
    await outbox.flush();
    expect(outbox.isEmpty()).toBe(false);
    outbox.add('page.heard', HEARD);
    await outbox.flush();
    await outbox.flush();
    expect(told()).toEqual([['1 page.heard'], ['1 page.heard', '2 page.heard']]);
  });

  it('is let go when it is refused for ever', async () => {
    const { outbox, told } = outboxOf('refused');
    outbox.add('page.heard', HEARD);
    await outbox.flush();
    await outbox.flush();
    expect(told()).toEqual([['1 page.heard']]);
  });

  it('goes fifty at a time, one report after the other', async () => {
    const { outbox, told } = outboxOf('taken');
    for (let count = 0; count < 120; count++) outbox.add('page.heard', HEARD);
    await Promise.all([outbox.flush(), outbox.flush()]);
    expect(told().map(({ length }) => length)).toEqual([50, 50, 20]);
  });

  it('goes at once, and all of it, when the page is left', () => {
    const { outbox, told } = outboxOf('later');
    for (let count = 0; count < 60; count++) outbox.add('page.heard', HEARD);
    outbox.close();
    outbox.flushNow();
    expect(told().map(({ length }) => length)).toEqual([50, 11]);
    expect(told()[1]?.at(-1)).toBe('61 producer.closed');
  });

  it('ends before the api would refuse it, and can still be closed', async () => {
    const { outbox, reports } = outboxOf('taken');
    for (let count = 0; count < 5010; count++) outbox.add('page.heard', HEARD);
    outbox.close();
    await outbox.flush();
    const facts = reports.flatMap((report) => report.facts);
    expect(facts.map(({ seq }) => seq)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1));
    expect(pageReport.safeParse(reports.at(-1)).success).toBe(true);
  });
});

const inbound = (packetsReceived: number, packetsLost: number) => ({
  type: 'inbound-rtp',
  packetsReceived,
  packetsLost,
  jitter: 0.012,
  bytesReceived: 8_000,
});

describe('the caller’s connection', () => {
  it('is read of what WebRTC counts, both ways', () => {
    const report = [
      inbound(500, 20),
      { type: 'outbound-rtp', bytesSent: 9_000 },
      { type: 'remote-inbound-rtp', roundTripTime: 0.096 },
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.2 },
      { type: 'codec' },
    ];
    expect(countersOf(report)).toEqual({
      packetsReceived: 500,
      packetsLost: 20,
      jitterMs: 12,
      rttMs: 96,
      bytesIn: 8_000,
      bytesOut: 9_000,
    });
  });

  it('has the round trip of its path where the server tells none, and nulls where nothing was counted', () => {
    const pairs = [
      { type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 },
      { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.2 },
    ];
    expect(countersOf(pairs).rttMs).toBe(200);
    expect(new Set(Object.values(countersOf([])))).toEqual(new Set([null]));
  });

  it('loses a share of the packets since the sample before, of none it is not known, and never less than nothing', () => {
    const [first, second] = [countersOf([inbound(95, 5)]), countersOf([inbound(185, 15)])];
    expect(readingOf(undefined, first).packetLossPercent).toBe(5);
    expect(readingOf(first, second).packetLossPercent).toBe(10);
    expect(readingOf(second, second).packetLossPercent).toBeNull();
    expect(readingOf(second, countersOf([inbound(205, 10)])).packetLossPercent).toBe(0);
  });
});

describe('the transcript', () => {
  it('shows the last telling of a line where the line began', () => {
    const line = (id: string, text: string, final: boolean): Line => ({ id, by: 'caller', text, final });
    const told = [line('a', 'we', false), line('b', 'yes', true), line('a', 'we are twelve', true)];
    expect(told.reduce<Line[]>(withLine, [])).toEqual([line('a', 'we are twelve', true), line('b', 'yes', true)]);
  });
});
