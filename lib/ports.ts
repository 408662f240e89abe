import { createServer } from 'node:net';

/** A port on loopback that nobody else gets until it is released. */
export function holdPort(): Promise<{ port: number; release(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const release = () => new Promise<void>((done) => void server.close(() => done()));
      if (address && typeof address === 'object') resolve({ port: address.port, release });
      else void release().then(() => reject(new Error('no port')));
    });
  });
}

/** A port on loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const { port, release } = await holdPort();
  await release();
  return port;
}
