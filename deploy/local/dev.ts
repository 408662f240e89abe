import { EARSHOT } from '../../lib/command-line.ts';
import { aborted } from './interrupt.ts';
import { ABOUT_LINK, loginLink } from './login.ts';
import { withStack } from './session.ts';
import type { Stack } from './stack.ts';

/** `earshot dev`: broker, store, worker, api and dashboard until Ctrl-C, for one's own agent or for looking at what a demo left. */
export function dev(options: { fresh?: boolean; rooms?: boolean }): Promise<number> {
  return withStack(options, async ({ stack, signal, log }) => {
    if (options.rooms) await stack.startAgent({ AGENT_MAX_LOAD: '1' });
    log(describe(stack, await loginLink(stack)));
    await aborted(signal);
    return 0;
  });
}

function describe(stack: Stack, link: string): string {
  const { NATS_URL, CLICKHOUSE_URL, CLICKHOUSE_DATABASE, EARSHOT_STATE_DIR } = stack.env;
  return `Earshot is up.
  open     ${link}
           ${ABOUT_LINK}
  api      ${stack.apiUrl}/docs
  broker   ${NATS_URL}
  store    ${CLICKHOUSE_URL} (database ${CLICKHOUSE_DATABASE})
  worker   ${stack.workerUrls.map((url) => `${url}/metrics`).join(' ')}
  data     ${EARSHOT_STATE_DIR} (logs/ shows what each process says)
An agent reaches it with NATS_URL=${NATS_URL}; commands of this clone (${EARSHOT} …) find it by themselves.
Ctrl-C stops it.`;
}
