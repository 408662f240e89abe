import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pause } from '../../lib/retry.ts';
import { livekitServer } from './livekit-server.ts';
import { startProcess, type Running } from './process.ts';
import { findProgram } from './program.ts';
import type { Supervision } from './supervision.ts';

const POLL_MS = 20;
/** It waits for its participants to leave; those of a local run are ended before it. */
const STOP_DEADLINE_MS = 1_000;

/** A room's server and the key for it. */
export type Rooms = { url: string; apiKey: string; apiSecret: string };

export type RoomsOptions = {
  port: number;
  udpPort: number;
  key: Pick<Rooms, 'apiKey' | 'apiSecret'>;
  /** Where LiveKit says what happens in its rooms. */
  webhookUrl?: string | undefined;
  /** How long a room outlives its last participant, s. */
  departureTimeoutS?: number;
};

/** The server's configuration for one machine: loopback only, and nobody outside is asked. JSON is YAML too. */
export function roomsConfig({ port, udpPort, key, webhookUrl, departureTimeoutS = 5 }: RoomsOptions): string {
  return JSON.stringify({
    port,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      udp_port: udpPort,
      // It would listen on every address.
      tcp_port: 0,
      node_ip: '127.0.0.1',
      use_external_ip: false,
      enable_loopback_candidate: true,
      interfaces: { includes: ['lo'] },
      // Without one, callers are told to ask public servers.
      stun_servers: ['127.0.0.1:9'],
    },
    keys: { [key.apiKey]: key.apiSecret },
    room: { auto_create: true, empty_timeout: 60, departure_timeout: departureTimeoutS },
    logging: { level: 'info', json: true },
    ...(webhookUrl ? { webhook: { api_key: key.apiKey, urls: [webhookUrl] } } : {}),
  });
}

/** A key of this run; the server asks for 32 characters and more. */
export function newRoomsKey(): Pick<Rooms, 'apiKey' | 'apiSecret'> {
  return { apiKey: 'earshot-local', apiSecret: randomBytes(24).toString('base64url') };
}

/** A livekit-server of our own, on loopback. */
export async function startRooms(
  { state, env, ...supervision }: Supervision,
  options: RoomsOptions,
): Promise<{ process: Running; url: string }> {
  const binary = await findProgram(livekitServer, { env });
  const conf = path.join(state.dir, 'livekit.json');
  await writeFile(conf, roomsConfig(options), { mode: 0o600 });
  const process = await startProcess({
    name: 'rooms',
    command: { binary, args: ['--config', conf] },
    env,
    cwd: state.dir,
    logFile: path.join(state.logs, 'rooms.log'),
    ready: (signal) => untilServing(options.port, signal),
    stopDeadlineMs: STOP_DEADLINE_MS,
    ...supervision,
  });
  return { process, url: `ws://127.0.0.1:${options.port}` };
}

/** A port of the kind that media take, free at the moment. */
export function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** Rejects once given up. */
export async function untilServing(port: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/`, { signal })).ok) return;
    } catch (error) {
      if (signal.aborted) throw error;
    }
    await pause(POLL_MS, signal);
  }
}
