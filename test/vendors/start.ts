import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { EarshotError } from '../../lib/errors.ts';

/** The emulated vendors in a process of their own, as real ones are elsewhere; it ends with this process. */
export type VendorProcess = { url: string; pid: number; stop(): Promise<void> };

export function startVendors(): Promise<VendorProcess> {
  const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const gone = new Promise<void>((done) => child.once('exit', () => done()));
    child.once('exit', (code) => {
      reject(
        new EarshotError({
          code: 'vendors_failed',
          message: `the emulated vendors ended with code ${code}`,
          fix: 'run: node --import tsx test/vendors/main.ts',
        }),
      );
    });
    child.on('message', (message: { phase: string; url: string }) => {
      if (message.phase !== 'ready') return;
      const stop = async () => {
        child.kill('SIGTERM');
        await gone;
      };
      resolve({ url: message.url, pid: child.pid ?? 0, stop });
    });
  });
}
