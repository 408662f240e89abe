import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isAlive, markOf, type ProcessMark } from '../../lib/live-process.ts';

export type Lock = { release(): Promise<void> };

/**
 * Takes the lock for this process. What a dead process left is taken over; a live one keeps it, and is returned.
 */
export async function takeLock(file: string): Promise<{ lock: Lock } | { heldBy: ProcessMark }> {
  const mine = JSON.stringify(markOf(process.pid));
  for (;;) {
    if (await create(file, mine)) return { lock: { release: () => rm(file, { force: true }) } };
    const holder = await readHolder(file);
    if (holder && isAlive(holder)) return { heldBy: holder };
    await removeStale(file);
  }
}

/** Who holds the lock, if that process is alive. */
export async function lockHolder(file: string): Promise<ProcessMark | undefined> {
  const holder = await readHolder(file);
  return holder && isAlive(holder) ? holder : undefined;
}

/** `link` is the one step that both fills the file and refuses an existing one. */
async function create(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Moves the file aside first: another process may have taken the lock over since it was read. */
async function removeStale(file: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const holder = await readHolder(aside);
  if (holder && isAlive(holder)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function readHolder(file: string): Promise<ProcessMark | undefined> {
  try {
    const { pid, startedAt } = JSON.parse(await readFile(file, 'utf8'));
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
