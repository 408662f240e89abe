import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { earlyScript } from './early-script.ts';
import { precompress } from './precompress.ts';

/** Few files of what every page needs, instead of one for each thing that two pages share. */
const GROUPS = [
  /** What asks for a page's data, without a library. */
  {
    name: 'ask',
    priority: 1,
    test: /preload-helper|dashboard[\\/]src[\\/](early|first-views|api[\\/].*|live[\\/](store|source|reduce)|app[\\/]address|pages[\\/](at-once|[a-z]+[\\/]search))\.ts$/,
  },
  {
    name: 'vendor',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|@mantine[\\/](core|hooks|notifications|store)|@floating-ui|@tabler)[\\/]/,
  },
  /** Only what makes calls. */
  { name: 'livekit', test: /node_modules[\\/](livekit-client|@livekit)[\\/]/ },
  /** Only what draws lines. */
  { name: 'chart', test: /node_modules[\\/]d3-|dashboard[\\/]src[\\/]parts[\\/]chart[\\/]/ },
  /** The frame of every page, without what lies over it only when asked for. */
  { name: 'parts', test: /dashboard[\\/]src[\\/](app(?![\\/](help|palette))|parts|format|live)[\\/]/ },
];

const here = import.meta.dirname;

/** Builds the pages to dist/dashboard, which the api serves. `API_URL` is where the development server finds the api. */
export default defineConfig(({ mode }) => {
  const { API_URL = 'http://127.0.0.1:8080' } = loadEnv(mode, here, 'API_');
  const proxy = { '/v1': { target: API_URL, changeOrigin: true } };
  return {
    root: here,
    plugins: [react(), earlyScript(), precompress()],
    server: { proxy },
    preview: { proxy },
    build: {
      outDir: '../dist/dashboard',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        input: { index: `${here}/index.html`, early: `${here}/src/early.ts` },
        output: { codeSplitting: { groups: GROUPS } },
      },
    },
  };
});
