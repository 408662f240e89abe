import { Option, type Command } from 'commander';
import { spoolFolder } from './env.ts';
import type { NatsSettings } from './collector/connection.ts';

type SpoolOptions = { dir?: string };
type BrokerOptions = { nats: string; user?: string; password?: string; creds?: string; inboxPrefix?: string };
type DrainOptions = SpoolOptions & BrokerOptions & { timeout: string };
type ConfigOptions = BrokerOptions & { tenant: string };
type ChangeOptions = ConfigOptions & { message: string; author?: string };

/** `earshot agent …`, `earshot agent-config …`, `earshot spool …` and `earshot collector …`. */
export function addCommands(program: Command): void {
  program
    .command('agent')
    .description('the voice agent (docs/rooms.md)')
    .command('start')
    .description('take the calls of a LiveKit server until it is ended')
    .action(async () => void (await import('./main.ts')));
  addConfigCommands(program);
  const spool = program.command('spool').description('events that wait on this machine for the broker');
  spool
    .command('list')
    .description('what waits, and whether a live process holds it')
    .addOption(spoolDir())
    .action(async ({ dir }: SpoolOptions) => {
      const { printSpools } = await import('./collector/spool-commands.ts');
      await printSpools(dir ?? spoolFolder());
    });
  withBroker(spool.command('drain'))
    .description('send what dead processes left, and close their books')
    .addOption(spoolDir())
    .addOption(new Option('--timeout <seconds>', 'give up after this long; what is left stays').default('60'))
    .action(async ({ dir, timeout, ...broker }: DrainOptions) => {
      const { drainAndPrint } = await import('./collector/spool-commands.ts');
      await drainAndPrint(dir ?? spoolFolder(), settingsOf(broker), Number(timeout) * 1000);
    });

  program
    .command('collector')
    .description('the collector by itself, for agents that are not ours')
    .command('pack')
    .description('make an npm package of it')
    .option('--out <dir>', 'where to put the .tgz', '.')
    .action(async ({ out }: { out: string }) => {
      const { packCollector } = await import('./collector/pack.ts');
      process.stdout.write(`${await packCollector(out)}\n`);
    });
}

function addConfigCommands(program: Command): void {
  const config = program
    .command('agent-config')
    .description("agents' documents and their versions (docs/agent-config.md)");
  const verbs = () => import('./config/commands.ts');
  config
    .command('check <file>')
    .description('say whether a document is good, else line and reason')
    .action(async (file: string) => (await verbs()).check(file));
  withChange(config.command('publish <file>'))
    .description('store a new version, which new calls begin with')
    .action(async (file: string, options: ChangeOptions) => (await verbs()).publish(file, whereOf(options), options));
  withTenant(config.command('list <name>'))
    .description('all versions of an agent, and who made which one current')
    .action(async (name: string, options: ConfigOptions) => (await verbs()).list(name, whereOf(options)));
  withTenant(config.command('show <name>'))
    .description("a version's document as it was written")
    .option('--version <n>', 'this one; else the current one')
    .action(async (name: string, { version, ...options }: ConfigOptions & { version?: string }) =>
      (await verbs()).show(name, whereOf(options), version),
    );
  withTenant(config.command('compare <name> <a> <b>'))
    .description('what differs between two versions')
    .action(async (name: string, a: string, b: string, options: ConfigOptions) =>
      (await verbs()).compare(name, [a, b], whereOf(options)),
    );
  withChange(config.command('roll-back <name> <version>'))
    .description('make an earlier version current again')
    .action(async (name: string, version: string, options: ChangeOptions) =>
      (await verbs()).rollBack(name, version, whereOf(options), options),
    );
}

function withChange(command: Command): Command {
  return withTenant(command)
    .option('--message <text>', 'why', '')
    .option('--author <name>', 'who; else the user of this machine');
}

function withTenant(command: Command): Command {
  const tenant = new Option('--tenant <tenant>', 'whose agent it is').env('EARSHOT_TENANT').default('local');
  return withBroker(command).addOption(tenant);
}

function withBroker(command: Command): Command {
  return command
    .addOption(new Option('--nats <url>', 'broker').env('NATS_URL').default('nats://127.0.0.1:4222'))
    .addOption(new Option('--user <name>', "the broker's user").env('NATS_USER'))
    .addOption(new Option('--password <password>', 'and its password').env('NATS_PASSWORD'))
    .addOption(new Option('--creds <file>', 'or a file with credentials').env('NATS_CREDS'))
    .addOption(new Option('--inbox-prefix <prefix>', 'where it answers this user').env('NATS_INBOX_PREFIX'));
}

function spoolDir(): Option {
  return new Option('--dir <folder>', 'the spool; else EARSHOT_SPOOL_DIR, or spool/ in the state folder');
}

function whereOf({ nats, tenant, user, password, creds, inboxPrefix }: ConfigOptions) {
  return { tenant, broker: { url: nats, user, password, creds, ...(inboxPrefix ? { inboxPrefix } : {}) } };
}

function settingsOf({ nats, user, password, creds, inboxPrefix }: BrokerOptions): NatsSettings {
  return { url: nats, user, pass: password, creds, inboxPrefix };
}
