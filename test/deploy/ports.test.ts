import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { onPort } from '../../deploy/local/ports.ts';

async function takenPort(): Promise<number> {
  const server = createServer();
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test('a port that is set and in use is an error that names the setting', async () => {
  const port = await takenPort();
  await expect(onPort({ name: 'EARSHOT_NATS_PORT', port }, async (free) => free)).rejects.toMatchObject({
    problem: {
      code: 'port_in_use',
      field: 'EARSHOT_NATS_PORT',
      message: expect.stringContaining(String(port)),
      fix: 'stop it, or unset EARSHOT_NATS_PORT to use a free port',
    },
  });
});

test('a free port that is taken in the meantime is replaced by another', async () => {
  const taken = await takenPort();
  const tried: number[] = [];
  const port = await onPort({ name: 'EARSHOT_NATS_PORT', port: undefined }, async (free) => {
    tried.push(free);
    if (tried.length > 1) return free;
    const thief = createServer();
    onTestFinished(() => void thief.close());
    await new Promise<void>((resolve) => void thief.listen(free, '127.0.0.1', resolve));
    throw new Error('address in use');
  });
  expect(tried).toHaveLength(2);
  expect(port).toBe(tried[1]);
  expect(port).not.toBe(taken);
});

test('a failure that has nothing to do with the port is not tried again', async () => {
  let tries = 0;
  const start = async () => {
    tries++;
    throw new Error('no disk');
  };
  await expect(onPort({ name: 'EARSHOT_NATS_PORT', port: undefined }, start)).rejects.toThrow('no disk');
  expect(tries).toBe(1);
});
