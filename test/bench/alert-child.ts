import { parseArgs } from 'node:util';
import { voice } from '@livekit/agents';
import { attachCollector } from '../../agent/collector/index.ts';
import { pause } from '../../lib/retry.ts';
import { textSession } from '../collector/sessions.ts';
import { Loudspeaker } from '../collector/voice-stubs.ts';
import { endWithParent, reportToParent } from './child.ts';
import { capturedCall, createReplay } from './replay.ts';

/**
 * Calls at once in one process: real sessions that emit a captured call at its own pace, each with a collector and a spool.
 * In each the caller says at some moment what makes him a hot lead. Arguments: `--calls`, `--ms` of each call, `--hot-from` and
 * `--hot-over` (that moment, ms into the call and spread), `--round`, `--nats`, `--spool`.
 */
endWithParent();
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1' },
    ms: { type: 'string', default: '30000' },
    'hot-from': { type: 'string', default: '10000' },
    'hot-over': { type: 'string', default: '0' },
    round: { type: 'string', default: '0' },
    nats: { type: 'string', default: '' },
    spool: { type: 'string', default: '' },
  },
});
const SENTENCE = 'We have to decide this week, and I decide.';
/** What is known before that sentence. */
const EARLIER: [name: string, value: unknown, quote: string][] = [
  ['team_size', 12, 'twelve of us'],
  ['monthly_volume', 300, 'three hundred a month'],
  ['integration_needs', ['salesforce'], 'it has to work with Salesforce'],
];

const count = Number(values.calls);
const hotAt = (index: number) => Number(values['hot-from']) + (Number(values['hot-over']) * index) / count;
const published = await Promise.all(Array.from({ length: count }, (_, index) => call(index)));
reportToParent({ facts: published.reduce((sum, one) => sum + one, 0) });

/** One call in real time. Resolves with how many facts it published. */
async function call(index: number): Promise<number> {
  const session = textSession();
  const speaker = new Loudspeaker('nothing');
  session.output.audio = speaker;
  session.on(voice.AgentSessionEventTypes.Error, () => undefined);
  const collector = attachCollector(session, {
    tenant: 'bench',
    call: `round-${values.round}-call-${index}`,
    nats: { url: values.nats },
    spool: { dir: values.spool },
    drain: false,
    participant: { name: `Caller ${index}`, company: 'Northbeam', email: `caller-${index}@northbeam.example` },
    onProblem: (problem) => console.error(problem),
  });
  await session.start({ agent: new voice.Agent({ instructions: 'measure' }) });
  const started = performance.now();
  const until = (ms: number) => pause(Math.max(0, started + ms - performance.now()));
  const saying = (async () => {
    for (const [at, [name, value, quote]] of EARLIER.entries()) {
      await until((hotAt(index) * (at + 1)) / (EARLIER.length + 1));
      collector.publish('signal.recorded', { name, value, quote });
    }
    await until(hotAt(index));
    const item = { itemId: 'hot', role: 'user', text: SENTENCE, createdAt: Date.now(), interrupted: false } as const;
    collector.publish('item.committed', item);
    collector.publish('signal.recorded', {
      name: 'decision_timeline',
      value: 'this_week',
      quote: SENTENCE,
      itemId: 'hot',
    });
  })();
  const { prepare } = createReplay(session, speaker);
  for (const captured of capturedCall()) {
    if (captured.atMs > Number(values.ms)) break;
    await until(captured.atMs);
    prepare(captured)();
  }
  await saying;
  await until(Number(values.ms));
  return (await collector.close()).published;
}
