import { z } from 'zod';
import { askJson } from '../../lib/ask-json.ts';
import { httpsUrl } from '../../lib/https-url.ts';
import type { KnowledgeBase } from './knowledge.ts';

const DEFAULT_LIMIT = 3;
/** What a model reads of one passage. */
const LONGEST_TEXT = 4_000;

/** A company's own search service. */
export const httpKnowledgeSettings = z.strictObject({
  url: httpsUrl,
  method: z.enum(['GET', 'POST']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  timeoutMs: z.int().min(100).max(10_000).default(3_000),
  /** What a search may be narrowed to. */
  categories: z.array(z.string().min(1)).default([]),
});

const short = z.string().transform((text) => text.slice(0, 500));
const answer = z.object({
  results: z.array(
    z.object({
      title: short,
      text: z.string().transform((text) => text.slice(0, LONGEST_TEXT)),
      source: short,
      category: short,
      score: z.number(),
    }),
  ),
});

/** A search service as a knowledge base: docs/tools.md has its form. Its order of results is kept. */
export function openHttpKnowledge(settings: z.input<typeof httpKnowledgeSettings>): KnowledgeBase {
  const { url, method, headers, timeoutMs, categories } = httpKnowledgeSettings.parse(settings);
  return {
    categories,
    search: async (query, { category, limit = DEFAULT_LIMIT, signal } = {}) => {
      const asked = { query, ...(category === undefined ? {} : { category }), limit };
      const address = new URL(url);
      if (method === 'GET')
        for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, `${value}`);
      const body = method === 'POST' ? { body: asked } : {};
      const { results } = await askJson({ url: address, method, headers, timeoutMs, signal, answer, ...body });
      return results.slice(0, limit);
    },
  };
}
