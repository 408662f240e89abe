import { buckets } from '../../analytics-worker/broker/topology.ts';
import { agentInbox, streams } from '../../events/subjects.ts';

/** One login of the broker. `agent` logins belong to a tenant. */
export type BrokerUser = { name: string; password: string } & (
  | { role: 'provisioner' | 'worker' }
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
      return { publish: workerMayPublish(), subscribe: [`${inboxPrefix(user)}.>`, '$JS.EVENT.ADVISORY.>'] };
    case 'agent':
      return { publish: [`ev.${user.tenant}.>`], subscribe: [`${inboxPrefix(user)}.>`] };
  }
}

/** All workers share one; each tenant's agents have one. */
export function inboxPrefix(user: BrokerUser): string {
  return user.role === 'agent' ? agentInbox(user.tenant) : `_INBOX_${user.role}`;
}

function workerMayPublish(): string[] {
  const names = Object.values(streams).map((stream) => stream.name);
  const bucketNames = Object.values(buckets);
  const bucketStreams = bucketNames.map((bucket) => `KV_${bucket}`);
  const read = [...names, ...bucketStreams].flatMap((stream) => [
    `$JS.API.STREAM.INFO.${stream}`,
    `$JS.API.STREAM.MSG.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}`,
    `$JS.API.DIRECT.GET.${stream}.>`,
    `$JS.API.CONSUMER.INFO.${stream}.*`,
    `$JS.API.CONSUMER.CREATE.${stream}.>`,
    `$JS.API.CONSUMER.DELETE.${stream}.*`,
    `$JS.API.CONSUMER.MSG.NEXT.${stream}.*`,
  ]);
  const entries = bucketNames.map((bucket) => `$KV.${bucket}.>`);
  return ['$JS.API.INFO', ...read, '$JS.ACK.>', '$JS.FC.>', 'ev.>', 'derive.>', 'dlq.>', 'outbox.>', ...entries];
}

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
