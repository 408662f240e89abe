import { voice } from '@livekit/agents';
import { attachCollector } from '../../agent/collector/index.ts';
import { textSession } from './sessions.ts';

/** A script that forgets the collector: it only closes its session. Arguments: broker, spool. */
const [url = '', dir = ''] = process.argv.slice(2);
const session = textSession(new voice.testing.FakeLLM([{ input: 'hi', content: 'Hello there' }]));
attachCollector(session, { tenant: 'acme', call: 'call-1', nats: { url }, spool: { dir } });
await session.start({ agent: new voice.Agent({ instructions: 'test' }) });
await session.run({ userInput: 'hi' }).wait();
await session.close();
