import fs from 'node:fs';
import path from 'node:path';
import { folderName, SET_ASIDE, type ProducerName } from './spool/folder.ts';
import type { Entry } from './spool/frames.ts';

/**
 * Keeps an event that the broker will never take, in `<root>/refused/<producer>.ndjson`: one line each with the reason
 * and the event as it was encoded. Deleted by nobody but a person.
 */
export function setAside(root: string, name: ProducerName, { seq, type, body }: Entry, reason: string): void {
  const folder = path.join(root, SET_ASIDE);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const event = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const line = JSON.stringify({ at: Date.now(), seq, type, reason, event });
  fs.appendFileSync(path.join(folder, `${folderName(name)}.ndjson`), `${line}\n`, { mode: 0o600 });
}
