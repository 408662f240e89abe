import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { notFound } from './http/problems.ts';
import { newRouter, type ApiEnv } from './http/router.ts';

/** Beside the compiled api, or in `dist/` where the sources run. */
export const DASHBOARD_DIR = path.resolve(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? '../dist/dashboard' : '../dashboard',
);

/** Names of files in here change with what is in them. */
const HASHED = '/assets/';
const YEAR_S = 31_536_000;
const NOT_BUILT = 'The dashboard is not built. Run: npm run build\n';

/** The dashboard's files; every other address is one of its pages and gets the same HTML. */
export function page(folder: string): Hono<ApiEnv> {
  const options = { root: folder, precompressed: true, onFound: stateCaching };
  let files: MiddlewareHandler | undefined;
  return newRouter().get('*', async (c, next) => {
    const { path: address } = c.req;
    if (address === '/v1' || address.startsWith('/v1/')) throw notFound('address');
    if (!existsSync(path.join(folder, 'index.html'))) return c.text(NOT_BUILT, 503);
    files ??= serveStatic(options);
    const file = await files(c, async () => {});
    if (file) return file;
    if (address.startsWith(HASHED)) throw notFound('file');
    return (await serveStatic({ ...options, path: 'index.html' })(c, next)) ?? c.text(NOT_BUILT, 503);
  });
}

function stateCaching(file: string, c: Context): void {
  const hashed = file.includes(`${path.sep}assets${path.sep}`);
  c.header('Cache-Control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
}
