import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMarkdownKnowledge } from '../../agent/knowledge/markdown.ts';
import type { KnowledgeBase } from '../../agent/knowledge/knowledge.ts';

const SAMPLE = new URL('../../agent/knowledge/sample/', import.meta.url).pathname;

describe('the sample knowledge base', () => {
  let knowledge: KnowledgeBase;
  beforeAll(async () => void (knowledge = await openMarkdownKnowledge(SAMPLE)));

  it('knows its categories', () => {
    expect(knowledge.categories).toEqual(['api', 'integrations', 'limits', 'onboarding', 'pricing', 'security']);
  });

  it.each([
    ['salesforce integration', 'integrations.md#salesforce'],
    ['free trial', 'pricing.md#trial'],
    ['where are documents stored', 'security.md#where-data-is-kept'],
    ['how many pages can a document have', 'limits.md#files'],
    ['API requests per second', 'api.md#rates'],
    ['moving templates from another tool', 'onboarding.md#moving-from-another-tool'],
    ['salesforse integration', 'integrations.md#salesforce'],
  ])('answers "%s" from %s first', async (query, source) => {
    const [first] = await knowledge.search(query);
    expect(first?.source).toBe(source);
  });

  it.each(['fax machines', 'parental leave policy', 'the a of', ''])('has no answer to "%s"', async (query) => {
    expect(await knowledge.search(query)).toEqual([]);
  });

  it('searches one category only, when asked', async () => {
    const hits = await knowledge.search('documents', { category: 'limits', limit: 10 });
    expect(hits.length).toBeGreaterThan(0);
    expect(new Set(hits.map(({ category }) => category))).toEqual(new Set(['limits']));
  });
});

describe('a folder of one', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'earshot-knowledge-'));
    await mkdir(path.join(folder, 'billing'));
    await writeFile(path.join(folder, 'billing', 'invoices.md'), '# Invoices\n\nSent on the first of the month.\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('takes the category from the folder when the page names none', async () => {
    const [hit] = await (await openMarkdownKnowledge(folder)).search('invoices');
    expect(hit).toMatchObject({ category: 'billing', title: 'Invoices', source: 'billing/invoices.md#invoices' });
  });

  it('names the file whose front matter is broken', async () => {
    await writeFile(path.join(folder, 'bad.md'), '---\ncategory: [\n---\n# Bad\n');
    await expect(openMarkdownKnowledge(folder)).rejects.toMatchObject({
      problem: { code: 'bad_knowledge', field: 'bad.md' },
    });
    await rm(path.join(folder, 'bad.md'));
  });

  it('names the folder that is not there', async () => {
    await expect(openMarkdownKnowledge('/nowhere')).rejects.toMatchObject({
      problem: { code: 'bad_knowledge', field: '/nowhere' },
    });
  });
});
