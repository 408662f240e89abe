import type { KnowledgeBase, KnowledgeHit } from './knowledge.ts';
import { readPages, type Section } from './pages.ts';
import { contentWords } from './words.ts';

const DEFAULT_LIMIT = 3;
/** A passage must know at least this share of the query, each word weighed by how rare it is. */
const LEAST_COVERAGE = 0.5;
/** A word in the title says more about a section than one in its text. */
const TITLE_WEIGHT = 2;

type Indexed = Section & { counts: Map<string, number>; length: number };

/** A folder of Markdown files as a knowledge base: word search over sections, held in memory. */
export async function openMarkdownKnowledge(folder: string): Promise<KnowledgeBase> {
  return indexSections(await readPages(folder));
}

/** Ranks by BM25; what covers too little of the query is not an answer. */
export function indexSections(sections: readonly Section[]): KnowledgeBase {
  const indexed = sections.map(indexOne);
  const averageLength = indexed.reduce((sum, { length }) => sum + length, 0) / Math.max(1, indexed.length);
  const rarity = (word: string): number => {
    const holders = indexed.filter(({ counts }) => counts.has(word)).length;
    return Math.log(1 + (indexed.length - holders + 0.5) / (holders + 0.5));
  };

  return {
    categories: [...new Set(sections.map(({ category }) => category))].toSorted(),
    search: async (query, { category, limit = DEFAULT_LIMIT } = {}) => {
      const words = [...new Set(contentWords(query))].map((word) => ({ word, weight: rarity(word) }));
      const total = words.reduce((sum, { weight }) => sum + weight, 0);
      const hits: KnowledgeHit[] = [];
      for (const section of indexed) {
        if (category !== undefined && section.category !== category) continue;
        const shared = words.filter(({ word }) => section.counts.has(word));
        const coverage = shared.reduce((sum, { weight }) => sum + weight, 0) / (total || 1);
        if (shared.length === 0 || coverage < LEAST_COVERAGE) continue;
        const score = shared.reduce(
          (sum, { word, weight }) => sum + weight * saturation(section, word, averageLength),
          0,
        );
        hits.push({
          title: section.title,
          text: section.text,
          source: section.source,
          category: section.category,
          score,
        });
      }
      return hits.toSorted((a, b) => b.score - a.score || a.source.localeCompare(b.source)).slice(0, limit);
    },
  };
}

function saturation({ counts, length }: Indexed, word: string, averageLength: number): number {
  const count = counts.get(word) ?? 0;
  return (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / averageLength));
}

function indexOne(section: Section): Indexed {
  const counts = new Map<string, number>();
  const add = (word: string, by: number) => counts.set(word, (counts.get(word) ?? 0) + by);
  const words = contentWords(section.text);
  for (const word of words) add(word, 1);
  for (const word of contentWords(`${section.title} ${section.category}`)) add(word, TITLE_WEIGHT);
  return { ...section, counts, length: words.length };
}
