import { spawn, type ChildProcess } from 'node:child_process';
import { RoomServiceClient } from 'livekit-server-sdk';
import { findProgram } from '../../deploy/local/program.ts';
import { livekitServer } from '../../deploy/local/livekit-server.ts';
import { freeUdpPort, newRoomsKey, roomsConfig, untilServing, type Rooms } from '../../deploy/local/rooms.ts';
import { EarshotError } from '../../lib/errors.ts';
import { freePort } from '../../lib/ports.ts';

const READY_MS = 15_000;

/** A real livekit-server on free ports of loopback. */
export type TestRooms = Rooms & {
  admin: RoomServiceClient;
  kill(): Promise<void>;
  /** Starts again on the same ports; it remembers nothing. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type StartRoomsOptions = { webhookUrl?: string; departureTimeoutS?: number };

/** Why no room can be had here; undefined when one can. In CI it is a failure, never a reason to leave tests out. */
export async function noRooms(): Promise<string | undefined> {
  try {
    await findProgram(livekitServer);
    return undefined;
  } catch (error) {
    if (!(error instanceof EarshotError) || process.env['CI']) throw error;
    const { message, fix } = error.problem;
    return `calls in rooms were not tested: ${message}. Fix: ${fix}`;
  }
}

export async function startTestRooms(options: StartRoomsOptions = {}): Promise<TestRooms> {
  const [binary, port, udpPort] = [await findProgram(livekitServer), await freePort(), await freeUdpPort()];
  const key = newRoomsKey();
  const config = roomsConfig({ port, udpPort, key, ...options });
  let server: ChildProcess;
  const start = async () => {
    server = spawn(binary, ['--config-body', config], { stdio: 'ignore' });
    await untilServing(port, AbortSignal.timeout(READY_MS));
  };
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    // It waits for its participants when it is asked to end.
    server.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `ws://127.0.0.1:${port}`,
    ...key,
    admin: new RoomServiceClient(`http://127.0.0.1:${port}`, key.apiKey, key.apiSecret),
    kill,
    restart: start,
    stop: kill,
  };
}
