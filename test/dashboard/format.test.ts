import { describe, expect, it } from 'vitest';
import { parseFilters } from '../../dashboard/src/app/address.ts';
import { shortId } from '../../dashboard/src/format/id.ts';
import { formatDuration, formatLength, formatMs, formatSpan } from '../../dashboard/src/format/ms.ts';
import { formatBytes, formatChange, formatMany, formatShare } from '../../dashboard/src/format/number.ts';
import { formatUtc } from '../../dashboard/src/format/time.ts';
import { endWords, formatValue, inWords, plainText } from '../../dashboard/src/format/words.ts';
import { timeTicks } from '../../dashboard/src/pages/latency/axis.ts';
import { dataStart } from '../../dashboard/src/pages/latency/data-window.ts';
import { parseLoginSearch } from '../../dashboard/src/pages/login/search.ts';
import { lastHour } from '../../dashboard/src/pages/pipeline/minutes.ts';

describe('values as the pages show them', () => {
  it.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1.00 s'],
    [1234, '1.23 s'],
    [59_994, '59.99 s'],
    [59_996, '0:59'],
    [61_000, '1:01'],
    [3_661_000, '1:01:01'],
  ])('%d ms reads %s', (ms, text) => expect(formatMs(ms)).toBe(text));

  it('writes lengths, spans, shares, changes and sizes with their units', () => {
    expect(formatLength(-5)).toBe('0:00');
    expect([formatLength(25_600), formatDuration(25_600)], 'what is over is rounded').toEqual(['0:25', '0:26']);
    expect([formatSpan(900_000), formatSpan(86_400_000), formatSpan(604_800_000)]).toEqual(['15 min', '24 h', '7 d']);
    expect([formatShare(0), formatShare(0.004), formatShare(0.36)]).toEqual(['0 %', '<1 %', '36 %']);
    expect([formatChange(-3.24), formatChange(12.4)]).toEqual(['−3.2 %', '+12 %']);
    expect([formatBytes(999), formatBytes(93_000_000)]).toEqual(['999 B', '93.0 MB']);
    expect([formatMany(1, 'call'), formatMany(2000, 'call')]).toEqual(['1 call', '2,000 calls']);
  });

  it('shows ids by their kind and end, times in UTC, wire words in words, unknown values as a dash', () => {
    expect([shortId('AJ_abcdefghijklmn'), shortId('short')]).toEqual(['AJ_…ijklmn', 'short']);
    expect(formatUtc('2026-03-02T09:15:00.000Z')).toBe('2026-03-02 09:15:00.000 UTC');
    expect([inWords('caller_hung_up'), inWords('never_seen.before')]).toEqual(['Caller hung up', 'Never seen before']);
    expect([formatValue(null), formatValue(true), formatValue(['a', 2])]).toEqual(['–', 'yes', 'a, 2']);
  });

  it('says in words how a call ended, and what an alert says', () => {
    const end = (endReason: string, cutOff: boolean) => endWords({ endReason, cutOff });
    expect([end('caller_hung_up', false), end('caller_hung_up', true)]).toEqual([
      'Caller hung up',
      'Hung up in mid-sentence',
    ]);
    expect([end('agent_lost', true), end('', false)]).toEqual(['Agent lost', 'Unknown']);
    expect(plainText('84 · tier_1\n- decision_timeline: this_week\nhttp://x/calls/call-a_b')).toBe(
      '84 · tier 1\n- decision timeline: this week\nhttp://x/calls/call-a_b',
    );
  });

  it('shows a series from where there are turns, when these lie at its end', () => {
    const points = (counts: number[]) =>
      counts.map((n, k) => ({ at: `2026-03-02T09:0${k}:00.000Z`, n, p50Ms: null, p95Ms: null, p99Ms: null }));
    const startOf = (counts: number[]) => dataStart({ points: points(counts), bucketMs: 60_000 });
    expect(startOf([0, 0, 0, 0, 0, 0, 0, 3])).toBe('2026-03-02T09:06:00.000Z');
    expect(startOf([0, 0, 0, 0, 0, 3, 0, 3]), 'they fill a good part').toBeUndefined();
    expect(startOf([0, 0])).toBeUndefined();
  });

  it('fills the minutes of which nothing is told with nothing stored', () => {
    const now = Date.parse('2026-03-02T09:15:30.000Z');
    const minutes = lastHour([{ at: '2026-03-02T09:13:00.000Z', stored: 7, reads: 1 }], now);
    expect(minutes).toHaveLength(60);
    expect(minutes.slice(-3).map(({ at, stored }) => [at.slice(11, 16), stored])).toEqual([
      ['09:13', 7],
      ['09:14', 0],
      ['09:15', 0],
    ]);
  });

  it('puts the ticks of a day on round times, at most eight', () => {
    const from = Date.parse('2026-03-02T09:17:00.000Z');
    const ticks = timeTicks(from, from + 86_400_000);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(ticks.every((at) => new Date(at).getMinutes() === 0)).toBe(true);
  });
});

describe('what the address may say', () => {
  it('keeps the filters that it knows and drops the rest', () => {
    const raw = { from: '-1h', version: '1.4', channel: 'carrier_pigeon', agent: '', other: 'x', model: 5 };
    expect(parseFilters(raw)).toEqual({ from: '-1h', version: '1.4' });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never goes to another site after login: %s',
    (next) => expect(parseLoginSearch({ next })).toEqual({}),
  );

  it('goes back to where the viewer wanted to be', () => {
    expect(parseLoginSearch({ next: '/calls/x?turn=3', code: 'c' })).toEqual({ next: '/calls/x?turn=3', code: 'c' });
  });
});
