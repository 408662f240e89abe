import { createServer } from 'node:net';
import { EarshotError } from '../../lib/errors.ts';
import { freePort } from '../../lib/ports.ts';

const ATTEMPTS = 3;

/**
 * Starts something on the port that a setting names, else on a free one; another program may take that in the meantime,
 * so it is tried three times.
 *
 * @throws EarshotError `port_in_use`, naming the setting.
 */
export async function onPort<T>(
  setting: { name: string; port: number | undefined },
  start: (port: number) => Promise<T>,
): Promise<T> {
  if (setting.port !== undefined) {
    if (!(await isFree(setting.port))) throw inUse(setting.name, setting.port);
    return start(setting.port);
  }
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return await start(port);
    } catch (error) {
      if (attempt === ATTEMPTS || (await isFree(port))) throw error;
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function inUse(name: string, port: number): EarshotError {
  return new EarshotError({
    code: 'port_in_use',
    field: name,
    message: `another program listens on 127.0.0.1:${port}`,
    fix: `stop it, or unset ${name} to use a free port`,
  });
}
