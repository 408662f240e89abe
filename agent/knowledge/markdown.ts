import MiniSearch, { type SearchResult } from 'minisearch';
import type { KnowledgeBase, KnowledgeHit } from './knowledge.ts';
import { readPages, type Section } from './pages.ts';
import { contentWords } from './words.ts';

const DEFAULT_LIMIT = 3;
/** A passage must know at least this share of the query, each word weighed by how rare it is. */
const LEAST_COVERAGE = 0.5;
/** A word in the title says more about a section than one in its text. */
const TITLE_WEIGHT = 2;
/** One letter may differ in a word of this length: recognisers spell names as they sound. */
const MISSPELT_LENGTH = 7;

type Word = { word: string; weight: number; holders: ReadonlySet<unknown> };

/**
 * A folder of Markdown files as a knowledge base: word search over sections, held in memory.
 *
 * @throws EarshotError `bad_knowledge`, naming the file
 */
export async function openMarkdownKnowledge(folder: string): Promise<KnowledgeBase> {
  const sections = await readPages(folder);
  const index = indexSections(sections);
  return {
    categories: [...new Set(sections.map(({ category }) => category))].toSorted(),
    search: async (query, { category, limit = DEFAULT_LIMIT } = {}) => {
      const words = wordsOf(query, index, sections.length);
      return index
        .search(query)
        .filter((hit) => category === undefined || hit['category'] === category)
        .filter((hit) => covers(hit, words))
        .map(hitOf)
        .toSorted((a, b) => b.score - a.score || a.source.localeCompare(b.source))
        .slice(0, limit);
    },
  };
}

function indexSections(sections: readonly Section[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'text', 'category'],
    storeFields: ['title', 'text', 'source', 'category'],
    tokenize: contentWords,
    searchOptions: {
      boost: { title: TITLE_WEIGHT, category: TITLE_WEIGHT },
      fuzzy: (word) => (word.length >= MISSPELT_LENGTH ? 1 : false),
    },
  });
  index.addAll(sections.map((section, id) => ({ id, ...section })));
  return index;
}

function wordsOf(query: string, index: MiniSearch, sections: number): Word[] {
  return [...new Set(contentWords(query))].map((word) => {
    // It is a stem already; cut up again it could lose another ending.
    const holders = new Set(index.search(word, { tokenize: (text) => [text] }).map(({ id }): unknown => id));
    return { word, holders, weight: Math.log(1 + (sections - holders.size + 0.5) / (holders.size + 0.5)) };
  });
}

function covers({ id }: SearchResult, words: readonly Word[]): boolean {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const known = words.reduce((sum, { weight, holders }) => sum + (holders.has(id) ? weight : 0), 0);
  return known >= total * LEAST_COVERAGE;
}

function hitOf({ title, text, source, category, score }: SearchResult): KnowledgeHit {
  return { title, text, source, category, score };
}
