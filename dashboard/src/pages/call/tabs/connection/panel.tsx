import { useQuery } from '@tanstack/react-query';
import type { CallSummary, Connection } from '../../../../../../api/types.ts';
import { formatMs } from '../../../../format/ms.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { callQuery, connectionQuery, turnsQuery } from '../../data.ts';
import { Section, Tab } from '../tab.tsx';
import css from './connection.module.css';
import { Heard } from './heard.tsx';
import { MeasureSection } from './measure.tsx';
import { Quality } from './quality.tsx';

/** How the line was, and what that made of the wait. */
export function ConnectionTab({ callId }: { callId: string }) {
  const connection = useQuery(connectionQuery(callId));
  const turns = useQuery(turnsQuery(callId));
  const call = useQuery(callQuery(callId)).data;
  return (
    <>
      <div className={css.heardFirst}>
        <Tab query={turns}>{(list) => <Heard turns={list} />}</Tab>
      </div>
      <Tab query={connection}>{(data) => <Line connection={data} call={call} />}</Tab>
    </>
  );
}

function Line({ connection, call }: { connection: Connection; call: CallSummary | undefined }) {
  const { samples } = connection;
  const first = samples[0];
  const last = samples.at(-1);
  if (first === undefined || last === undefined) {
    return (
      <EmptyState title="Nothing was measured of the line">
        Calls in rooms are sampled every five seconds, at the agent and by the caller’s page.
      </EmptyState>
    );
  }
  const startMs = Math.min(Date.parse(call?.startedAt ?? first.at), Date.parse(first.at));
  const endMs = Math.max(Date.parse(last.at) - startMs, call?.durationMs ?? 0, 1);
  const shared = { connection, startMs, endMs };
  return (
    <>
      <Section title="Quality, as LiveKit rates it">
        <Quality {...shared} />
      </Section>
      <MeasureSection
        {...shared}
        title="Packet loss"
        measure="packetLossPercent"
        format={(value) => `${Number(value.toFixed(1))} %`}
        note="Of the packets that each received: the agent of what the caller said, the caller of what he heard."
      />
      <MeasureSection
        {...shared}
        title="Jitter"
        measure="jitterMs"
        format={formatMs}
        note="How unevenly the packets came."
      />
      <MeasureSection
        {...shared}
        title="Round trip"
        measure="rttMs"
        format={formatMs}
        note="To the LiveKit server and back: the way between both is not in it."
      />
    </>
  );
}
