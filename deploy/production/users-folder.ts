import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { token } from '../../events/ids.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { EarshotError, hasCode } from '../../lib/errors.ts';
import { renderAccounts, type BrokerUser } from './users.ts';

const ACCOUNTS = 'accounts.conf';
const MIN_PASSWORD_LENGTH = 20;

const password = z.string().min(MIN_PASSWORD_LENGTH, `must have at least ${MIN_PASSWORD_LENGTH} characters`);
const name = z.string().min(1);
const userFile = z.discriminatedUnion('role', [
  z.strictObject({ name, password, role: z.enum(['provisioner', 'worker', 'api']) }),
  z.strictObject({ name, password, role: z.literal('agent'), tenant: token }),
]);

/**
 * Makes a login with a password of 256 random bits and writes the broker's `accounts.conf` anew. The broker takes it
 * over when it is told to reload.
 *
 * @throws EarshotError `user_exists`.
 */
export async function addUser(folder: string, user: NewUser): Promise<BrokerUser> {
  const made = { ...user, password: randomBytes(32).toString('base64url') };
  const file = fileOf(folder, user.name);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, JSON.stringify(made), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    throw new EarshotError({
      code: 'user_exists',
      field: user.name,
      message: 'the broker has such a user already',
      fix: `delete ${file} first to give it a new password`,
    });
  }
  await writeAccounts(folder);
  return made;
}

export type NewUser = BrokerUser extends infer User
  ? User extends BrokerUser
    ? Omit<User, 'password'>
    : never
  : never;

/** @throws EarshotError `user_missing`. */
export async function removeUser(folder: string, name: string): Promise<void> {
  try {
    await rm(fileOf(folder, name));
  } catch {
    const fix = `see ${path.join(folder, 'users')} for those there are`;
    throw new EarshotError({ code: 'user_missing', field: name, message: 'the broker has no such user', fix });
  }
  await writeAccounts(folder);
}

/**
 * Writes `accounts.conf` out of the folder's users.
 *
 * @throws EarshotError `bad_user`, naming file and field, when one has no password or a short one.
 */
export async function writeAccounts(folder: string): Promise<string> {
  const names = (await readdir(path.join(folder, 'users'))).filter((name) => name.endsWith('.json')).toSorted();
  const users = await Promise.all(names.map((name) => readUser(path.join(folder, 'users', name))));
  const target = path.join(folder, ACCOUNTS);
  await writeFile(`${target}.draft`, renderAccounts(users), { mode: 0o600 });
  await chmod(`${target}.draft`, 0o600);
  await rename(`${target}.draft`, target);
  return target;
}

async function readUser(file: string): Promise<BrokerUser> {
  const read: unknown = JSON.parse(await readFile(file, 'utf8'));
  const parsed = userFile.safeParse(read);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new EarshotError({
    code: 'bad_user',
    field: `${path.basename(file)} ${issue?.path.join('.') ?? ''}`.trim(),
    message: issue?.message ?? 'does not fit',
    fix: `delete ${file} and make the user again with: ${EARSHOT} broker`,
  });
}

function fileOf(folder: string, name: string): string {
  return path.join(folder, 'users', `${name}.json`);
}
