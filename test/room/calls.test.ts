import { afterAll, beforeAll, describe } from 'vitest';
import { noBrowser } from '../harness/browser.ts';
import { noRooms } from '../harness/livekit.ts';
import { describeBrowserCall } from './browser-call.ts';
import { describeRoomCall } from './room-call.ts';
import { startWorld, TENANT, type World } from './world.ts';

const LONG_MS = 180_000;
const withoutRooms = await noRooms();
const withoutBrowser = noBrowser();
for (const reason of [withoutRooms, withoutBrowser]) if (reason) console.warn(reason);

describe.skipIf(withoutRooms)('with a LiveKit server and an agent', { timeout: LONG_MS }, () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld({ agent: { AGENT_CONFIG: 'test/callers/agent.yaml', EARSHOT_TENANT: TENANT } });
  }, LONG_MS);
  afterAll(() => world?.stop());

  describe('a call in a room', () => {
    describeRoomCall(() => world);
  });
  describe.skipIf(withoutBrowser)('a call through the browser', () => {
    describeBrowserCall(() => world);
  });
});
