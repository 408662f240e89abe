import type { Context } from 'hono';
import { z } from 'zod';
import type { CallFilter } from '../../clickhouse/filter.ts';
import { EarshotError } from '../../lib/errors.ts';
import type { filters } from '../schemas/common.ts';
import type { ApiEnv } from './router.ts';

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const RELATIVE = /^-(\d{1,6})([smhd])$/;
/** What the store can hold: 1970 to 2286, epoch ms. */
const LATEST_MS = 1e13 - 1;

const absolute = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/**
 * A request's filter with its times made absolute, bound to the caller's tenant.
 *
 * @throws EarshotError `bad_parameter`, naming `from` or `to`.
 */
export function filterOf(c: Context<ApiEnv>, query: z.output<typeof filters>): Required<CallFilter> {
  const now = nextSecond();
  const fromMs = timeOf('from', query.from, now);
  const toMs = timeOf('to', query.to, now);
  if (fromMs >= toMs) throw badTime('from', 'must be before "to"');
  const { agent = '', version = '', channel = '', model = '', region = '' } = query;
  return { tenant: c.get('principal').tenant, fromMs, toMs, agent, version, channel, model, region };
}

/**
 * What requests take for now, epoch ms: those of one page ask the store the same then, and share its answer. Not the second
 * that has passed, in which the newest call lies.
 */
export function nextSecond(): number {
  return Math.ceil(Date.now() / UNIT_MS.s) * UNIT_MS.s;
}

function timeOf(field: 'from' | 'to', text: string, now: number): number {
  const ms = text === 'now' ? now : (relativeMs(text, now) ?? absoluteMs(text));
  if (ms === undefined) throw badTime(field, 'must be a time as 2026-03-02T09:15:00Z, or relative as -15m, -1h, -7d');
  if (ms < 0 || ms > LATEST_MS) throw badTime(field, 'must lie between 1970 and 2286');
  return ms;
}

function relativeMs(text: string, now: number): number | undefined {
  const [, count, unit] = RELATIVE.exec(text) ?? [];
  return count === undefined ? undefined : now - Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

function absoluteMs(text: string): number | undefined {
  return absolute.safeParse(text).success ? Date.parse(text) : undefined;
}

function badTime(field: string, message: string): EarshotError {
  return new EarshotError({ code: 'bad_parameter', field, message, fix: 'the parameters are in /openapi.json' });
}
