import { buckets, reprocessBucket } from '../../analytics-worker/broker/topology.ts';
import { agentConfigReads } from '../../events/agent-config.ts';
import { analysisBucket } from '../../events/analysis.ts';
import { apiBuckets } from '../../events/buckets.ts';
import type { FactType } from '../../events/catalogue.ts';
import { agentInbox, streams } from '../../events/subjects.ts';
import { REDRIVE_SUBJECT, workersBucket } from '../../events/workers.ts';

/** One login of the broker. `agent` logins belong to a tenant. */
export type BrokerUser = { name: string; password: string } & (
  | { role: 'provisioner' | 'worker' | 'api' }
  | { role: 'agent'; tenant: string }
);

type Permissions = { publish: string[]; subscribe: string[] };

/**
 * What a login may do; undefined: everything. Nobody but the provisioner may change or purge a stream. Every login
 * receives replies under a prefix of its own (`inboxPrefix` of the client), so that none can read another's.
 */
export function permissionsOf(user: BrokerUser): Permissions | undefined {
  switch (user.role) {
    case 'provisioner':
      return undefined;
    case 'worker':
      return {
        publish: workerMayPublish(),
        subscribe: [`${inboxPrefix(user)}.>`, '$JS.EVENT.ADVISORY.>', REDRIVE_SUBJECT],
      };
    case 'api':
      return { publish: apiMayPublish(), subscribe: [`${inboxPrefix(user)}.>`] };
    case 'agent':
      return {
        publish: [`ev.${user.tenant}.>`, agentConfigReads(user.tenant)],
        subscribe: [`${inboxPrefix(user)}.>`],
      };
  }
}

/** All workers share one; each tenant's agents have one. */
export function inboxPrefix(user: BrokerUser): string {
  return user.role === 'agent' ? agentInbox(user.tenant) : `_INBOX_${user.role}`;
}

const API_INBOX = '_INBOX_api';

function workerMayPublish(): string[] {
  const names = Object.values(streams).map((stream) => stream.name);
  const bucketNames = [...Object.values(buckets), workersBucket.name, analysisBucket.name, reprocessBucket.name];
  const read = [...names, ...bucketNames.map(streamOf)].flatMap((stream) => [
    ...mayRead(stream),
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
  ]);
  const redrive = [`$JS.API.STREAM.MSG.DELETE.${streams.deadLetters.name}`, `${API_INBOX}.>`];
  const subjects = ['ev.>', 'derive.>', 'analyse.>', 'dlq.>', 'outbox.>', ...bucketNames.map(entriesOf)];
  return ['$JS.API.INFO', ...read, ...redrive, '$JS.ACK.>', '$JS.FC.>', ...subjects];
}

/** What LiveKit's webhooks and the pages of callers say, beside who read what. */
const API_FACTS = [
  'transcript.read',
  'room.started',
  'room.finished',
  'participant.joined',
  'participant.left',
  'call.linked',
  'page.heard',
  'connection.sampled',
  'producer.closed',
] as const satisfies FactType[];

/** It watches its own buckets, looks at what waits for the worker, and publishes facts of its own. */
function apiMayPublish(): string[] {
  const bucketNames = Object.values(apiBuckets).map(({ name }) => name);
  const looksAt = [streams.events, streams.triggers, streams.analyses, streams.outbox].flatMap(({ name }) => [
    `$JS.API.STREAM.INFO.${name}`,
    `$JS.API.CONSUMER.INFO.${name}.*`,
    `$JS.API.CONSUMER.LIST.${name}`,
  ]);
  const messages = [streams.events.name, streams.deadLetters.name].map((name) => `$JS.API.STREAM.MSG.GET.${name}`);
  const readable = [...bucketNames, workersBucket.name, analysisBucket.name].map(streamOf).flatMap(mayRead);
  const facts = API_FACTS.map((type) => `ev.*.*.${type}`);
  const subjects = [...facts, REDRIVE_SUBJECT, ...bucketNames.map(entriesOf)];
  return ['$JS.API.INFO', ...looksAt, ...messages, ...readable, '$JS.FC.>', ...subjects];
}

const streamOf = (bucket: string) => `KV_${bucket}`;
const entriesOf = (bucket: string) => `$KV.${bucket}.>`;

const mayRead = (stream: string) => [
  `$JS.API.STREAM.INFO.${stream}`,
  `$JS.API.STREAM.MSG.GET.${stream}`,
  `$JS.API.DIRECT.GET.${stream}`,
  `$JS.API.DIRECT.GET.${stream}.>`,
  `$JS.API.CONSUMER.INFO.${stream}.*`,
  `$JS.API.CONSUMER.CREATE.${stream}.>`,
  `$JS.API.CONSUMER.DELETE.${stream}.*`,
];

/** The `accounts` block of nats.conf. */
export function renderAccounts(users: readonly BrokerUser[]): string {
  const lines = users.map((user) => `      ${renderUser(user)}`);
  return `# Made by: earshot broker. Do not edit; it is written anew from the folder's users.
accounts {
  SYS {}
  EARSHOT {
    jetstream: enabled
    users: [
${lines.join('\n')}
    ]
  }
}
system_account: SYS
`;
}

function renderUser(user: BrokerUser): string {
  const permissions = permissionsOf(user);
  const may = permissions
    ? `, permissions: { publish: { allow: ${JSON.stringify(permissions.publish)} }, subscribe: { allow: ${JSON.stringify(permissions.subscribe)} } }`
    : '';
  return `{ user: ${JSON.stringify(user.name)}, password: ${JSON.stringify(user.password)}${may} }`;
}
