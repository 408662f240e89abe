import fs from 'node:fs';

/** The two writes of a spool, so that a test can put a slow or a broken disk under it. Both give the bytes written. */
export type Disk = {
  writeNow(fd: number, buffers: Uint8Array[]): number;
  writeLater(fd: number, buffers: Uint8Array[]): Promise<number>;
};

export const realDisk: Disk = {
  writeNow: (fd, buffers) => fs.writevSync(fd, buffers),
  writeLater: (fd, buffers) =>
    new Promise((resolve, reject) => {
      fs.writev(fd, buffers, (error, written) => (error ? reject(error) : resolve(written)));
    }),
};

export function totalBytes(buffers: readonly Uint8Array[]): number {
  return buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
}
