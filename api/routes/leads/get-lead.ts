import { createRoute, z } from '@hono/zod-openapi';
import { callsOfPerson } from '../../../clickhouse/queries/calls-of-person.ts';
import { scoresOfCalls } from '../../../clickhouse/queries/scores-of-calls.ts';
import { signalsOfCalls } from '../../../clickhouse/queries/signals-of-calls.ts';
import { logEach } from '../../audit.ts';
import { needs } from '../../auth/needs.ts';
import { may } from '../../auth/principal.ts';
import type { ApiDeps } from '../../deps.ts';
import { describeAnswers } from '../../http/answers.ts';
import { notFound } from '../../http/problems.ts';
import { newRouter } from '../../http/router.ts';
import { callsQuoted, forReader, readAlerts } from '../../read/alerts.ts';
import { callsOfHistory, historyOf } from '../../read/history.ts';
import { callsOfQuotes, readLeads } from '../../read/lead.ts';
import { summarise } from '../../read/summaries.ts';
import { leadHistory } from '../../schemas/leads.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/leads/{person}',
  ...needs('read'),
  tags: ['leads'],
  summary: 'A person: the newest 100 calls, and what changed from each to the next; quotes need "transcripts"',
  request: {
    params: z.object({ person: z.string().min(1).max(200).openapi({ description: '`personKey` of a lead' }) }),
  },
  responses: describeAnswers(leadHistory),
});

export const getLead = ({ store, logRead }: Pick<ApiDeps, 'store' | 'logRead'>) =>
  newRouter().openapi(route, async (c) => {
    const principal = c.get('principal');
    const { tenant } = principal;
    const withQuotes = may(principal, 'transcripts');
    const rows = await store.run(callsOfPerson, { tenant, personKey: c.req.valid('param').person });
    const [latest] = rows;
    if (!latest) throw notFound('person');
    const callIds = rows.map((row) => row.call_id);
    const [leads, calls, scores, signals, knownAlerts] = await Promise.all([
      readLeads(store, tenant, [{ ...latest, call_at: latest.started_at }], withQuotes),
      summarise(store, tenant, rows),
      store.run(scoresOfCalls, { tenant, callIds }),
      store.run(signalsOfCalls, { tenant, callIds }),
      readAlerts(store, tenant, callIds),
    ]);
    const [lead] = leads;
    if (!lead) throw notFound('person');
    const history = historyOf({ calls, scores, signals, withQuotes });
    const quoted = [...callsOfQuotes(leads), ...callsOfHistory(history)];
    if (withQuotes) quoted.push(...callsQuoted(knownAlerts));
    await logEach(c, logRead, quoted, 'quotes');
    return c.json({ lead, calls: history, alerts: forReader(knownAlerts, withQuotes) }, 200);
  });
