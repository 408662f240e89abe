import type { AgentDocument } from '../config/document.ts';
import type { HumanDesk } from '../handover/desk.ts';
import { createRecordConsent } from './consent.ts';
import type { Ports } from './ports.ts';
import type { CallRecord } from './record.ts';
import { createBookMeeting } from './tools/book-meeting.ts';
import { createEndCall } from './tools/end-call.ts';
import { createRecordSignal } from './tools/record-signal.ts';
import { createSearchKnowledge } from './tools/search-knowledge.ts';
import { createTransfer } from './tools/transfer.ts';

/** The tools that a document turns on, as far as there is something for them to work with. */
export function toolsOf(
  document: AgentDocument,
  { knowledge, calendar, desk, room }: Ports & { room?: string | undefined },
  record: CallRecord,
) {
  const { consent, goodbye, signals, tools, escalation } = document;
  const known = new Map<string, unknown>();
  return [
    ...(consent?.required ? [createRecordConsent({ consent, goodbye }, record)] : []),
    ...(tools.recordSignal ? [createRecordSignal(signals, record, known)] : []),
    ...(knowledge ? [createSearchKnowledge(knowledge, record)] : []),
    ...(calendar ? [bookMeeting(tools.calendar, { calendar, record })] : []),
    ...(desk && room !== undefined
      ? [
          createTransfer({
            ...words(tools.transfer),
            desk: limited(desk, escalation.maxHandovers),
            record,
            room,
            signals: known,
          }),
        ]
      : []),
    ...(tools.endCall ? [createEndCall({ record, goodbye })] : []),
  ];
}

function bookMeeting(
  settings: AgentDocument['tools']['calendar'],
  ports: Pick<Parameters<typeof createBookMeeting>[0], 'calendar' | 'record'>,
) {
  if (!settings) return createBookMeeting(ports);
  return createBookMeeting({ ...ports, durationMinutes: settings.slotMinutes, title: settings.title });
}

function words(transfer: AgentDocument['tools']['transfer']) {
  const { asking, waiting, introduction } = transfer ?? {};
  return {
    ...(asking === undefined ? {} : { asking }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(introduction === undefined ? {} : { introduction }),
  };
}

/** A caller who insists does not ring the desk again and again. */
function limited(desk: HumanDesk, most: number): HumanDesk {
  let asked = 0;
  return {
    patienceMs: desk.patienceMs,
    request: async (request, signal) =>
      ++asked > most ? { accepted: false, why: 'nobody is free' } : desk.request(request, signal),
  };
}
