import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addCommands as addAgentCommands } from '../../agent/commands.ts';
import { addCommands as addWorkerCommands } from '../../analytics-worker/commands.ts';
import { addCommands as addApiCommands } from '../../api/commands.ts';
import { addCommands as addStoreCommands } from '../../clickhouse/commands.ts';
import { addCommands as addDeployCommands } from '../../deploy/commands.ts';
import { assertReachable } from '../../deploy/local/join-run.ts';

const program = new Command('earshot');
for (const add of [addDeployCommands, addAgentCommands, addWorkerCommands, addStoreCommands, addApiCommands])
  add(program);

type Verb = { words: string; command: Command };

function verbsOf(command: Command, words = ''): Verb[] {
  return command.commands.flatMap((child) => {
    const own = { words: `${words}${child.name()}`, command: child };
    return child.commands.length === 0 ? [own] : verbsOf(child, `${own.words} `);
  });
}

const refused = (env: Record<string, string>) =>
  verbsOf(program).filter(({ command }) => {
    try {
      assertReachable(command, env);
      return false;
    } catch (error) {
      expect(error).toMatchObject({ problem: { code: 'no_run', message: 'no run is up in /nowhere' } });
      return true;
    }
  });

describe('commands while no run is up', () => {
  const env = { EARSHOT_STATE_DIR: '/nowhere', NATS_URL: '' };

  it('refuse where they need broker or store', () => {
    const expected = ['agent-config publish', 'agent-config list', 'agent-config show', 'agent-config compare'];
    expected.push(
      'agent-config roll-back',
      'spool drain',
      'stream provision',
      'stream check',
      'dlq list',
      'dlq show',
      'dlq redrive',
    );
    expected.push('call derive', 'analysis current');
    expected.push(...['start', 'resume', 'status', 'diff'].map((verb) => `reprocess ${verb}`));
    expected.push('store migrate', 'store status', 'key make', 'key list', 'key revoke', 'login');
    expect(refused(env).map(({ words }) => words)).toEqual(expected);
  });

  it('begin where an address is set, in the environment or on the command line', () => {
    expect(refused({ ...env, NATS_URL: 'nats://a:1' })).toEqual([]);
    expect(refused({ ...env, CLICKHOUSE_URL: 'http://a:1' })).toEqual([]);
    const drain = verbsOf(program).find(({ words }) => words === 'spool drain')?.command;
    drain?.parseOptions(['--nats', 'nats://a:1']);
    expect(refused(env).map(({ words }) => words)).not.toContain('spool drain');
  });
});
