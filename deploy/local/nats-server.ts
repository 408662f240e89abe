import { access } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export async function findNatsServer(): Promise<string> {
  const cached = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache'), 'earshot', 'nats-server', '2.15.1', 'nats-server');
  await access(cached);
  return cached;
}
