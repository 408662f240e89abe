import type { Command } from 'commander';

/** `earshot demo`, `earshot dev`, `earshot broker …`. */
export function addCommands(program: Command): void {
  program
    .command('demo')
    .description('start everything on this machine, let callers call, print what was learned')
    .option('--once', 'end when the books are read: 0 when they balance, else 1 with the reason')
    .option('--fresh', 'forget what earlier runs stored')
    .option('--vendors', 'let the callers talk to the real vendors whose keys are set')
    .option('--rooms', 'make the calls in rooms of a LiveKit server on this machine, two at a time')
    .action(async (options: { once?: boolean; fresh?: boolean; vendors?: boolean; rooms?: boolean }) => {
      const { demo } = await import('./local/demo.ts');
      process.exitCode = await demo(options);
    });
  program
    .command('dev')
    .description('start broker, store, worker, api and dashboard on this machine until Ctrl-C')
    .option('--fresh', 'forget what earlier runs stored')
    .option(
      '--rooms',
      'a LiveKit server too, and the agent: calls from the dashboard, with the vendors whose keys are set',
    )
    .action(async (options: { fresh?: boolean; rooms?: boolean }) => {
      const { dev } = await import('./local/dev.ts');
      process.exitCode = await dev(options);
    });

  const broker = program.command('broker').description('users of a production broker (deploy/production)');
  const folder = ['--dir <folder>', 'folder of the broker users', 'deploy/production/broker'] as const;
  broker
    .command('init')
    .description('make the users of provisioner and worker; their passwords are printed once')
    .option(...folder)
    .action(async ({ dir }: { dir: string }) => (await import('./production/commands.ts')).init(dir));
  broker
    .command('add-tenant <tenant>')
    .description("make a tenant's user, who may publish that tenant's events only; its password is printed once")
    .option(...folder)
    .action(async (tenant: string, { dir }: { dir: string }) =>
      (await import('./production/commands.ts')).addTenant(dir, tenant),
    );
  broker
    .command('remove-tenant <tenant>')
    .description("take a tenant's user away")
    .option(...folder)
    .action(async (tenant: string, { dir }: { dir: string }) =>
      (await import('./production/commands.ts')).removeTenant(dir, tenant),
    );
}
