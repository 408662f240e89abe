#!/usr/bin/env node
import { Command } from 'commander';
import { addCommands as addAgentCommands } from '../agent/commands.ts';
import { addCommands as addWorkerCommands } from '../analytics-worker/commands.ts';
import { addCommands as addApiCommands } from '../api/commands.ts';
import { addCommands as addStoreCommands } from '../clickhouse/commands.ts';
import { EARSHOT } from '../lib/command-line.ts';
import { runProgram } from '../lib/run-program.ts';
import { addCommands as addDeployCommands } from './commands.ts';
import { assertReachable, joinRun } from './local/join-run.ts';

const program = new Command(EARSHOT).description(
  'A voice agent that only collects, and a streaming pipeline that analyses its calls.',
);

for (const add of [addDeployCommands, addAgentCommands, addWorkerCommands, addStoreCommands, addApiCommands])
  add(program);
program.hook('preAction', (_, command) => assertReachable(command, process.env));
await runProgram(program, () => joinRun(process.env));
