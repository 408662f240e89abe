import type { Program } from './program.ts';
import { goRoad } from './program-roads.ts';

/** Newer ones cannot be installed as a module: theirs replaces others. */
const VERSION = '1.13.5';
const MODULE = 'github.com/livekit/livekit-server/cmd/server';

/** The server of rooms. Building one takes some minutes, once for each user. */
export const livekitServer: Program = {
  name: 'livekit-server',
  variable: 'LIVEKIT_SERVER',
  oldest: '1.8.0',
  roads: [goRoad({ path: MODULE, version: VERSION, builds: 'server' })],
  slow: 'is built once, which takes some minutes',
  missing: 'livekit_server_missing',
  setup: 'npm run setup -- --rooms',
  howToInstall:
    process.platform === 'darwin' ? 'brew install livekit' : `install Go (go install ${MODULE}@v${VERSION} builds it)`,
};
