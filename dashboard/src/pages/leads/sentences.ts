import type { Lead } from '../../../../api/types.ts';
import { inWords } from '../../format/words.ts';

type Said = { quote: string; itemId: string | null; gave: string };

/** The sentences that mattered, each once, with the points that it gave: one may say two things. */
export function byQuote(sentences: Lead['sentences']): Said[] {
  return [...new Set(sentences.map(({ quote }) => quote))].map((quote) => {
    const same = sentences.filter((sentence) => sentence.quote === quote);
    const gave = same.map(({ signal, points }) => `${inWords(signal)} +${points}`).join(', ');
    return { quote, itemId: same[0]?.itemId ?? null, gave };
  });
}
