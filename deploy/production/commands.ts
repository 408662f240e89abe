import { token } from '../../events/ids.ts';
import { EarshotError } from '../../lib/errors.ts';
import { inboxPrefix, type BrokerUser } from './users.ts';
import { addUser, removeUser } from './users-folder.ts';

const RELOAD = 'The broker takes it over after: docker compose kill --signal HUP broker';

/** `earshot broker init`: the logins that the deployment itself needs. */
export async function init(folder: string): Promise<void> {
  const provisioner = await addUser(folder, { name: 'provisioner', role: 'provisioner' });
  const worker = await addUser(folder, { name: 'worker', role: 'worker' });
  const api = await addUser(folder, { name: 'api', role: 'api' });
  console.log(`# Shown once. Put these lines into deploy/production/.env
NATS_PROVISIONER_PASSWORD=${provisioner.password}
NATS_WORKER_PASSWORD=${worker.password}
NATS_API_PASSWORD=${api.password}`);
}

/** `earshot broker add-tenant`: a login that may publish one tenant's events and nothing else. */
export async function addTenant(folder: string, tenant: string): Promise<void> {
  checkTenant(tenant);
  const user: BrokerUser = await addUser(folder, { name: agentName(tenant), role: 'agent', tenant });
  console.log(`# Shown once. The environment of ${tenant}'s agents:
EARSHOT_TENANT=${tenant}
NATS_USER=${user.name}
NATS_PASSWORD=${user.password}
NATS_INBOX_PREFIX=${inboxPrefix(user)}`);
  console.error(RELOAD);
}

/** `earshot broker remove-tenant`: its agents are disconnected at the reload. */
export async function removeTenant(folder: string, tenant: string): Promise<void> {
  checkTenant(tenant);
  await removeUser(folder, agentName(tenant));
  console.error(RELOAD);
}

function agentName(tenant: string): string {
  return `agent-${tenant}`;
}

function checkTenant(tenant: string): void {
  const checked = token.safeParse(tenant);
  if (checked.success) return;
  const message = checked.error.issues[0]?.message ?? 'does not fit';
  throw new EarshotError({ code: 'bad_tenant', field: 'tenant', message, fix: 'choose a name of that form' });
}
