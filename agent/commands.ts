import { Option, type Command } from 'commander';
import { spoolFolder } from './env.ts';
import type { NatsSettings } from './collector/connection.ts';

type SpoolOptions = { dir?: string };
type BrokerOptions = { nats: string; user?: string; password?: string; creds?: string; inboxPrefix?: string };
type DrainOptions = SpoolOptions & BrokerOptions & { timeout: string };

/** `earshot spool …` and `earshot collector …`. */
export function addCommands(program: Command): void {
  const spool = program.command('spool').description('events that wait on this machine for the broker');
  spool
    .command('list')
    .description('what waits, and whether a live process holds it')
    .addOption(spoolDir())
    .action(async ({ dir }: SpoolOptions) => {
      const { printSpools } = await import('./collector/spool-commands.ts');
      await printSpools(dir ?? spoolFolder());
    });
  spool
    .command('drain')
    .description('send what dead processes left, and close their books')
    .addOption(spoolDir())
    .addOption(new Option('--nats <url>', 'broker').env('NATS_URL').default('nats://127.0.0.1:4222'))
    .addOption(new Option('--user <name>', "the broker's user").env('NATS_USER'))
    .addOption(new Option('--password <password>', 'and its password').env('NATS_PASSWORD'))
    .addOption(new Option('--creds <file>', 'or a file with credentials').env('NATS_CREDS'))
    .addOption(new Option('--inbox-prefix <prefix>', 'where it answers this user').env('NATS_INBOX_PREFIX'))
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

function spoolDir(): Option {
  return new Option('--dir <folder>', 'the spool; else EARSHOT_SPOOL_DIR, or spool/ in the state folder');
}

function settingsOf({ nats, user, password, creds, inboxPrefix }: BrokerOptions): NatsSettings {
  return { url: nats, user, pass: password, creds, inboxPrefix };
}
