import type { z } from '@hono/zod-openapi';
import type { Fact } from '../../events/catalogue.ts';
import { EarshotError } from '../../lib/errors.ts';
import type { pageReport, Reported } from '../schemas/rooms.ts';
import type { Place } from './book.ts';
import { pageFact } from './publish.ts';

type Report = z.output<typeof pageReport>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Facts that a page kept while it could not send them. */
const OLDEST_MS = 60 * MINUTE_MS;

/**
 * A page's report as facts of the call, on the api's clock: what the page's clock is wrong by is taken out of every time.
 *
 * @param nowMs when the report came
 * @throws EarshotError `bad_parameter` for a time that cannot be
 */
export function factsOf(place: Place, { instance, sentAt, facts }: Report, nowMs: number): Fact[] {
  const wrongBy = skewOf(sentAt, facts, nowMs);
  return facts.map((one, index) => {
    const at = one.at + wrongBy;
    if (at < nowMs - OLDEST_MS || at > nowMs + MINUTE_MS) throw badTime(index);
    if (one.type === 'producer.closed' && one.data.lastSeq !== one.seq) throw badClosing(index);
    const frame = { instance, seq: one.seq, at };
    switch (one.type) {
      case 'page.heard': {
        const { heardMs, stoppedAtMs, startedAtMs } = one.data;
        const data = { heardMs, stoppedAtMs: stoppedAtMs + wrongBy, startedAtMs: startedAtMs + wrongBy };
        return pageFact(place, one.type, { ...frame, data });
      }
      case 'connection.sampled':
        return pageFact(place, one.type, { ...frame, data: { ...one.data, side: 'caller' } });
      case 'producer.closed':
        return pageFact(place, one.type, { ...frame, data: one.data });
    }
  });
}

/** Without `sentAt` the newest fact stands for it, which may have waited: only a clock that is clearly wrong is corrected. */
function skewOf(sentAt: number | undefined, facts: readonly Reported[], nowMs: number): number {
  const wrongBy = nowMs - (sentAt ?? Math.max(...facts.map(({ at }) => at)));
  return Math.abs(wrongBy) > (sentAt === undefined ? MINUTE_MS : SECOND_MS) ? wrongBy : 0;
}

function badTime(index: number): EarshotError {
  const message = 'must lie within the last hour';
  const fix = "send sentAt, the page's clock at that moment, with the facts";
  return new EarshotError({ code: 'bad_parameter', field: `facts.${index}.at`, message, fix });
}

function badClosing(index: number): EarshotError {
  const message = 'must be the number of this fact, the last one';
  const fix = 'close with the next number';
  return new EarshotError({ code: 'bad_parameter', field: `facts.${index}.data.lastSeq`, message, fix });
}
