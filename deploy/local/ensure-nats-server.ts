import { describeProblem, EarshotError } from '../../lib/errors.ts';
import { ensureNatsServer } from './nats-server.ts';

/** What `deploy/setup.mjs` runs: progress on stderr, the binary's path on stdout. */
try {
  console.log(await ensureNatsServer((line) => console.error(line)));
} catch (error) {
  if (!(error instanceof EarshotError)) throw error;
  console.error(describeProblem(error.problem));
  process.exitCode = 1;
}
