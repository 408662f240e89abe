import { openSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { initializeLogger, voice } from '@livekit/agents';
import { attachCollector } from '../../agent/collector/index.ts';

/**
 * An agent in a process of its own that talks until it is told to finish. How many events its collector has accepted it
 * writes, one line each, into a file that outlives it.
 */
const { values } = parseArgs({
  options: {
    nats: { type: 'string', default: '' },
    spool: { type: 'string', default: '' },
    tally: { type: 'string', default: '' },
    call: { type: 'string', default: '' },
    'every-ms': { type: 'string', default: '20' },
    'spool-bytes': { type: 'string', default: String(64 * 1024 * 1024) },
    'heartbeat-ms': { type: 'string', default: '200' },
  },
});

initializeLogger({ pretty: false, level: 'silent' });
const tally = openSync(values.tally, 'a');
const replies = [{ input: 'hello', content: 'Hello. How many of you are there?' }];
const session = new voice.AgentSession({
  llm: new voice.testing.FakeLLM(replies),
  vad: null,
  turnHandling: { turnDetection: null },
});
const collector = attachCollector(session, {
  call: values.call,
  nats: { url: values.nats },
  spool: { dir: values.spool, maxBytes: Number(values['spool-bytes']) },
  heartbeatMs: Number(values['heartbeat-ms']),
  agent: { name: 'kill-test' },
});
await session.start({ agent: new voice.Agent({ instructions: 'Answer.' }) });
await session.run({ userInput: 'hello' }).wait();

let said = 0;
const speaking = setInterval(() => {
  collector.publish('signal.recorded', { name: 'team_size', value: ++said, quote: `we are ${said}` });
  const { published, refused } = collector.stats();
  writeSync(tally, `${published} ${refused}\n`);
}, Number(values['every-ms']));

async function finish(): Promise<void> {
  clearInterval(speaking);
  collector.markEnding('agent_ended');
  await session.close();
  const stats = await collector.close(20_000);
  process.send?.({ finished: stats }, () => process.exit(0));
}

process.on('message', () => void finish());
process.on('disconnect', () => process.exit(1));
process.send?.({ ready: true });
