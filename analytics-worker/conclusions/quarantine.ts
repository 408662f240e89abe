import type { Known, Seen } from './facts.ts';
import { claimsOf, type Claim } from './claims.ts';
import type { Quarantined, QuarantineReason } from './types.ts';

/** No delay in a conversation is longer; an SDK that says so measured from something else. */
export const LONGEST_DELAY_MS = 60_000;
/** No duration is longer than a day; such a number is a time, not a duration. */
const LONGEST_DURATION_MS = 86_400_000;
/** A time in an event lies within a day of the event; else it has another unit or stands for nothing. */
const FARTHEST_MS = 86_400_000;

export type Quarantine = {
  rows: readonly Quarantined[];
  /** The value, or null where it is absent or cannot be true. */
  trusted(seen: { fact: { id: string } }, field: string, value: number | null | undefined): number | null;
};

/** Values that cannot be true are stored with the reason and kept out of every conclusion. */
export function quarantineOf(known: Known): Quarantine {
  const rows = known.all.flatMap((seen) => doubtful(seen));
  const keys = new Set(rows.map(({ eventId, field }) => `${eventId} ${field}`));
  return {
    rows,
    trusted: ({ fact }, field, value) =>
      value === null || value === undefined || keys.has(`${fact.id} ${field}`) ? null : value,
  };
}

function doubtful(seen: Seen): Quarantined[] {
  const eventId = seen.fact.id;
  const stated: Quarantined[] = seen.atQuarantined
    ? [{ eventId, field: 'at', value: seen.fact.at, reason: 'epoch' }]
    : [];
  const claimed = claimsOf(seen.fact).flatMap((claim) => {
    const reason = reasonAgainst(claim, seen.at);
    return reason ? [{ eventId, field: claim.field, value: claim.value, reason }] : [];
  });
  return [...stated, ...claimed];
}

function reasonAgainst(claim: Claim, at: number): QuarantineReason | undefined {
  const { kind, value } = claim;
  if (claim.unknownAsZero && value === 0) return 'zeros';
  if (kind === 'moment') {
    if (Math.abs(value - at) > FARTHEST_MS) return 'epoch';
    return claim.notBefore !== undefined && value < claim.notBefore ? 'end_before_start' : undefined;
  }
  return reasonAgainstDuration(value, kind === 'delay');
}

/** Why a length of time cannot be true; a delay has a tighter bound than the duration of work. */
export function reasonAgainstDuration(value: number, isDelay: boolean): QuarantineReason | undefined {
  if (value < 0) return 'negative';
  if (value > LONGEST_DURATION_MS) return 'epoch';
  return isDelay && value > LONGEST_DELAY_MS ? 'over_60_s' : undefined;
}
