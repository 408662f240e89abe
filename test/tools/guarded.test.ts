import { llm } from '@livekit/agents';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openHttpKnowledge } from '../../agent/knowledge/http.ts';
import { guarded } from '../../agent/session/tools/guarded.ts';
import { createSearchKnowledge } from '../../agent/session/tools/search-knowledge.ts';
import { pause } from '../../lib/retry.ts';
import { startService } from './service.ts';
import { createList, runTool } from './text-call.ts';

const never = () => new Promise<never>(() => undefined);

describe('a tool that', () => {
  it('throws tells the model that it is not there, and the record the truth', async () => {
    const list = createList();
    const work = guarded('book', list.record, () => Promise.reject(new Error('disk is full')));
    await expect(work).rejects.toThrow(new llm.ToolError('book is not available at the moment'));
    expect(list.of('error.raised')).toEqual([
      { source: 'tool', message: 'disk is full', recoverable: true, label: 'book' },
    ]);
  });

  it('hangs is given up, and told so', async () => {
    const list = createList();
    let told: unknown;
    const work = guarded(
      'book',
      list.record,
      (signal) => {
        signal.addEventListener('abort', () => (told = signal.reason));
        return never();
      },
      { limitMs: 50, told: 'It is not known.' },
    );
    await expect(work).rejects.toThrow('It is not known.');
    expect(told).toMatchObject({ problem: { code: 'tool_too_slow', field: 'book' } });
    expect(list.of('error.raised')).toMatchObject([{ message: expect.stringContaining('no result within 50 ms') }]);
  });

  it('nobody waits for any more is no error', async () => {
    const list = createList();
    const over = new AbortController();
    const work = guarded('book', list.record, never, { abandoned: over.signal });
    over.abort();
    await expect(work).rejects.toBeInstanceOf(llm.ToolError);
    expect(list.of('error.raised')).toEqual([]);
  });

  it('takes long is spoken around while it works', async () => {
    const list = createList();
    const tool = (afterMs: number) =>
      llm.tool({
        name: 'slow',
        description: 'slow',
        parameters: z.object({}),
        execute: (_, { ctx }) =>
          guarded('slow', list.record, () => pause(300).then(() => 'done'), {
            filler: { ctx, text: 'One moment.', afterMs },
          }),
      });
    const quick = await runTool(tool(1_000), 'slow', {});
    expect(quick.output).toBe('done');
    expect(quick.spoken()).toEqual([]);
    const slow = await runTool(tool(50), 'slow', {});
    expect(slow.output).toBe('done');
    expect(slow.spoken()).toEqual(['One moment.']);
  });
});

describe('search_knowledge', () => {
  it('is spoken around when the search service hangs, and the record says why', async () => {
    const service = await startService(() => 'hang');
    const list = createList();
    const knowledge = openHttpKnowledge({ url: service.url, timeoutMs: 200 });
    const { output, isError } = await runTool(createSearchKnowledge(knowledge, list.record), 'search_knowledge', {
      query: 'free trial',
    });
    await service.stop();
    expect({ output, isError }).toEqual({ output: 'search_knowledge is not available at the moment', isError: true });
    expect(list.of('knowledge.searched')).toEqual([]);
    expect(list.of('error.raised')).toMatchObject([
      { source: 'tool', label: 'search_knowledge', message: expect.stringContaining('gave no answer within 200 ms') },
    ]);
  });
});
