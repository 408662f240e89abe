import type { FactData } from '../../events/catalogue.ts';
import type { Known, Seen } from './facts.ts';

/** What calls are filtered by, empty where unknown. */
export type CallFacets = { sttModel: string; llmModel: string; ttsModel: string; region: string };

type About = FactData<'call.updated'>;

/**
 * The models and the region as they were stated last: at the start, the best road last, then in updates. Of models that
 * nobody stated those that the first measurements name.
 */
export function facetsOf(known: Known, started: readonly Seen<'call.started'>[]): CallFacets {
  const about: About[] = [...started, ...known.of('call.updated')].map(({ fact }) => fact.data);
  const stated = (kind: 'stt' | 'llm' | 'tts') => about.findLast(({ models }) => models?.[kind]?.model)?.models?.[kind];
  const measured = (type: 'metrics.stt' | 'metrics.llm' | 'metrics.tts') =>
    known.of(type).find(({ fact }) => fact.data.model)?.fact.data.model;
  return {
    sttModel: stated('stt')?.model ?? measured('metrics.stt') ?? '',
    llmModel: stated('llm')?.model ?? measured('metrics.llm') ?? '',
    ttsModel: stated('tts')?.model ?? measured('metrics.tts') ?? '',
    region: about.findLast(({ region }) => region)?.region ?? '',
  };
}
