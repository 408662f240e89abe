import { Command } from 'commander';
import { addAnalyze } from '../../analytics-worker/commands.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { runProgram } from '../../lib/run-program.ts';

/** `earshot analyze` and nothing else. */
const program = new Command(EARSHOT);
addAnalyze(program);
await runProgram(program);
