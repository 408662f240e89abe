import { llm } from '@livekit/agents';
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';

/** What the model hands over; checked by `readWish`, so that it hears in words what to ask the caller. */
export const wishParameters = z.object({
  customerName: z.string().min(1).describe("the caller's full name"),
  customerEmail: z.string().describe('his e-mail address; spell it back to him before'),
  preferredAt: z.string().describe("date and time on his own clock, as 2026-11-24T15:00 ('this Tuesday at three')"),
  timeZone: z.string().describe('IANA name of the zone in which he is, as Europe/Berlin; ask where he is'),
  notes: z.string().optional().describe('what the meeting is about, one or two sentences'),
});
export type Wish = z.infer<typeof wishParameters> & { startAt: number };

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/;

/** @throws llm.ToolError that tells the model what to ask or to send instead */
export function readWish(args: z.infer<typeof wishParameters>): Wish {
  const email = args.customerEmail.trim();
  if (!z.email().safeParse(email).success)
    throw new llm.ToolError(`${email || 'nothing'} is no complete e-mail address; ask for it`);
  if (!IANAZone.isValidZone(args.timeZone))
    throw new llm.ToolError(`${args.timeZone} is no time zone; send an IANA name as Europe/Berlin`);
  if (!LOCAL_TIME.test(args.preferredAt))
    throw new llm.ToolError('preferredAt must be his local date and time without an offset, as 2026-11-24T15:00');
  const time = DateTime.fromISO(args.preferredAt, { zone: args.timeZone });
  if (!time.isValid) throw new llm.ToolError(`${args.preferredAt} is no date; ask again`);
  if (!args.preferredAt.startsWith(time.toFormat("yyyy-MM-dd'T'HH:mm")))
    throw new llm.ToolError('the clock is put forward over that time on that day; ask for another time');
  return { ...args, customerEmail: email, startAt: time.toMillis() };
}
