import type { Calendar } from '../calendar/calendar.ts';
import { openHttpCalendar } from '../calendar/http.ts';
import { openIcsCalendar } from '../calendar/ics/open.ts';
import type { AgentDocument } from '../config/document.ts';
import type { HumanDesk } from '../handover/desk.ts';
import { openHttpDesk } from '../handover/http.ts';
import { openSipDesk } from '../handover/sip.ts';
import { openHttpKnowledge } from '../knowledge/http.ts';
import type { KnowledgeBase } from '../knowledge/knowledge.ts';
import { openMarkdownKnowledge } from '../knowledge/markdown.ts';

/** What an agent's tools work with. */
export type Ports = {
  knowledge?: KnowledgeBase | undefined;
  calendar?: Calendar | undefined;
  desk?: HumanDesk | undefined;
};

/** What a document does not hold: keys of the company's own services, and LiveKit's address and key. */
export type PortSettings = {
  knowledgeToken?: string | undefined;
  calendarToken?: string | undefined;
  handoverToken?: string | undefined;
  livekit: { url: string; apiKey: string; apiSecret: string };
};

/** Opens what the document's tools need. @throws EarshotError when a folder or a calendar file cannot be used */
export async function openPorts(tools: AgentDocument['tools'], settings: PortSettings): Promise<Ports> {
  const [knowledge, calendar] = await Promise.all([openKnowledge(tools, settings), openCalendar(tools, settings)]);
  return { knowledge, calendar, desk: openDesk(tools, settings) };
}

async function openKnowledge({ knowledge }: AgentDocument['tools'], { knowledgeToken }: PortSettings) {
  if (knowledge?.folder !== undefined) return openMarkdownKnowledge(knowledge.folder);
  return knowledge?.service && openHttpKnowledge({ ...knowledge.service, headers: bearer(knowledgeToken) });
}

async function openCalendar({ calendar }: AgentDocument['tools'], { calendarToken }: PortSettings) {
  if (calendar?.ics) return openIcsCalendar(calendar.ics);
  return calendar?.service && openHttpCalendar({ ...calendar.service, headers: bearer(calendarToken) });
}

function openDesk({ transfer }: AgentDocument['tools'], { handoverToken, livekit }: PortSettings) {
  if (transfer?.phone) return openSipDesk({ ...transfer.phone, livekit });
  return transfer?.service && openHttpDesk({ ...transfer.service, headers: bearer(handoverToken) });
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
