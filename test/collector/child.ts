import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { attachCollector } from '../../agent/collector/index.ts';
import { textSession } from './sessions.ts';

/**
 * A process with a collector, for tests that kill it. It publishes without end and writes the number of each accepted
 * event to stdout, so that the tally is kept outside. Arguments: broker, spool, what to do after 200 events.
 */
const [url = '', dir = '', then = 'go on'] = process.argv.slice(2);
const STDOUT = 1;

const collector = attachCollector(textSession(), {
  tenant: 'acme',
  call: 'call-1',
  nats: { url },
  spool: { dir },
  drain: false,
});
writeSync(STDOUT, `instance ${collector.instance}\n`);
for (let i = 1; ; i++) {
  collector.publish('caller.transcribed', { text: `words ${i}`, isFinal: true, language: null });
  writeSync(STDOUT, `${collector.stats().mode} ${collector.stats().published}\n`);
  if (i % 20 === 0) await delay(5);
  if (i === 200 && then === 'exit') process.exit(0);
  if (i === 200 && then === 'crash') throw new Error('crash');
}
