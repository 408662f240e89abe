import { describeProblem, EarshotError } from '../../lib/errors.ts';
import { livekitServer } from './livekit-server.ts';
import { natsServer } from './nats-server.ts';
import { ensureProgram } from './program.ts';

/** What `deploy/setup.mjs` runs with the name of a program: progress on stderr, the binary's path on stdout. */
const name = process.argv[2];
const program = [natsServer, livekitServer].find((one) => one.name === name);
if (!program) throw new Error(`no such program: ${name}`);
try {
  console.log(await ensureProgram(program, (line) => console.error(line)));
} catch (error) {
  if (!(error instanceof EarshotError)) throw error;
  console.error(describeProblem(error.problem));
  process.exitCode = 1;
}
