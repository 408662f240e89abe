import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Analysis, AnalysisEngine } from '../../../../api/types.ts';
import {
  getAlerts,
  getAnalysis,
  getAudit,
  getCall,
  getConnection,
  getScore,
  getSignals,
  getTimeline,
  getToolCalls,
  getTranscript,
  getTurns,
  getUsage,
} from '../../api/calls.ts';

/** Of a call that is over a late event may still change something; one that goes on tells by itself (`useFollow`). */
const ASK_AGAIN_MS = 30_000;

type Read<Data> = (callId: string, signal?: AbortSignal) => Promise<Data>;

function open<Data>(what: string, read: Read<Data>) {
  return (callId: string) =>
    queryOptions({
      queryKey: ['call', callId, what],
      queryFn: ({ signal }) => read(callId, signal),
      refetchInterval: ASK_AGAIN_MS,
    });
}

/** Every reading of these is logged with the reader's name: they are asked for again only when the call moved. */
function logged<Data>(what: string, read: Read<Data>) {
  return (callId: string) =>
    queryOptions({
      queryKey: ['call', callId, what],
      queryFn: ({ signal }) => read(callId, signal),
      refetchInterval: false,
      staleTime: Infinity,
    });
}

export const callQuery = open('call', getCall);
export const turnsQuery = open('turns', getTurns);
export const timelineQuery = open('timeline', getTimeline);
export const signalsQuery = open('signals', getSignals);
export const scoreQuery = open('score', getScore);
export const usageQuery = open('usage', getUsage);
export const alertsQuery = open('alerts', getAlerts);
export const connectionQuery = open('connection', getConnection);
export const auditQuery = open('audit', getAudit);
export const transcriptQuery = logged('transcript', getTranscript);
export const toolsQuery = logged('tools', getToolCalls);

/** Analysing takes a moment after the end of a call. */
const NOT_YET_MS = 5_000;

/** Logged as the transcript is: asked for again while it holds nothing, and when the model that was away should have answered. */
export function analysisQuery(callId: string, engine: AnalysisEngine | undefined) {
  return queryOptions({
    queryKey: ['call', callId, 'analysis', engine ?? 'current'],
    queryFn: ({ signal }) => getAnalysis(callId, engine, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => untilNewMs(data, Date.now()),
    staleTime: Infinity,
  });
}

/** ms until there may be something new; false when nothing is awaited, or when the call itself will tell. */
function untilNewMs(analysis: Analysis | undefined, nowMs: number): number | false {
  if (analysis?.state === 'not_analysed') return NOT_YET_MS;
  const at = analysis?.model?.state === 'waiting' ? analysis.model.askedAgainAt : null;
  return at === null ? false : Math.max(Date.parse(at) - nowMs, 0) + ASK_AGAIN_MS;
}
