import type { FactData, FactType } from '../../events/catalogue.ts';
import type { endReasons } from '../../events/types/call.ts';

export type EndReason = (typeof endReasons)[number];
export type EndedBy = 'caller' | 'agent' | 'system' | 'unknown';

/** Where the agent's own facts go: the part of the collector that tools and the end of a call need. */
export type CallRecord = {
  /** Never throws and never waits. */
  publish<Type extends FactType>(type: Type, data: FactData<Type>): void;
  /** States why the call is about to end; the session's close event alone does not tell. */
  markEnding(reason: EndReason, by: EndedBy, detail?: string): void;
};

/** A record that may be attached after the tools were made; what comes earlier has no call to belong to. */
export type LateRecord = CallRecord & { attach(record: CallRecord): void };

export function createLateRecord(): LateRecord {
  let record: CallRecord | undefined;
  return {
    attach: (given) => void (record = given),
    publish: (type, data) => record?.publish(type, data),
    markEnding: (reason, by, detail) => record?.markEnding(reason, by, detail),
  };
}
