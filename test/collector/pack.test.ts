import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { packCollector } from '../../agent/collector/pack.ts';
import { balance, inOrder, only, startBroker, storedFacts, tempDir } from './helpers.ts';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '..', '..');

/** Somebody else's agent: types checked, then run. The two errors that are expected prove that the types arrived. */
const AGENT = `
import { initializeLogger, voice } from '@livekit/agents';
import { attachCollector, type Collector, type CollectorStats } from '@earshot/collector';

const [url = '', dir = ''] = process.argv.slice(2);
initializeLogger({ pretty: false, level: 'silent' });
const session = new voice.AgentSession<{ mine: number }>({
  llm: new voice.testing.FakeLLM([{ input: 'hi', content: 'Hello there' }]),
  vad: null,
  turnHandling: { turnDetection: null },
  userAwayTimeout: null,
});
const collector: Collector = attachCollector(session, { tenant: 'acme', call: 'packed', nats: { url }, spool: { dir } });
await session.start({ agent: new voice.Agent({ instructions: 'test' }) });
await session.run({ userInput: 'hi' }).wait();
collector.publish('signal.recorded', { name: 'team_size', value: 12 });
// @ts-expect-error there is no such fact
void (() => collector.publish('signal.invented', {}));
// @ts-expect-error a tenant is text
void (() => attachCollector(session, { tenant: 1 }));
collector.markEnding('agent_ended');
await session.close();
const stats: CollectorStats = await collector.close();
console.log(JSON.stringify(stats));
`;

test('the packed collector works in an empty project with its own agent, and the books balance', async () => {
  const broker = await startBroker();
  const project = tempDir('project');
  const tgz = await packCollector(tempDir('pack'));
  writeFileSync(path.join(project, 'package.json'), '{ "name": "theirs", "type": "module", "private": true }');
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--legacy-peer-deps', tgz], {
    cwd: project,
  });
  mkdirSync(path.join(project, 'node_modules', '@livekit'), { recursive: true });
  for (const peer of ['agents', 'rtc-node']) {
    symlinkSync(
      path.join(ROOT, 'node_modules', '@livekit', peer),
      path.join(project, 'node_modules', '@livekit', peer),
    );
  }
  const installed = JSON.parse(
    readFileSync(path.join(project, 'node_modules/@earshot/collector/package.json'), 'utf8'),
  );
  expect(Object.keys(installed.dependencies)).toEqual(['nats', 'zod']);
  expect(Object.keys(installed.peerDependencies)).toEqual(['@livekit/agents']);

  writeFileSync(path.join(project, 'agent.ts'), AGENT);
  const compilerOptions = {
    ...{
      target: 'es2023',
      lib: ['es2023', 'dom'],
      module: 'nodenext',
      strict: true,
      skipLibCheck: true,
      outDir: 'out',
    },
    ...{ types: ['node'], typeRoots: [path.join(ROOT, 'node_modules', '@types')] },
  };
  writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['agent.ts'] }));
  await run(path.join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', '.'], { cwd: project });
  const spool = path.join(project, 'spool');
  const { stdout } = await run(process.execPath, ['out/agent.js', broker.url, spool], { cwd: project });

  const facts = await storedFacts(broker.nc);
  expect(balance(facts)).toMatchObject({ by: 'self', gaps: [], lastSeq: JSON.parse(stdout).published });
  expect(inOrder(facts)).toBe(true);
  expect(only(facts, 'item.committed').map(({ text }) => text)).toEqual(['hi', 'Hello there']);
  expect(only(facts, 'call.ended')).toMatchObject([{ reason: 'agent_ended', by: 'agent' }]);
}, 120_000);
