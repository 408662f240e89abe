import { llm } from '@livekit/agents';
import { z } from 'zod';
import type { KnowledgeBase } from '../../knowledge/knowledge.ts';
import type { CallRecord } from '../record.ts';
import { guarded } from './guarded.ts';

export const SEARCH_KNOWLEDGE = 'search_knowledge';
const MOST_RESULTS = 3;

/** The tool by which the conversation model looks things up. Nothing found is a fact too: a gap in the content. */
export function createSearchKnowledge(knowledge: KnowledgeBase, record: CallRecord) {
  const categories = knowledge.categories.join(', ') || 'none';
  return llm.tool({
    name: SEARCH_KNOWLEDGE,
    description: 'Searches what is known about the product. Use it before any statement about the product.',
    parameters: z.object({
      query: z.string().min(1).describe('what to look for, a few words'),
      category: z.string().optional().describe(`only in this category: ${categories}`),
    }),
    execute: async ({ query, category }, { toolCallId, abortSignal }) => {
      const search = async (signal: AbortSignal) => {
        const startedAt = performance.now();
        const hits = await knowledge.search(query, { category, limit: MOST_RESULTS, signal });
        record.publish('knowledge.searched', {
          toolCallId,
          query,
          category: category ?? null,
          found: hits.length > 0,
          results: hits.length,
          sources: hits.map(({ source }) => source),
          durationMs: performance.now() - startedAt,
        });
        if (hits.length === 0) return { found: false, say: 'The knowledge base has no answer to that.' };
        return { found: true, results: hits.map(({ title, text, source }) => ({ title, text, source })) };
      };
      return guarded(SEARCH_KNOWLEDGE, record, search, { abandoned: abortSignal });
    },
  });
}
