import type { Command } from 'commander';

/** `earshot stream …`, `earshot dlq …`, `earshot call …`. */
export function addCommands(program: Command): void {
  const stream = program.command('stream').description('the broker: streams, consumers, buckets');
  stream
    .command('provision')
    .description('create what is missing and bring what is there to the plan')
    .option('--replicas <n>', 'copies of each stream: 1 on one machine, 3 on a cluster', '1')
    .action(async ({ replicas }: { replicas: string }) => {
      const { provisionStreams } = await import('./commands/stream.ts');
      await provisionStreams(Number(replicas));
    });
  stream
    .command('check')
    .description('say whether streams and consumers are as this version needs them')
    .action(async () => (await import('./commands/stream.ts')).checkStreams());

  const dlq = program.command('dlq').description('dead letters: what could not be understood');
  dlq
    .command('list')
    .description('all dead letters, oldest first')
    .option('--limit <n>', 'at most this many', '100')
    .action(async ({ limit }: { limit: string }) => (await import('./commands/dlq.ts')).list(Number(limit)));
  dlq
    .command('show <seq>')
    .description('one dead letter with its reason and its bytes')
    .action(async (seq: string) => (await import('./commands/dlq.ts')).show(Number(seq)));
  dlq
    .command('redrive <seq>')
    .description('send a dead letter again, "all" for every one')
    .action(async (seq: string) => (await import('./commands/dlq.ts')).redriveLetters(seq));

  program
    .command('call')
    .description('a call')
    .command('derive <tenant> <call>')
    .description('conclude a call again from its stored facts')
    .action(async (tenant: string, call: string) => (await import('./commands/call.ts')).derive(tenant, call));
}
