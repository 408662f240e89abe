import { gunzipSync } from 'node:zlib';
import { asNumber, listOf, readMessage, textOf, type Message, type Table } from './protobuf.ts';

/** What an agent uploaded in one request, decoded. Times are epoch ms. */
export type Upload =
  | { kind: 'traces'; spans: Span[] }
  | { kind: 'logs'; records: LogRecord[] }
  | { kind: 'metrics'; names: string[] }
  | { kind: 'recording'; header: Message; history: Message; audioBytes: number };

export type Attributes = Record<string, unknown>;
export type Span = {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  startAt: number;
  endAt: number;
  error: string | undefined;
  attributes: Attributes;
  events: { name: string; at: number; attributes: Attributes }[];
  resource: Attributes;
};
export type LogRecord = {
  scope: string;
  scopeAttributes: Attributes;
  at: number;
  severity: string;
  body: string;
  attributes: Attributes;
};

/** A captured request: a line of the fixtures. */
export type Captured = { url: string; headers: Record<string, string>; body: string };

export function decodeUpload({ url, headers, body }: Captured): Upload {
  const path = url.replace(/\/{2,}/g, '/');
  const raw = Buffer.from(body, 'base64');
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
  const type = headers['content-type'] ?? '';
  if (path.endsWith('/recordings/v0')) return recording(bytes, type);
  const signal = /\/(traces|logs|metrics)\/otlp\/v0$/.exec(path)?.[1];
  const read = (table: Table): Message => (type.includes('json') ? parsed(bytes) : readMessage(bytes, table));
  if (signal === 'traces')
    return { kind: 'traces', spans: flat(read(TRACES), 'resourceSpans', 'scopeSpans', 'spans').map(span) };
  if (signal === 'logs')
    return { kind: 'logs', records: flat(read(LOGS), 'resourceLogs', 'scopeLogs', 'logRecords').map(record) };
  const points = flat(read(METRICS), 'resourceMetrics', 'scopeMetrics', 'metrics');
  return { kind: 'metrics', names: points.map(({ item }) => textOf(item['name'])) };
}

const VALUE: Table = {
  1: ['stringValue', 'text'],
  2: ['boolValue', 'bool'],
  3: ['intValue', 'int'],
  4: ['doubleValue', 'double'],
  5: ['arrayValue', () => ({ 1: ['values', () => VALUE, 'many'] })],
  6: ['kvlistValue', () => ({ 1: ['values', () => PAIR, 'many'] })],
  7: ['bytesValue', 'bytes'],
};
const PAIR: Table = { 1: ['key', 'text'], 2: ['value', () => VALUE] };
const EVENT: Table = { 1: ['timeUnixNano', 'fixed'], 2: ['name', 'text'], 3: ['attributes', () => PAIR, 'many'] };
const SPAN: Table = {
  1: ['traceId', 'hex'],
  2: ['spanId', 'hex'],
  4: ['parentSpanId', 'hex'],
  5: ['name', 'text'],
  7: ['startTimeUnixNano', 'fixed'],
  8: ['endTimeUnixNano', 'fixed'],
  9: ['attributes', () => PAIR, 'many'],
  11: ['events', () => EVENT, 'many'],
  15: ['status', () => ({ 2: ['message', 'text'], 3: ['code', 'int'] })],
};
const LOG: Table = {
  1: ['timeUnixNano', 'fixed'],
  3: ['severityText', 'text'],
  5: ['body', () => VALUE],
  6: ['attributes', () => PAIR, 'many'],
};
const METRIC: Table = { 1: ['name', 'text'] };
const HEADER: Table = {
  1: ['roomId', 'text'],
  3: ['durationMs', 'int'],
  4: ['startTime', () => ({ 1: ['seconds', 'int'], 2: ['nanos', 'int'] })],
  8: ['jobId', 'text'],
  11: ['sessionSummary', 'text'],
};
const TRACES = grouped('resourceSpans', 'scopeSpans', 'spans', SPAN);
const LOGS = grouped('resourceLogs', 'scopeLogs', 'logRecords', LOG);
const METRICS = grouped('resourceMetrics', 'scopeMetrics', 'metrics', METRIC);

function grouped(resources: string, scopes: string, items: string, item: Table): Table {
  const scope: Table = { 1: ['name', 'text'], 3: ['attributes', () => PAIR, 'many'] };
  const inner: Table = { 1: ['scope', () => scope], 2: [items, () => item, 'many'] };
  const resource: Table = { 1: ['attributes', () => PAIR, 'many'] };
  return { 1: [resources, () => ({ 1: ['resource', () => resource], 2: [scopes, () => inner, 'many'] }), 'many'] };
}

type Flat = { item: Message; resource: Attributes; scope: Message };

function flat(message: Message, resources: string, scopes: string, items: string): Flat[] {
  return messages(message[resources]).flatMap((group) =>
    messages(group[scopes]).flatMap((inner) =>
      messages(inner[items]).map((item) => ({
        item,
        resource: attributes(asRecord(group['resource'])),
        scope: asRecord(inner['scope']),
      })),
    ),
  );
}

function span({ item, resource }: Flat): Span {
  const status = asRecord(item['status']);
  return {
    traceId: textOf(item['traceId']),
    spanId: textOf(item['spanId']),
    parentSpanId: textOf(item['parentSpanId']),
    name: textOf(item['name']),
    startAt: msOf(item['startTimeUnixNano']),
    endAt: msOf(item['endTimeUnixNano']),
    error: status['code'] === 2 ? textOf(status['message']) : undefined,
    attributes: attributes(item),
    events: messages(item['events']).map((event) => ({
      name: textOf(event['name']),
      at: msOf(event['timeUnixNano']),
      attributes: attributes(event),
    })),
    resource,
  };
}

function record({ item, scope }: Flat): LogRecord {
  return {
    scope: textOf(scope['name']),
    scopeAttributes: attributes(scope),
    at: msOf(item['timeUnixNano']),
    severity: textOf(item['severityText']),
    body: textOf(plain(item['body'])),
    attributes: attributes(item),
  };
}

/** The parts of a recording's upload: a header, the conversation, the audio. */
function recording(bytes: Buffer, type: string): Upload {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1] ?? '';
  const parts = new Map<string, Buffer>();
  const separator = Buffer.from(`--${boundary}`);
  for (let at = bytes.indexOf(separator); at >= 0;) {
    const headEnd = bytes.indexOf('\r\n\r\n', at);
    const next = bytes.indexOf(separator, at + separator.length);
    if (headEnd < 0 || next < 0) break;
    const name = /name="?([^";]+)"?/.exec(bytes.subarray(at, headEnd).toString())?.[1];
    if (name) parts.set(name, bytes.subarray(headEnd + 4, next - 2));
    at = next;
  }
  const part = (name: string) => parts.get(name) ?? Buffer.alloc(0);
  return {
    kind: 'recording',
    header: readMessage(part('header'), HEADER),
    history: parsed(part('chat_history')),
    audioBytes: part('audio').length,
  };
}

/** An attribute's value, out of protobuf or OTLP/JSON. */
function plain(value: unknown): unknown {
  const any = asRecord(value);
  if ('intValue' in any)
    return typeof any['intValue'] === 'string' ? asNumber(BigInt(any['intValue'])) : any['intValue'];
  if ('arrayValue' in any) return messages(asRecord(any['arrayValue'])['values']).map(plain);
  if ('kvlistValue' in any) return pairs(asRecord(any['kvlistValue'])['values']);
  return any['stringValue'] ?? any['boolValue'] ?? any['doubleValue'] ?? any['bytesValue'] ?? null;
}

function attributes(message: Message): Attributes {
  return pairs(message['attributes']);
}

function pairs(list: unknown): Attributes {
  return Object.fromEntries(messages(list).map((pair) => [textOf(pair['key']), plain(pair['value'])]));
}

function messages(value: unknown): Message[] {
  return listOf(value).map(asRecord);
}

export function asRecord(value: unknown): Message {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Message) : {};
}

function parsed(bytes: Buffer): Message {
  return asRecord(JSON.parse(bytes.toString('utf8')));
}

function msOf(nanoseconds: unknown): number {
  return Number(BigInt(textOf(nanoseconds) || 0) / 1_000n) / 1_000;
}
