import { z } from 'zod';
import { httpCalendarSettings } from '../calendar/http.ts';
import { icsCalendarSettings } from '../calendar/ics/open.ts';
import { httpDeskSettings } from '../handover/http.ts';
import { sipDeskSettings } from '../handover/sip.ts';
import { httpKnowledgeSettings } from '../knowledge/http.ts';
import { sentence } from './talk-fields.ts';

/** A service's keys are settings of the agent process, as the vendors' are. */
const knowledge = z
  .strictObject({
    /** A folder of Markdown files, relative to where the agent was started. */
    folder: z.string().min(1).optional(),
    service: httpKnowledgeSettings.omit({ headers: true }).optional(),
  })
  .superRefine(exactlyOne('folder', 'service'));

const calendar = z
  .strictObject({
    ics: icsCalendarSettings.optional(),
    service: httpCalendarSettings.omit({ headers: true }).optional(),
    /** Length of a meeting. */
    slotMinutes: z.int().min(5).max(240).default(30),
    title: z.string().min(1).max(200).default('Sales meeting'),
  })
  .superRefine(exactlyOne('ics', 'service'));

const transfer = z
  .strictObject({
    /** Finds a human and sends him into the room. */
    service: httpDeskSettings.omit({ headers: true }).optional(),
    /** Or a phone that is called into it. */
    phone: sipDeskSettings.omit({ livekit: true }).optional(),
    /** Said before the human is asked, and while he does not answer. */
    asking: sentence.optional(),
    waiting: sentence.optional(),
    /** Said to both of them; `{who}` and `{reason}` are replaced. */
    introduction: sentence.optional(),
  })
  .superRefine(exactlyOne('service', 'phone'));

/** Which tools the agent has; what is not there is off. */
export const tools = z.strictObject({
  recordSignal: z.boolean().default(true),
  endCall: z.boolean().default(true),
  knowledge: knowledge.optional(),
  calendar: calendar.optional(),
  transfer: transfer.optional(),
});

function exactlyOne<First extends string, Second extends string>(first: First, second: Second) {
  return (given: { [Key in First | Second]?: unknown }, context: z.core.$RefinementCtx) => {
    if ((given[first] === undefined) !== (given[second] === undefined)) return;
    context.addIssue({ code: 'custom', message: `give ${first} or ${second}, one of them` });
  };
}
