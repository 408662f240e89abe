import path from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;
const OUT = path.join(here, '../../dist/analyze');

/** Bundles `earshot analyze` to dist/analyze, since hundreds of small files take most of its time to load. */
export default defineConfig({
  root: here,
  plugins: [{ name: 'own-place', transform: keepOwnPlace }],
  build: {
    ssr: 'main.ts',
    outDir: OUT,
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { chunkFileNames: '[name]-[hash].js' } },
  },
  /** Of zod little is used; other packages are few files, or wanted only where a model is asked. */
  ssr: { noExternal: ['zod'] },
});

/** What a source of ours finds beside itself (a prompt), or tells from its name (how a command is typed), it does so in the bundle. */
function keepOwnPlace(code: string, id: string): string | undefined {
  if (id.includes('node_modules')) return undefined;
  const source = JSON.stringify(path.relative(OUT, id).replaceAll('\\', '/'));
  return code.replaceAll('import.meta.url', `new URL(${source}, import.meta.url).href`);
}
