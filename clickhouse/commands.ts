import type { Command } from 'commander';

/** `earshot store …` */
export function addCommands(program: Command): void {
  const store = program.command('store').description('the store: ClickHouse, or the local engine');
  store
    .command('migrate')
    .description('bring the schema up to date; any number of processes may do it at once')
    .action(async () => (await import('./commands/migrate.ts')).migrateStore());
  store
    .command('status')
    .description('say whether the store is there and its schema the one of this version')
    .action(async () => (await import('./commands/status.ts')).showStatus());
}
