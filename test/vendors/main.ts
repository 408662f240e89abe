import { readEnv } from '../../lib/env.ts';
import { createLog } from '../../lib/log.ts';
import { createShutdown, exitOnSignal } from '../../lib/shutdown.ts';
import { vendorsEnv } from './env.ts';
import { startVendorServer } from './server.ts';

const env = readEnv(vendorsEnv, process.env);
const log = createLog('vendors', { level: env.LOG_LEVEL });
const shutdown = createShutdown(log);
const vendors = await startVendorServer(env.EARSHOT_VENDORS_PORT);
shutdown.add('server', vendors.close);
exitOnSignal(shutdown);
process.send?.({ phase: 'ready', port: vendors.port, url: vendors.url });
