import type { llm } from '@livekit/agents';
import type { FactData } from '../../../events/catalogue.ts';
import type { Playout } from './playout.ts';
import type { Speeches } from './speeches.ts';
import type { Transcripts } from './transcripts.ts';
import { defined, label, msOfSeconds, onClock, text } from './values.ts';
import type { Watch } from './watch.ts';

/** Items of the conversation as the session commits them, and hand-offs between its agents. */
export function watchItems(watch: Watch, speeches: Speeches, transcripts: Transcripts, playout: Playout): void {
  watch.on('conversation_item_added', ({ item }) => {
    if (item.type === 'agent_handoff') {
      watch.publish('agent.handoff', {
        from: item.oldAgentId === undefined ? null : label(item.oldAgentId),
        to: label(item.newAgentId),
      });
      return;
    }
    const speechId = speeches.speechOf(item);
    const cutOff =
      item.role === 'user' ? transcripts.committed(watch.closing()) : cutOffAnswer(watch, item, playout, speechId);
    watch.publish(
      'item.committed',
      itemFact(watch, item, { speechId, cutOff, language: languageOf(item, transcripts) }),
    );
  });
}

/** An answer that the end of the call cut short. `heard` where the output said what of it was played. */
function cutOffAnswer(watch: Watch, item: llm.ChatMessage, playout: Playout, speechId: string | undefined): CutOff {
  if (!item.interrupted || !watch.ending()) return undefined;
  return playout.saidWhatWasHeard(speechId) ? 'heard' : 'unknown';
}

type CutOff = FactData<'item.committed'>['cutOff'] | undefined;
type Linked = { speechId: string | undefined; cutOff: CutOff; language: string | undefined };

function itemFact(watch: Watch, item: llm.ChatMessage, linked: Linked): FactData<'item.committed'> {
  const { clock } = watch;
  const { metrics } = item;
  const cut = text(item.textContent ?? '');
  if (cut.truncated) watch.degraded('text_cut', 'item');
  const at = (seconds: number | undefined) => (seconds === undefined ? undefined : onClock(clock, seconds));
  return {
    itemId: label(item.id),
    role: item.role,
    text: cut.text,
    createdAt: onClock(clock, item.createdAt),
    interrupted: item.interrupted,
    reported: reportedBySdk(metrics),
    ...defined({
      startedSpeakingAt: at(metrics.startedSpeakingAt),
      stoppedSpeakingAt: at(metrics.stoppedSpeakingAt),
      confidence: confidence(item.transcriptConfidence),
      truncated: cut.truncated || undefined,
      ...linked,
    }),
  };
}

function reportedBySdk(metrics: llm.MetricsReport): NonNullable<FactData<'item.committed'>['reported']> {
  return defined({
    llmTtftMs: msOfSeconds(metrics.llmNodeTtft),
    ttsTtfbMs: msOfSeconds(metrics.ttsNodeTtfb),
    e2eMs: msOfSeconds(metrics.e2eLatency),
    transcriptionDelayMs: msOfSeconds(metrics.transcriptionDelay),
    endOfTurnDelayMs: msOfSeconds(metrics.endOfTurnDelay),
    turnHookMs: msOfSeconds(metrics.onUserTurnCompletedDelay),
    playbackLatencyMs: msOfSeconds(metrics.playbackLatency),
  });
}

function confidence(value: number | undefined): number | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : Math.min(1, Math.max(0, value));
}

function languageOf(item: llm.ChatMessage, transcripts: Transcripts): string | undefined {
  return item.role === 'user' ? transcripts.language : undefined;
}
