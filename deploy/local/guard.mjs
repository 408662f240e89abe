// Runs a foreign program on behalf of the launcher and ends it when the launcher is gone, however that came about
// (kill -9 included): then the IPC channel closes. Usage: node guard.mjs <program> [argument…], with a channel.
import { spawn } from 'node:child_process';

const TERM_DEADLINE_MS = 3_000;

// Before the program is there: a guard that a signal ends at once would leave it behind.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, end);

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
child.once('spawn', () => (process.connected ? process.send({ pid: child.pid }) : end()));
child.once('error', (error) => {
  console.error(`guard: ${program}: ${error.message}`);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));

function end() {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), TERM_DEADLINE_MS).unref();
}
