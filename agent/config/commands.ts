import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { token } from '../../events/ids.ts';
import { connectBroker, disconnect, type BrokerSettings } from '../../lib/broker/connection.ts';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { compareDocuments, type Difference } from './compare.ts';
import { parseAgentDocument } from './read.ts';
import { openAgentConfigs, type AgentVersions, type Change } from './versions.ts';

type Where = { tenant: string; broker: BrokerSettings };
type Why = { message: string; author?: string };

export async function check(file: string): Promise<void> {
  const { name } = parseAgentDocument(await read(file));
  print(`ok  ${name}`);
}

export async function publish(file: string, where: Where, why: Why): Promise<void> {
  const text = await read(file);
  // Before the broker is asked for: a mistake is told without one.
  parseAgentDocument(text);
  await withVersions(where, async (configs) => {
    const { name, version } = await configs.publish(text, changeOf(why));
    print(`${name} version ${version}: new calls begin with it within 2 seconds`);
  });
}

export async function list(name: string, where: Where): Promise<void> {
  await withVersions(where, async (configs) => {
    const versions = await configs.list(name);
    if (versions.length === 0)
      return print(`no version of ${name}; publish one with: earshot agent-config publish <file>`);
    for (const { version, createdAt, author, message, sha256, current } of versions)
      print([current ? '*' : ' ', version, timeOf(createdAt), sha256.slice(0, 8), author, message].join('  '));
    print('\nmade current:');
    for (const { version, changedAt, author, message } of await configs.history(name))
      print(['  ', version, timeOf(changedAt), author, message].join('  '));
  });
}

export async function show(name: string, where: Where, version?: string): Promise<void> {
  const wanted = version === undefined ? undefined : numberOf(version);
  await withVersions(where, async (configs) => print((await configs.get(name, wanted)).text.trimEnd()));
}

export async function compare(name: string, [a, b]: [string, string], where: Where): Promise<void> {
  const [before, after] = [numberOf(a), numberOf(b)];
  await withVersions(where, async (configs) => {
    const differences = compareDocuments((await configs.get(name, before)).text, (await configs.get(name, after)).text);
    for (const difference of differences) print(lineOf(difference));
    if (differences.length === 0) print('no difference');
  });
}

export async function rollBack(name: string, version: string, where: Where, why: Why): Promise<void> {
  const wanted = numberOf(version);
  await withVersions(where, async (configs) => {
    await configs.rollBack(name, wanted, changeOf(why));
    print(`${name} is version ${wanted} again`);
  });
}

async function withVersions(where: Where, work: (configs: AgentVersions) => Promise<void>): Promise<void> {
  if (!token.safeParse(where.tenant).success)
    throw badOption('--tenant', `is ${where.tenant}`, 'give 1-64 letters, digits, _ or -');
  const nc = await connectBroker(where.broker, 'command', { wait: false });
  try {
    await work(openAgentConfigs(nc, where.tenant));
  } finally {
    await disconnect(nc);
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const fix = 'give the path of a YAML or JSON file';
    throw new EarshotError({ code: 'unreadable', field: file, message: messageOf(error), fix }, { cause: error });
  }
}

function changeOf({ message, author = os.userInfo().username }: Why): Change {
  return { message: message.slice(0, 500), author: author.slice(0, 200) };
}

function numberOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw badOption('version', `is ${text}`, 'give its number, as earshot agent-config list shows it');
}

function badOption(field: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_option', field, message, fix });
}

function lineOf({ field, before, after }: Difference): string {
  if (before === undefined) return `+ ${field}: ${after}`;
  if (after === undefined) return `- ${field}: ${before}`;
  return `~ ${field}: ${before} → ${after}`;
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
