import { rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Log } from '../../lib/log.ts';
import { checkAccess, type Access } from './access.ts';
import type { Engine, EngineResult } from './engine.ts';
import { exceptionOf, httpStatus, httpText } from './exception.ts';
import { readRequest, type StoreRequest } from './request.ts';

export type StoreServerOptions = { engine: Engine; access: Access; database: string; log: Log };

/** As real servers allow: parameters may stand in the URL. */
const MAX_URL_BYTES = 1024 * 1024;
/** Longer than clients keep an idle socket, so that none writes to one that is just being closed. */
const KEEP_ALIVE_MS = 30_000;

const compress = promisify(gzip);

/** ClickHouse's HTTP interface in front of the engine: what clients of a real server use, answers unstreamed. */
export function createStoreServer(options: StoreServerOptions): Server {
  const server = createServer({ maxHeaderSize: MAX_URL_BYTES, keepAliveTimeout: KEEP_ALIVE_MS }, (req, res) => {
    answer(options, req, res).catch((error: unknown) => refuse(options.log, req, res, error));
  });
  return server;
}

async function answer(options: StoreServerOptions, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { pathname, searchParams: url } = new URL(req.url ?? '/', 'http://store');
  if (pathname === '/ping' || (pathname === '/' && req.method === 'GET' && !url.has('query'))) return ok(res);
  if (pathname !== '/') return void res.writeHead(404).end('There is no such path.\n');
  checkAccess(req, url, options.access);
  const aborted = new AbortController();
  res.on('close', () => aborted.abort());
  const request = await readRequest(req, url, { database: options.database, inbox: options.engine.inbox });
  const startedAt = performance.now();
  const result = await runAndTidy(options.engine, request, aborted.signal);
  const durationMs = Math.round(performance.now() - startedAt);
  options.log.debug({ query: request.settings.get('log_comment'), rows: result.rows, durationMs }, 'statement done');
  await send(req, res, url, request, result);
}

async function runAndTidy(engine: Engine, request: StoreRequest, signal: AbortSignal): Promise<EngineResult> {
  try {
    return await engine.run({ ...request, signal });
  } finally {
    if (request.rowsFile !== undefined) await rm(request.rowsFile, { force: true });
  }
}

async function send(
  req: IncomingMessage,
  res: ServerResponse,
  url: URLSearchParams,
  request: StoreRequest,
  result: EngineResult,
): Promise<void> {
  const zipped = url.get('enable_http_compression') === '1' && /\bgzip\b/.test(String(req.headers['accept-encoding']));
  const bytes = zipped ? await compress(result.bytes, { level: 1 }) : result.bytes;
  res.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': bytes.byteLength,
    'X-ClickHouse-Query-Id': url.get('query_id') ?? '',
    'X-ClickHouse-Timezone': 'UTC',
    'X-ClickHouse-Summary': summary(result, request.rowsFile !== undefined),
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
  });
  res.end(bytes);
}

function summary({ rows, readBytes, elapsedSeconds }: EngineResult, wrote: boolean): string {
  const [read, written] = wrote ? [0, rows] : [rows, 0];
  return JSON.stringify({
    read_rows: String(read),
    read_bytes: String(wrote ? 0 : readBytes),
    written_rows: String(written),
    written_bytes: String(wrote ? readBytes : 0),
    total_rows_to_read: '0',
    result_rows: String(read),
    result_bytes: '0',
    elapsed_ns: String(Math.round(elapsedSeconds * 1e9)),
  });
}

function refuse(log: Log, req: IncomingMessage, res: ServerResponse, error: unknown): void {
  const exception = exceptionOf(error);
  log.debug({ code: exception.code, type: exception.type }, 'statement refused');
  if (res.headersSent || res.destroyed) return void res.destroy();
  const headers = {
    'Content-Type': 'text/plain; charset=UTF-8',
    'X-ClickHouse-Exception-Code': String(exception.code),
  };
  /** What is left of the body is not read: the client hears the answer, then the end of the connection. */
  if (!req.complete) res.shouldKeepAlive = false;
  res.writeHead(httpStatus(exception), headers).end(httpText(exception));
}

function ok(res: ServerResponse): void {
  res.writeHead(200, { 'Content-Type': 'text/plain; charset=UTF-8' }).end('Ok.\n');
}
