import { groupBy } from '../../lib/group.ts';
import type { Known, Seen } from './facts.ts';
import { believedOf, type Believed } from './believed.ts';
import { reportedOf, rowKey, type Reported } from './reported.ts';
import type { UsageConclusion } from './types.ts';

/**
 * Usage per model, twice: as the SDK's totals report it, and as it is believed from the single measurements, with why
 * the two differ (docs/usage.md).
 */
export function usageOf(
  known: Known,
  heardSpeeches: ReadonlySet<string>,
  callerTailMs: number | null,
): UsageConclusion[] {
  const reported = reportedOf(known);
  const believed = believedOf(known, heardSpeeches, callerTailMs, [...reported.values()]);
  const keys = [...new Set([...reported.keys(), ...believed.keys()])].toSorted();
  return keys.flatMap((key) => {
    const said = reported.get(key);
    const thought = believed.get(key);
    const where = said ?? thought;
    return where ? [row(where, said, thought, isRepeat(said, known))] : [];
  });
}

function row(
  { kind, provider, model }: Pick<Reported, 'kind' | 'provider' | 'model'>,
  said: Reported | undefined,
  thought: Believed | undefined,
  repeat: boolean,
): UsageConclusion {
  const settled = repeat ? NOTHING : settle(said, thought);
  return {
    kind,
    provider,
    model,
    reportedInputTokens: said?.inputTokens ?? null,
    reportedCachedTokens: said?.cachedTokens ?? null,
    reportedOutputTokens: said?.outputTokens ?? null,
    reportedCharacters: said?.characters ?? null,
    reportedAudioMs: said?.audioMs ?? null,
    believedInputTokens: settled.inputTokens,
    believedCachedTokens: settled.cachedTokens,
    believedOutputTokens: settled.outputTokens,
    believedCharacters: settled.characters,
    believedAudioMs: settled.audioMs,
    unheardOutputTokens: thought?.unheardOutputTokens ?? null,
    requests: thought?.requests ?? (repeat ? 0 : (said?.requests ?? 0)),
    cancelledRequests: thought?.cancelledRequests ?? 0,
    notes: settled.notes,
  };
}

type Settled = Pick<Believed, 'inputTokens' | 'cachedTokens' | 'outputTokens' | 'characters' | 'audioMs' | 'notes'>;

/** Believed of a row that only repeats others: it used nothing itself. */
const NOTHING: Settled = {
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  characters: 0,
  audioMs: 0,
  notes: ['a fallback adapter repeats what the models that it wraps report: counted there'],
};

const MISSING = 'more is reported than was measured one by one: measurements are missing, the report is believed';

/** The single measurements, unless some of them are missing: then the larger total of the report. */
function settle(said: Reported | undefined, thought: Believed | undefined): Settled {
  if (!thought) {
    const {
      inputTokens = null,
      cachedTokens = null,
      outputTokens = null,
      characters = null,
      audioMs = null,
    } = said ?? {};
    return { inputTokens, cachedTokens, outputTokens, characters, audioMs, notes: ['only the totals are known'] };
  }
  const notes = new Set(thought.notes);
  const larger = (field: 'inputTokens' | 'cachedTokens' | 'outputTokens' | 'characters' | 'audioMs') => {
    const [a, b] = [said?.[field] ?? null, thought[field]];
    if (a === null || a === 0 || thought.repeatsDropped || (b !== null && b >= a)) return b;
    notes.add(MISSING);
    return a;
  };
  return {
    inputTokens: larger('inputTokens'),
    cachedTokens: larger('cachedTokens'),
    outputTokens: larger('outputTokens'),
    characters: larger('characters'),
    audioMs: larger('audioMs'),
    notes: [...notes],
  };
}

/** True for the total of a fallback adapter, which goes by no name of its own. */
function isRepeat(said: Reported | undefined, known: Known): boolean {
  if (!said || said.provider !== '') return false;
  if (said.model === 'FallbackAdapter') return true;
  const byAdapter = groupBy<Seen<'metrics.llm' | 'metrics.tts'>, boolean>(
    said.kind === 'tts' ? known.of('metrics.tts') : said.kind === 'llm' ? known.of('metrics.llm') : [],
    ({ fact }) => (fact.data.label ?? '').endsWith('FallbackAdapter'),
  );
  const own = (byAdapter.get(false) ?? []).some(
    ({ fact }) => rowKey(said.kind, fact.data.provider, fact.data.model) === rowKey(said.kind, '', said.model),
  );
  return byAdapter.has(true) && !own;
}
