import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { hasCode } from '../../lib/errors.ts';
import { pinPublished, type Published } from './pinned.ts';

const copy = z.object({ version: z.int().positive(), text: z.string() });

/** The last good version of each agent on this machine's disk, for a process that starts while the broker is away. */
export type Copies = {
  /** @throws when there is one and it cannot be used */
  read(name: string): Published | undefined;
  /** @throws when the disk says no */
  write(name: string, config: Pick<Published, 'version' | 'text'>): void;
};

export function openCopies(stateDir: string, tenant: string): Copies {
  const folder = path.join(stateDir, 'agents');
  const fileOf = (name: string) => path.join(folder, `${tenant}.${name}.json`);
  return {
    read: (name) => {
      const text = readIfThere(fileOf(name));
      if (text === undefined) return undefined;
      const read = copy.parse(JSON.parse(text));
      return pinPublished(name, read.version, read.text);
    },
    write: (name, { version, text }) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Several processes may write at once.
      const draft = `${fileOf(name)}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ version, text }), { mode: 0o600 });
      renameSync(draft, fileOf(name));
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
