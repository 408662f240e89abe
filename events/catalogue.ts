import type { z } from 'zod';
import type { Producer, VERSION } from './envelope.ts';
import * as access from './types/access.ts';
import * as accounting from './types/accounting.ts';
import * as call from './types/call.ts';
import * as connection from './types/connection.ts';
import * as metrics from './types/metrics.ts';
import * as room from './types/room.ts';
import * as tools from './types/tools.ts';
import * as transcript from './types/transcript.ts';

/** Event type → schema of its data. The whole vocabulary of the wire. */
export const catalogue = {
  'call.started': call.callStarted,
  'call.updated': call.callUpdated,
  'call.ended': call.callEnded,
  'consent.stated': call.consentStated,
  'agent.handoff': call.agentHandoff,
  'recording.made': call.recordingMade,

  'caller.transcribed': transcript.callerTranscribed,
  'caller.unheard': transcript.callerUnheard,
  'caller.state': transcript.callerState,
  'agent.state': transcript.agentState,
  'item.committed': transcript.itemCommitted,
  'speech.created': transcript.speechCreated,
  'speech.finished': transcript.speechFinished,
  'playout.started': transcript.playoutStarted,
  'playout.finished': transcript.playoutFinished,
  'interruption.false': transcript.interruptionFalse,
  'interruption.detected': transcript.interruptionDetected,

  'metrics.eou': metrics.eouMeasured,
  'metrics.eot': metrics.endOfTurnPredicted,
  'metrics.llm': metrics.llmMeasured,
  'metrics.tts': metrics.ttsMeasured,
  'metrics.stt': metrics.sttMeasured,
  'metrics.realtime': metrics.realtimeMeasured,
  'metrics.other': metrics.otherMeasured,
  'usage.reported': metrics.usageReported,

  'tool.executed': tools.toolExecuted,
  'knowledge.searched': tools.knowledgeSearched,
  'meeting.booked': tools.meetingBooked,
  'handover.requested': tools.handoverRequested,
  'signal.recorded': tools.signalRecorded,

  'room.started': room.roomStarted,
  'room.finished': room.roomFinished,
  'participant.joined': room.participantJoined,
  'participant.left': room.participantLeft,
  'call.linked': room.callLinked,
  'agent.awaited': room.agentAwaited,
  'page.heard': room.pageHeard,

  'connection.sampled': connection.connectionSampled,
  'error.raised': connection.errorRaised,
  'fallback.switched': connection.fallbackSwitched,

  'producer.beat': accounting.producerBeat,
  'producer.gap': accounting.producerGap,
  'producer.closed': accounting.producerClosed,
  'producer.degraded': accounting.producerDegraded,

  'transcript.read': access.transcriptRead,
} as const;

export type FactType = keyof typeof catalogue;
export type FactData<Type extends FactType> = z.infer<(typeof catalogue)[Type]>;

/** An event of a known type: what a producer saw, in the contract's words. A union of types gives a union of facts. */
export type FactOf<Type extends FactType> = Type extends FactType
  ? {
      v: typeof VERSION;
      id: string;
      type: Type;
      tenant: string;
      call: string;
      producer: Producer;
      at: number;
      final?: boolean | undefined;
      data: FactData<Type>;
    }
  : never;
export type Fact = FactOf<FactType>;

export function isFactType(type: string): type is FactType {
  return Object.hasOwn(catalogue, type);
}

/** Narrows a fact to one type: `facts.filter(isA('metrics.llm'))`. */
export function isA<Type extends FactType>(type: Type): (fact: Fact) => fact is Extract<Fact, { type: Type }> {
  return (fact): fact is Extract<Fact, { type: Type }> => fact.type === type;
}
