import { z } from 'zod';

/** A day as people write it: `2026-01-31`. */
export const day = z.iso.date('must be a day like 2026-01-31');

/** The day of a moment, UTC. @param at epoch ms */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
