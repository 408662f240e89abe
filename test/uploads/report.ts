import { createHash } from 'node:crypto';
import { asRecord, type LogRecord, type Upload } from './decode.ts';
import { defined, type Fields } from './fields.ts';
import { mapItems } from './reportItems.ts';
import { usageRow } from './metricsJson.ts';
import type { Out } from './out.ts';
import { listOf } from './protobuf.ts';
import { endReasonOf } from './reasons.ts';

/** Log records of one request: the report with its items, and what the SDK logged. */
export function mapLogs(out: Out, records: LogRecord[]): void {
  const items = records
    .filter(({ body }) => body === 'chat item')
    .map(({ attributes }) => {
      const fields = out.fields('log chat item', attributes);
      const item = asRecord(fields.any('chat.item'));
      const [type = '', values] = Object.entries(item)[0] ?? [];
      return out.fields(`item ${type}`, { type, ...asRecord(values) });
    });
  mapItems(out, items);
  for (const record of records) {
    if (record.body === 'session report') mapReport(out, record);
    else if (record.body !== 'chat item') mapLine(out, record);
  }
}

function mapReport(out: Out, record: LogRecord): void {
  const fields = out.fields('log session report', record.attributes);
  const name = fields.text('agent_name') ?? '';
  const version = fields.text('sdk_version');
  const sdk = { name: 'livekit-agents', ...defined({ version }) };
  const room = defined({ name: textOf(record.scopeAttributes['room']), sid: fields.text('room_id') });
  out.add('report/started', record.at, 'call.started', {
    startedAt: record.at,
    agent: { name },
    sdk,
    channel: 'unknown',
    room,
  });
  addUsage(out, fields, record.at, 'report/usage');
  const values = {
    options: fields.any('session.options'),
    tags: fields.any('session.tags'),
    reportedAt: fields.any('session.report_timestamp'),
  };
  out.add('report/options', record.at, 'metrics.other', { metric: 'session.report', values });
}

function addUsage(out: Out, fields: Fields, at: number, key: string): void {
  const models = fields.list('usage').map((row) => usageRow(out.fields('usage', asRecord(row))));
  out.add(key, at, 'usage.reported', { models });
}

/** What the SDK logged: the end of the session says why, a warning is an error that the session bore. */
function mapLine(out: Out, { body, at, severity, attributes }: LogRecord): void {
  const where = severity === 'INFO' ? `info ${body}` : `log ${severity}`;
  const fields = out.fields(where, attributes);
  const key = (part: string) =>
    createHash('sha256')
      .update(`${part} ${at} ${body} ${JSON.stringify(attributes)}`)
      .digest('hex');
  if (body === 'AgentSession closed') {
    const detail = fields.text('reason');
    out.add(key('ended'), at, 'call.ended', { endedAt: at, ...endReasonOf(detail), ...defined({ detail }) });
  } else if (body.startsWith('closing agent session')) {
    const detail = fields.text('reason');
    out.add(key('ended'), at, 'call.ended', { endedAt: at, ...endReasonOf(detail), ...defined({ detail }) });
  } else if (severity !== 'INFO' && severity !== 'DEBUG') {
    const details = fields.rest();
    out.add(key('line'), at, 'error.raised', {
      source: 'session',
      message: body.slice(0, 2_000),
      recoverable: true,
      details,
    });
  }
}

type Recording = Extract<Upload, { kind: 'recording' }>;

/** The upload beside the recording: the audio, the conversation, and Python's summary. */
export function mapRecording(out: Out, { header, history, audioBytes }: Recording): void {
  mapItems(
    out,
    listOf(history['items']).map((item) => out.fields(`history ${String(asRecord(item)['type'])}`, asRecord(item))),
  );
  const fields = out.fields('header', header);
  const start = fields.object('startTime');
  const startedAt = (start.number('seconds') ?? 0) * 1_000 + (start.number('nanos') ?? 0) / 1e6;
  const summary = fields.object('sessionSummary');
  const durationMs = fields.number('durationMs');
  out.add('recording', startedAt, 'recording.made', {
    ...{ url: 'upload:recording.ogg', format: 'ogg/opus', channels: 2, startedAt, bytes: audioBytes },
    ...defined({ durationMs: durationMs || undefined }),
  });
  const sid = fields.text('roomId');
  const name = summary.text('room');
  out.add('recording/room', startedAt, 'call.updated', { room: defined({ name, sid }) });
  const stated = summary.number('timestamp');
  if (stated !== undefined) mapSummary(out, summary, stated * 1_000);
}

function mapSummary(out: Out, summary: Fields, at: number): void {
  addUsage(out, summary, at, 'summary/usage');
  const detail = summary.text('close_reason');
  out.add('summary/ended', at, 'call.ended', { endedAt: at, ...endReasonOf(detail), ...defined({ detail }) });
  const values = {
    options: summary.any('options'),
    errors: summary.any('errors'),
    userTurns: summary.any('user_turns'),
    tags: summary.any('tags'),
  };
  const version = summary.text('sdk_version');
  out.add('summary', at, 'metrics.other', { metric: 'session.summary', values: { ...values, sdkVersion: version } });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
