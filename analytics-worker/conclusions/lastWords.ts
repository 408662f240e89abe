import type { Ending } from './ending.ts';
import type { Known } from './facts.ts';
import type { Item } from './items.ts';

export type LastWords = { caller: string; agent: string; agentCut: 'heard' | 'unknown' | '' };

/** The words that the line cut off: as the collector marked them, else what a lost agent left unfinished. */
export function lastWordsOf(known: Known, items: Item[], ending: Ending | null): LastWords {
  if (!ending) return { caller: '', agent: '', agentCut: '' };
  const agentItem = items.findLast(({ fact }) => fact.data.role === 'assistant' && fact.data.cutOff);
  const marked = { agent: agentItem?.fact.data.text ?? '', agentCut: agentItem?.fact.data.cutOff ?? ('' as const) };
  const wasSpeaking = known.of('agent.state').at(-1)?.fact.data.to === 'speaking';
  const isLost = ending.reason === 'agent_lost';
  return {
    caller: callerWords(known, items) || (isLost ? pendingWords(known, items) : ''),
    ...(marked.agentCut === '' && isLost && wasSpeaking ? { agent: '', agentCut: 'unknown' as const } : marked),
  };
}

function callerWords(known: Known, items: Item[]): string {
  const heard = known.of('caller.transcribed').findLast(({ fact }) => fact.data.cutOff);
  const item = items.findLast(({ fact }) => fact.data.role === 'user' && fact.data.cutOff);
  return heard?.fact.data.text ?? item?.fact.data.text ?? '';
}

/** What the recogniser had heard since the caller's last item: the finals, and the last of what was provisional. */
function pendingWords(known: Known, items: Item[]): string {
  const since = Math.max(-Infinity, ...items.filter(({ fact }) => fact.data.role === 'user').map(({ at }) => at));
  const heard = known.of('caller.transcribed').filter(({ at }) => at > since);
  const finals = heard.filter(({ fact }) => fact.data.isFinal);
  const last = heard.at(-1);
  const open = last && !last.fact.data.isFinal ? [last] : [];
  return [...finals, ...open].map(({ fact }) => fact.data.text).join(' ');
}
