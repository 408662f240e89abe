import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { EarshotError } from '../../lib/errors.ts';

/** A numbered step of the schema. */
export type Migration = {
  number: number;
  /** File name, e.g. `0001_facts.sql`. */
  name: string;
  sql: string;
  checksum: string;
};

export const migrationsFolder = new URL('../migrations/', import.meta.url);

/** The migrations of a folder in order. @throws EarshotError `bad_migration` when a number is missing or used twice. */
export async function readMigrations(folder: URL = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})_\w+\.sql$/.exec(name)?.[1] ?? Number.NaN);
      if (number !== index + 1) {
        const message = `must be number ${String(index + 1).padStart(4, '0')}, as 0001_name.sql`;
        throw new EarshotError({ code: 'bad_migration', field: name, message, fix: 'rename the file' });
      }
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { number, name, sql, checksum: checksumOf(sql) };
    }),
  );
}

/** Line ends do not count: a checkout may change them. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
