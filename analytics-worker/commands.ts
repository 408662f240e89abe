import { InvalidArgumentError, Option, type Command } from 'commander';
import { EARSHOT } from '../lib/command-line.ts';
import { day } from './analysis/day.ts';
import { engines, type Engine } from './analysis/results.ts';
import type { StartOptions } from './commands/reprocess.ts';

const letterNumber = wholeNumber(`Give a number from: ${EARSHOT} dlq list`);

/** `earshot stream …`, `earshot dlq …`, `earshot call …`, `earshot analyze`, `earshot analysis …`, `earshot reprocess …`. */
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

  addAnalyze(program);
  program
    .command('analysis')
    .description('results of the analysis of calls')
    .command('current')
    .description('show or set which of several results of a call counts')
    .addOption(tenant())
    .option('--set <what...>', 'llm or rules; an analyser and its version (sales@2); default forgets what was set', [])
    .action(async (options: { tenant: string; set: string[] }) =>
      (await import('./commands/analysis.ts')).current(options.tenant, options.set),
    );
  addReprocess(program);
}

/** `earshot analyze`; it also stands by itself (deploy/analyze). */
export function addAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('analyse a transcript by hand: prints all results as one JSON document')
    .argument('<file>', 'a JSON array of { "role": "agent" | "user", "text": "…" }; - reads standard input')
    .addOption(
      new Option('--engine <name>', 'a model (ANALYSIS_LLM_…) or rules; unasked the model where one is set').choices(
        engines,
      ),
    )
    .option('--day <day>', 'when the call was, like 2026-01-31: by which is told how far off "by march" is', dayIn)
    .action(async (file: string, asked: { engine?: Engine; day?: string }) =>
      (await import('./commands/analyze.ts')).analyze(file, asked),
    );
}

function addReprocess(program: Command): void {
  const reprocess = program.command('reprocess').description('analyse past calls again, beside what is stored');
  reprocess
    .command('start')
    .description('analyse the calls that began in a range and have ended, the oldest first; goes on until all are done')
    .addOption(tenant())
    .requiredOption('--from <time>', 'calls that began then or later: 2026-01-31, or with a time')
    .requiredOption('--to <time>', 'and before that')
    .addOption(new Option('--engine <name>', 'who reads them').choices(engines).default('rules'))
    .option('--budget <amount>', 'the most that the model may cost, in the currency of ANALYSIS_LLM_PRICE', amount)
    .option('--off-peak <times>', 'work only between these times of the day: 22:00-06:00')
    .option('--name <name>', 'of the run; made of engine and time unless given')
    .action(async (options: StartOptions) => (await import('./commands/reprocess.ts')).start(options));
  reprocess
    .command('resume <name>')
    .description('go on with a run that was stopped, killed or out of budget')
    .option('--budget <amount>', 'another budget for the whole run', amount)
    .action(async (name: string, { budget }: { budget?: number }) =>
      (await import('./commands/reprocess.ts')).resume(name, budget),
    );
  reprocess
    .command('status')
    .description('all runs, and how far each has come')
    .action(async () => (await import('./commands/reprocess.ts')).status());
  reprocess
    .command('diff <name>')
    .description('which calls of a run changed tier, score or outcome')
    .option('--before <engine>', 'what to compare with: rules, llm, rules@2, rules@previous')
    .option('--after <engine>', 'the newest of the engine of the run unless given')
    .option('--json', 'as JSON', false)
    .action(async (name: string, options: { before?: string; after?: string; json: boolean }) =>
      (await import('./commands/reprocess.ts')).diff(name, options),
    );
}

function tenant(): Option {
  return new Option('--tenant <tenant>', 'whose calls').env('EARSHOT_TENANT').default('local');
}

function amount(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('Give an amount, like 5 or 0.50.');
}

function dayIn(text: string): string {
  if (day.safeParse(text).success) return text;
  throw new InvalidArgumentError('Give a day, like 2026-01-31.');
}

/** @param fix for whoever gave something else. */
function wholeNumber(fix: string): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (Number.isInteger(number) && number > 0) return number;
    throw new InvalidArgumentError(fix);
  };
}
