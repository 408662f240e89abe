import type { voice } from '@livekit/agents';
import type { CallRecord } from './record.ts';
import { sayAndLeave } from './tools/leave.ts';

/** The agent ends the call by itself: the reason is on record, the caller hears goodbye, then the session closes. */
export async function endCall(
  session: voice.AgentSession,
  record: CallRecord,
  { goodbye, detail }: { goodbye: string; detail: string },
): Promise<void> {
  record.markEnding('agent_ended', 'agent', detail);
  await sayAndLeave({ session }, goodbye);
}
