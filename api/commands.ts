import { Option, type Command } from 'commander';
import { roles } from './schemas/roles.ts';
import type { Role } from './auth/principal.ts';

type WhoOptions = { name?: string; role: Role; tenant: string };

/** `earshot key …` and `earshot login`. */
export function addCommands(program: Command): void {
  const key = program.command('key').description('keys of the api, each bound to a tenant and a role');
  key
    .command('make')
    .description('make a key; it is printed once and stored nowhere')
    .requiredOption('--name <name>', 'who has it: stands in the log and in the audit')
    .addOption(role('viewer'))
    .addOption(tenant())
    .action(async (options: WhoOptions & { name: string }) => (await import('./commands/key.ts')).make(options));
  key
    .command('list')
    .description('all keys, without their secrets')
    .action(async () => (await import('./commands/key.ts')).list());
  key
    .command('revoke <id>')
    .description('end a key, at once and for good')
    .action(async (id: string) => (await import('./commands/key.ts')).revoke(id));

  program
    .command('login')
    .description('print a link that opens the dashboard: once, within 10 minutes')
    .option('--name <name>', 'whose login it is: stands in the log and in the audit')
    .addOption(role('admin'))
    .addOption(tenant())
    .action(async (options: WhoOptions) => (await import('./commands/login.ts')).login(options));
}

function role(byDefault: Role): Option {
  return new Option('--role <role>', 'what it may').choices(roles).default(byDefault);
}

function tenant(): Option {
  return new Option('--tenant <tenant>', 'whose data it may see').env('EARSHOT_TENANT').default('local');
}
