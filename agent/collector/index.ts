export { attachCollector, type Collector, type CollectorStats } from './attach.ts';
export { openLink, type Link, type NatsSettings } from './connection.ts';
export { drainSpools, type Drained, type DrainOptions } from './drain.ts';
export type { CollectorOptions } from './options.ts';
export { listSpools, type SpoolEntry } from './spool-list.ts';
export type { FactData, FactType } from '../../events/catalogue.ts';
