import { z } from 'zod';
import { EARSHOT } from '../../lib/command-line.ts';
import { EarshotError } from '../../lib/errors.ts';
import { defineQuery } from '../query.ts';
import type { Migration } from './files.ts';

export const MIGRATE = `${EARSHOT} store migrate`;

/** Created before the first migration. Several processes may record the same step: the row is the same. */
export const createVersionTable = `
  CREATE TABLE IF NOT EXISTS migrations_v1
  (
      number UInt32 COMMENT 'Number of the step',
      name String COMMENT 'File of the step',
      checksum String COMMENT 'SHA-256 of the file as it was applied',
      applied_at DateTime64(3, 'UTC') DEFAULT now64(3, 'UTC') COMMENT 'When it was applied'
  )
  ENGINE = ReplacingMergeTree(applied_at)
  ORDER BY (number, checksum)
  COMMENT 'Steps of the schema that were applied. Kept.'`;

export const recordMigration = `
  INSERT INTO migrations_v1 (number, name, checksum)
  SELECT {number:UInt32}, {name:String}, {checksum:String}`;

/** Which steps were applied to this store? */
export const appliedMigrations = defineQuery({
  name: 'applied-migrations',
  sql: 'SELECT number, name, checksum FROM migrations_v1 FINAL ORDER BY number',
  params: z.object({}),
  row: z.object({ number: z.int(), name: z.string(), checksum: z.string() }),
});
export type Applied = { number: number; name: string; checksum: string };

/**
 * The known migrations that are still to be applied.
 *
 * @throws EarshotError `schema_changed` when an applied file reads otherwise now, `schema_newer` when the store has steps
 * that this program does not know.
 */
export function outstanding(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const { number, name, checksum } of applied) {
    const file = known.find((migration) => migration.number === number);
    if (file === undefined) {
      const message = 'the store has this step and this program does not know it: the schema is newer';
      const fix = `update this program; the newer one made the schema by: ${MIGRATE}`;
      throw new EarshotError({ code: 'schema_newer', field: name, message, fix });
    }
    if (file.checksum !== checksum) {
      const message = 'was changed after it had been applied';
      const fix = `restore the file and put the change into a new one, then: ${MIGRATE}; or start on an empty store`;
      throw new EarshotError({ code: 'schema_changed', field: file.name, message, fix });
    }
  }
  const done = new Set(applied.map(({ number }) => number));
  return known.filter(({ number }) => !done.has(number));
}
