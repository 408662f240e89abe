import { InvalidArgumentError, Option, type Command } from 'commander';
import { EARSHOT } from '../lib/command-line.ts';
import { engines, type Engine } from './analysis/results.ts';

const letterNumber = wholeNumber(`Give a number from: ${EARSHOT} dlq list`);

/** `earshot stream …`, `earshot dlq …`, `earshot call …`, `earshot analyze`. */
export function addCommands(program: Command): void {
  const stream = program.command('stream').description('the broker: streams, consumers, buckets');
  stream
    .command('provision')
    .description('create what is missing and bring what is there to the plan')
    .option(
      '--replicas <n>',
      'copies of each stream: 1 on one machine, 3 on a cluster',
      wholeNumber('Give 1, 3 or 5.'),
      1,
    )
    .action(async ({ replicas }: { replicas: number }) => {
      const { provisionStreams } = await import('./commands/stream.ts');
      await provisionStreams(replicas);
    });
  stream
    .command('check')
    .description('say whether streams and consumers are as this version needs them')
    .action(async () => (await import('./commands/stream.ts')).checkStreams());

  const dlq = program.command('dlq').description('dead letters: what could not be understood');
  dlq
    .command('list')
    .description('all dead letters, oldest first')
    .option('--limit <n>', 'at most this many', wholeNumber('Give a number from 1 on.'), 100)
    .action(async ({ limit }: { limit: number }) => (await import('./commands/dlq.ts')).list(limit));
  dlq
    .command('show')
    .description('one dead letter with its reason and its bytes')
    .argument('<seq>', 'its number in the list', letterNumber)
    .action(async (seq: number) => (await import('./commands/dlq.ts')).show(seq));
  dlq
    .command('redrive')
    .description('send a dead letter again')
    .argument('<seq>', 'its number in the list, or "all"', (text: string) =>
      text === 'all' ? text : letterNumber(text),
    )
    .action(async (seq: number | 'all') => (await import('./commands/dlq.ts')).redriveLetters(seq));

  program
    .command('call')
    .description('a call')
    .command('derive <tenant> <call>')
    .description('conclude a call again from its stored facts')
    .action(async (tenant: string, call: string) => (await import('./commands/call.ts')).derive(tenant, call));

  program
    .command('analyze')
    .description('analyse a transcript by hand: prints all results as one JSON document')
    .argument('<file>', 'a JSON array of { "role": "agent" | "user", "text": "…" }; - reads standard input')
    .addOption(
      new Option('--engine <name>', 'a model (ANALYSIS_LLM_…) or rules; unasked the model where one is set').choices(
        engines,
      ),
    )
    .action(async (file: string, { engine }: { engine?: Engine }) =>
      (await import('./commands/analyze.ts')).analyze(file, engine),
    );
}

/** @param fix for whoever gave something else. */
function wholeNumber(fix: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number > 0) return number;
    throw new InvalidArgumentError(fix);
  };
}
