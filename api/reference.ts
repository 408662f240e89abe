import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { notFound } from './http/problems.ts';
import type { ApiEnv } from './http/router.ts';
import { EARSHOT } from '../lib/command-line.ts';

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Earshot',
    version: '1',
    description:
      'What callers said, what they waited for, who is worth calling back. Every answer belongs to the tenant of the key. Errors carry a code, the field at fault and what to do.',
  },
  servers: [{ url: '/' }],
};
const FILES: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};
/** The reference page writes its own styles and shows pictures that it carries within. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const DAY_S = 86_400;

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Earshot API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>
`;
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null });\n`;

/** `/openapi.json`, made of the routes of the app, and a page to read it and to try it, `/docs`. Nothing from elsewhere. */
export function addReference(app: OpenAPIHono<ApiEnv>): void {
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: `${EARSHOT} key make`,
  });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'earshot_<installation>',
    description: `The browser login: ${EARSHOT} login`,
  });
  registry.registerComponent('securitySchemes', 'livekit', {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: "LiveKit's signature: a token of its key with the hash of the body",
  });
  registry.registerComponent('securitySchemes', 'webCall', {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that POST /v1/web-calls gave to the caller',
  });
  let document: string | undefined;
  app.get('/openapi.json', (c) => {
    document ??= JSON.stringify(app.getOpenAPI31Document(ABOUT));
    c.header('Content-Type', 'application/json');
    return c.body(document);
  });
  app.get('/docs', (c) => c.html(PAGE, 200, { 'Content-Security-Policy': POLICY }));
  app.get('/docs/start.js', (c) => c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  app.get('/docs/:file', async (c) => {
    const file = c.req.param('file');
    const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    if (type === undefined) throw notFound('file');
    const headers = { 'Content-Type': type, 'Cache-Control': `public, max-age=${DAY_S}` };
    return c.body(await readFile(path.join(folder, file)), 200, headers);
  });
}
