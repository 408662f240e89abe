import type { FactData } from '../../events/catalogue.ts';
import { defined, type Fields } from './fields.ts';
import { modelOf } from './metricsJson.ts';
import type { Out } from './out.ts';

/** Items of a report: RFC 3339 times in the log's form, epoch seconds in the history's. A tool call comes as two. */
export function mapItems(out: Out, items: Fields[]): void {
  const byType = (type: string) => items.filter((item) => item.text('type') === type);
  for (const item of byType('message')) addMessage(out, item);
  const outputs = byType('function_call_output');
  for (const call of byType('function_call')) {
    const callId = call.text('call_id');
    addTool(
      out,
      call,
      outputs.find((output) => output.text('call_id') === callId),
    );
  }
  for (const item of byType('agent_handoff')) {
    const at = moment(item, 'created_at') ?? 0;
    const from = item.text('old_agent_id') ?? null;
    out.add(`item:${item.text('id') ?? ''}`, at, 'agent.handoff', { from, to: item.text('new_agent_id') ?? '' });
  }
  for (const item of byType('agent_config_update')) {
    const at = moment(item, 'created_at') ?? 0;
    const values = { toolsAdded: item.any('tools_added'), toolsRemoved: item.any('tools_removed') };
    out.add(`item:${item.text('id') ?? ''}`, at, 'metrics.other', { metric: 'agent.config', values });
  }
}

function moment(fields: Fields, name: string): number | undefined {
  const value = fields.any(name);
  if (typeof value === 'number') return value * 1_000;
  return typeof value === 'string' ? Date.parse(value) : undefined;
}

function addMessage(out: Out, item: Fields): void {
  const itemId = item.text('id') ?? '';
  const createdAt = moment(item, 'created_at') ?? 0;
  const metrics = item.object('metrics');
  out.add(`item:${itemId}`, createdAt, 'item.committed', {
    itemId,
    role: item.text('role')?.toLowerCase() === 'user' ? 'user' : 'assistant',
    text: item.list('content').map(textOf).join(''),
    createdAt,
    interrupted: item.flag('interrupted') ?? false,
    ...defined({
      startedSpeakingAt: moment(metrics, 'started_speaking_at'),
      stoppedSpeakingAt: moment(metrics, 'stopped_speaking_at'),
      confidence: item.number('transcript_confidence'),
    }),
    reported: reportedOf(metrics),
    models: defined({ stt: named(metrics, 'stt'), llm: named(metrics, 'llm'), tts: named(metrics, 'tts') }),
  });
}

function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  return typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : '';
}

function named(metrics: Fields, kind: string) {
  const names = modelOf(metrics.object(`${kind}_metadata`));
  return names.provider === null && names.model === null ? undefined : names;
}

function reportedOf(metrics: Fields): NonNullable<FactData<'item.committed'>['reported']> {
  return defined({
    llmTtftMs: metrics.seconds('llm_node_ttft'),
    llmTtfsMs: metrics.seconds('llm_node_ttfs'),
    llmTokensPerSecond: metrics.number('llm_node_tps'),
    ttsTtfbMs: metrics.seconds('tts_node_ttfb'),
    e2eMs: metrics.seconds('e2e_latency'),
    transcriptionDelayMs: metrics.seconds('transcription_delay'),
    endOfTurnDelayMs: metrics.seconds('end_of_turn_delay'),
    turnHookMs: metrics.seconds('on_user_turn_completed_delay'),
    playbackLatencyMs: metrics.seconds('playback_latency'),
  });
}

function addTool(out: Out, call: Fields, output: Fields | undefined): void {
  const startedAt = moment(call, 'created_at') ?? 0;
  const endedAt = (output && moment(output, 'created_at')) ?? startedAt;
  output?.any('name');
  out.add(`item:${call.text('id') ?? ''}`, endedAt, 'tool.executed', {
    toolCallId: call.text('call_id') ?? '',
    name: call.text('name') ?? '',
    args: call.text('arguments') ?? '',
    startedAt,
    endedAt,
    durationMs: endedAt - startedAt,
    isError: output?.flag('is_error') ?? false,
    ...defined({ output: output?.text('output'), outputItemId: output?.text('id') }),
    ...defined({ replyRequired: output?.flag('reply_required') }),
  });
}
