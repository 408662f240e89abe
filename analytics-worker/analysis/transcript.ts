import { z } from 'zod';

/** Who spoke: the agent, or the person who called. */
export const roles = ['agent', 'user'] as const;
export type Role = (typeof roles)[number];

/** One message of a conversation. `item` counts from 1; evidence points at it. */
export type Item = {
  item: number;
  role: Role;
  /** As the recogniser or the agent's model wrote it. */
  text: string;
  /** Call time at which it began, ms; absent for a transcript without times. */
  atMs?: number;
  /** What the agent said was cut off by the caller. */
  interrupted?: boolean;
};

/** What was said in a call, and on what day (`2026-01-31`), where that is known. */
export type Conversation = { items: readonly Item[]; day?: string };

/** Where a claim comes from. `quote` is a verbatim part of that item's text. */
export const evidence = z.strictObject({ item: z.int().min(1), quote: z.string().min(1) });
export type Evidence = z.infer<typeof evidence>;
