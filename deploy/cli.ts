#!/usr/bin/env node
import { Command } from 'commander';
import { addCommands as addAgentCommands } from '../agent/commands.ts';
import { addCommands as addWorkerCommands } from '../analytics-worker/commands.ts';
import { addCommands as addApiCommands } from '../api/commands.ts';
import { addCommands as addStoreCommands } from '../clickhouse/commands.ts';
import { EARSHOT } from '../lib/command-line.ts';
import { EarshotError } from '../lib/errors.ts';
import { addCommands as addDeployCommands } from './commands.ts';
import { explainMistakes } from './local/explain-mistakes.ts';
import { assertReachable, joinRun } from './local/join-run.ts';

const program = new Command(EARSHOT).description(
  'A voice agent that only collects, and a streaming pipeline that analyses its calls.',
);

for (const add of [addDeployCommands, addAgentCommands, addWorkerCommands, addStoreCommands, addApiCommands])
  add(program);
explainMistakes(program);

try {
  // First: options take their defaults from the environment while the command line is read.
  await joinRun(process.env);
  program.hook('preAction', (_, command) => assertReachable(command, process.env));
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof EarshotError)) throw error;
  const { code, field, message, fix } = error.problem;
  console.error(`error: ${field === undefined ? message : `${field}: ${message}`} [${code}]`);
  if (fix !== undefined) console.error(`fix:   ${fix}`);
  process.exitCode = 1;
}
