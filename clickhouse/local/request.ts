import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { EngineRequest } from './engine.ts';
import { refusals } from './exception.ts';
import { takesRows } from './statement.ts';

export type StoreRequest = Omit<EngineRequest, 'signal'>;

const MAX_SQL_BYTES = 16 * 1024 * 1024;
const MAX_ROWS_BYTES = 512 * 1024 * 1024;

/** URL parameters of the HTTP interface that are no settings of the engine. */
const NO_SETTINGS = new Set(
  (
    'query database user password query_id session_id session_timeout session_check default_format quota_key role ' +
    'compress decompress wait_end_of_query enable_http_compression http_zlib_compression_level stacktrace buffer_size ' +
    'close_session client_protocol_version send_progress_in_http_headers http_headers_progress_interval_ms ' +
    'http_response_buffer_size'
  ).split(' '),
);

/** Reads a request of ClickHouse's HTTP interface; the rows of an insert go to a file. @throws StoreException */
export async function readRequest(
  req: IncomingMessage,
  url: URLSearchParams,
  options: { database: string; inbox: string },
): Promise<StoreRequest> {
  const settings = new Map<string, string>();
  const params = new Map<string, string>();
  for (const [name, value] of url) {
    if (name.startsWith('param_')) params.set(name.slice('param_'.length), value);
    else if (!NO_SETTINGS.has(name)) settings.set(name, value);
  }
  const request = {
    sql: url.get('query') ?? '',
    database: url.get('database') ?? req.headers['x-clickhouse-database']?.toString() ?? options.database,
    settings,
    params,
    format: url.get('default_format') ?? req.headers['x-clickhouse-format']?.toString() ?? 'TabSeparated',
    readonly: req.method === 'GET' || req.method === 'HEAD',
  };
  const body = decoded(req);
  const type = req.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    for (const [name, value] of await readForm(body, type)) {
      if (name === 'query') request.sql += value;
      else if (name.startsWith('param_')) params.set(name.slice('param_'.length), value);
    }
    return request;
  }
  if (takesRows(request.sql)) return { ...request, rowsFile: await toFile(body, options.inbox) };
  const rest = (await readAll(body)).toString();
  return { ...request, sql: [request.sql, rest].filter(Boolean).join('\n') };
}

function decoded(req: IncomingMessage): Readable {
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return req;
  if (encoding !== 'gzip') throw refusals.badArgument('Content-Encoding must be gzip or none.');
  const gunzip = createGunzip();
  req.on('error', (error) => gunzip.destroy(error));
  return req.pipe(gunzip);
}

async function toFile(body: Readable, inbox: string): Promise<string> {
  const file = path.join(inbox, randomUUID());
  let bytes = 0;
  const cap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > MAX_ROWS_BYTES ? refusals.tooLarge('The rows are too large for one insert.') : null, chunk);
    },
  });
  try {
    await pipeline(body, cap, createWriteStream(file, { mode: 0o600 }));
    return file;
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function readAll(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    const buffer: Buffer = Buffer.from(chunk);
    bytes += buffer.length;
    if (bytes > MAX_SQL_BYTES) throw refusals.tooLarge('The statement is too large.');
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}

async function readForm(body: Readable, type: string): Promise<[string, string][]> {
  const form = await new Response(new Uint8Array(await readAll(body)), {
    headers: { 'content-type': type },
  }).formData();
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
