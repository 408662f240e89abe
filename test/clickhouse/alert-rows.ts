import type { RowOf } from '../../clickhouse/tables/define.ts';
import type { tables } from '../../clickhouse/tables/index.ts';
import { T0 } from './rows.ts';

export function alertRow(row: Partial<RowOf<typeof tables.alerts>> = {}): RowOf<typeof tables.alerts> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    rule: 'hot_lead',
    kind: 'alert',
    alert_id: 'alert-1',
    raised_at: T0,
    caused_by: 'acme.call-1.collector.a.2',
    cause_at: T0,
    late: false,
    person_key: 'person-1',
    agent_name: 'ava',
    score: 84,
    tier: 'tier_1',
    hot: true,
    next_step: 'Call back today.',
    content: '{}',
    ...row,
  };
}

export function deliveryRow(row: Partial<RowOf<typeof tables.deliveries>> = {}): RowOf<typeof tables.deliveries> {
  return {
    tenant: 'acme',
    call_id: 'call-1',
    rule: 'hot_lead',
    kind: 'alert',
    alert_id: 'alert-1',
    attempt: 1,
    destination: 'slack_webhook',
    state: 'sent',
    possibly_repeated: false,
    requested_at: T0,
    answered_at: T0,
    status: 200,
    error: '',
    text: '',
    version: T0,
    ...row,
  };
}
