import { createHash } from 'node:crypto';

/** Epoch milliseconds. */
export type Slot = { startAt: number; endAt: number };

export type Booking = {
  customerName: string;
  customerEmail: string;
  startAt: number;
  durationMinutes: number;
  title: string;
  notes: string;
};

export type Booked = Slot & { id: string; link?: string | undefined };

/** Why a time cannot be had. */
export const refusals = ['past', 'too_soon', 'too_far', 'outside_hours', 'taken'] as const;
export type Refusal = (typeof refusals)[number];

/** The port to a company's calendar. */
export type Calendar = {
  /** The company's time zone, by its IANA name. */
  readonly timeZone: string;
  /** Times that can be booked, the earliest first. */
  freeSlots(
    range: { fromAt: number; toAt: number },
    options: { durationMinutes: number; limit: number; signal?: AbortSignal },
  ): Promise<Slot[]>;
  /** The same customer's second booking of the same start is the first one, not another. */
  book(booking: Booking, signal?: AbortSignal): Promise<{ booked: Booked } | { refused: Refusal }>;
};

/** The same for the same customer and start, and nothing else of him can be read from it. */
export function bookingKey({ customerEmail, startAt, title }: Booking): string {
  return createHash('sha256')
    .update(JSON.stringify([customerEmail.toLowerCase(), startAt, title]))
    .digest('hex')
    .slice(0, 32);
}
