import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a worker process says about itself on /metrics. Unknown values are absent, never zero. */
export type WorkerMetrics = ReturnType<typeof createMetrics>;

const LATENCY_BUCKETS_S = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    stored: new Counter({
      registers,
      name: 'earshot_events_stored_total',
      help: 'Events written to the store, by type',
      labelNames: ['type'],
    }),
    redelivered: new Counter({
      registers,
      name: 'earshot_events_redelivered_total',
      help: 'Messages delivered again: information, not an error',
    }),
    unknownTypes: new Counter({
      registers,
      name: 'earshot_events_unknown_type_total',
      help: 'Events of a type that this version does not know, stored raw',
    }),
    quarantinedTimes: new Counter({
      registers,
      name: 'earshot_events_time_quarantined_total',
      help: 'Events whose stated time cannot be true',
    }),
    failedTries: new Counter({
      registers,
      name: 'earshot_tries_failed_total',
      help: 'Messages that failed by their own fault, by stage',
      labelNames: ['stage'],
    }),
    deadLettered: new Counter({
      registers,
      name: 'earshot_dead_letters_total',
      help: 'Messages sent to the dead letters',
      labelNames: ['stage', 'code'],
    }),
    derived: new Counter({
      registers,
      name: 'earshot_calls_derived_total',
      help: 'Conclusions of calls written, by lane',
      labelNames: ['lane'],
    }),
    modelAnalyses: new Counter({
      registers,
      name: 'earshot_model_analyses_total',
      help: 'Calls that a model was asked about, by what became of it',
      labelNames: ['state'],
    }),
    modelTime: new Histogram({
      registers,
      name: 'earshot_model_analysis_seconds',
      help: 'Time that a model took for a call, with all its requests, seconds',
      buckets: [...LATENCY_BUCKETS_S, 60, 120, 300],
    }),
    lost: new Counter({
      registers,
      name: 'earshot_calls_agent_lost_total',
      help: 'Calls closed because their agent went silent',
    }),
    waits: new Counter({
      registers,
      name: 'earshot_waits_total',
      help: 'Waits for a part that was away',
      labelNames: ['part'],
    }),
    alertsRaised: new Counter({
      registers,
      name: 'earshot_alerts_raised_total',
      help: 'Alerts and corrections put into the outbox, by rule and kind',
      labelNames: ['rule', 'kind'],
    }),
    deliveries: new Counter({
      registers,
      name: 'earshot_deliveries_total',
      help: 'Attempts to deliver a message, by destination and what became of them',
      labelNames: ['destination', 'state'],
    }),
    possiblyRepeated: new Counter({
      registers,
      name: 'earshot_deliveries_possibly_repeated_total',
      help: 'Requests made although an earlier one may have arrived',
      labelNames: ['destination'],
    }),
    held: new Gauge({
      registers,
      name: 'earshot_messages_held',
      help: 'Messages taken and not yet acknowledged',
      labelNames: ['stage'],
    }),
    toStored: new Histogram({
      registers,
      name: 'earshot_event_stored_seconds',
      help: 'From the broker to the store, seconds',
      buckets: LATENCY_BUCKETS_S,
    }),
    toRequest: new Histogram({
      registers,
      name: 'earshot_alert_request_seconds',
      help: "From the caller's sentence to the first request of its alert, seconds",
      buckets: LATENCY_BUCKETS_S,
    }),
    deriveTime: new Histogram({
      registers,
      name: 'earshot_derive_seconds',
      help: 'Time to conclude a call, seconds',
      buckets: LATENCY_BUCKETS_S,
    }),
  };
}
