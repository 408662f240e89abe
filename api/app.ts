import type { ApiDeps } from './deps.ts';
import { newRouter } from './http/router.ts';
import { beginSession } from './routes/begin-session.ts';
import { getAnalysis } from './routes/calls/get-analysis.ts';
import { getAudit } from './routes/calls/get-audit.ts';
import { getCallAlerts } from './routes/calls/get-call-alerts.ts';
import { getConnection } from './routes/calls/get-connection.ts';
import { getCall } from './routes/calls/get-call.ts';
import { getScore } from './routes/calls/get-score.ts';
import { getSignals } from './routes/calls/get-signals.ts';
import { getTimeline } from './routes/calls/get-timeline.ts';
import { getTools } from './routes/calls/get-tools.ts';
import { getTranscript } from './routes/calls/get-transcript.ts';
import { getTurns } from './routes/calls/get-turns.ts';
import { getUsage } from './routes/calls/get-usage.ts';
import { listCalls } from './routes/calls/list-calls.ts';
import { listEvents } from './routes/calls/list-events.ts';
import { endSession } from './routes/end-session.ts';
import { getDeadLetter } from './routes/get-dead-letter.ts';
import { getFacets } from './routes/get-facets.ts';
import { getLive } from './routes/get-live.ts';
import { getPipeline } from './routes/get-pipeline.ts';
import { getSession } from './routes/get-session.ts';
import { getLatency } from './routes/latency/get-latency.ts';
import { getParts } from './routes/latency/get-parts.ts';
import { getSeries } from './routes/latency/get-series.ts';
import { getSlices } from './routes/latency/get-slices.ts';
import { listSlowest } from './routes/latency/list-slowest.ts';
import { getLeadSummary } from './routes/leads/get-lead-summary.ts';
import { getLead } from './routes/leads/get-lead.ts';
import { listLeads } from './routes/leads/list-leads.ts';
import { listDeadLetters } from './routes/list-dead-letters.ts';
import { redriveDeadLetter } from './routes/redrive-dead-letter.ts';
import { receiveWebhook } from './routes/rooms/receive-webhook.ts';
import { reportFromPage } from './routes/rooms/report.ts';
import { startWebCall } from './routes/rooms/start-web-call.ts';

/** Every route under its resource; their types are the typed client's. */
export const routes = (deps: ApiDeps) =>
  newRouter()
    .route('/', getSession(deps))
    .route('/', beginSession(deps))
    .route('/', endSession(deps))
    .route('/', getFacets(deps))
    .route('/', listCalls(deps))
    .route('/', getCall(deps))
    .route('/', getTranscript(deps))
    .route('/', getTurns(deps))
    .route('/', getConnection(deps))
    .route('/', getTimeline(deps))
    .route('/', getSignals(deps))
    .route('/', getScore(deps))
    .route('/', getAnalysis(deps))
    .route('/', getTools(deps))
    .route('/', getUsage(deps))
    .route('/', getCallAlerts(deps))
    .route('/', getAudit(deps))
    .route('/', listEvents(deps))
    .route('/', getLatency(deps))
    .route('/', getSeries(deps))
    .route('/', getParts(deps))
    .route('/', getSlices(deps))
    .route('/', listSlowest(deps))
    .route('/', listLeads(deps))
    .route('/', getLeadSummary(deps))
    .route('/', getLead(deps))
    .route('/', getLive(deps))
    .route('/', getPipeline(deps))
    .route('/', listDeadLetters(deps))
    .route('/', getDeadLetter(deps))
    .route('/', redriveDeadLetter(deps))
    .route('/', startWebCall(deps))
    .route('/', reportFromPage(deps))
    .route('/', receiveWebhook(deps));

export type ApiType = ReturnType<typeof routes>;
