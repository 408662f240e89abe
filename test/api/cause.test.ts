import { describe, expect, it } from 'vitest';
import { causeOf, usualOf } from '../../api/read/cause.ts';
import type { PartName } from '../../api/types.ts';

const part = (part: PartName, durationMs: number, name = '') => ({ part, name, durationMs });
const median = (part: string, which: string, median_ms: number, n = 20) => ({
  ...{ agent_name: 'ava', part, which, n, median_ms },
});
const usual = usualOf([
  median('end_of_turn', '1', 400),
  median('end_of_turn', '', 400),
  median('model', '1', 300),
  median('model', '2', 500),
  median('model', '', 350),
  median('tool', 'search', 900),
  median('tool', 'rare', 4_000, 1),
  median('tool', '', 900),
  median('playout', '', 5, 2),
]);

describe('the cause of a wait', () => {
  it('is the part that lies most above what is usual of it, not the longest', () => {
    const parts = [part('end_of_turn', 1_200), part('tool', 1_000, 'search'), part('synthesis', 100)];
    expect(causeOf('ava', [...parts, part('model', 300)], usual)).toBe(
      'waiting for the end of the turn, 1.2 s of 2.6 s',
    );
  });

  it('tells the calls of a model apart', () => {
    const parts = [part('end_of_turn', 400), part('model', 300), part('tool', 600, 'search'), part('model', 1_900)];
    expect(causeOf('ava', parts, usual)).toBe('second model call after a tool, 1.9 s of 3.2 s');
    expect(causeOf('ava', [part('model', 600)], usual)).toBe('model call, 600 ms of 600 ms');
  });

  it('compares what is seldom seen with all of its name, and what was never seen with nothing', () => {
    expect(causeOf('ava', [part('tool', 4_000, 'rare')], usual)).toBe('tool rare, 4.0 s of 4.0 s');
    expect(causeOf('ava', [part('playout', 50)], usual)).toBe('playout, 50 ms of 50 ms');
    expect(causeOf('new', [part('model', 200), part('end_of_turn', 300)], usual)).toContain('end of the turn');
  });

  it('is nothing where no part is noticeably above', () => {
    expect(causeOf('ava', [part('end_of_turn', 410), part('model', 310)], usual)).toBe(null);
    expect(causeOf('ava', [], usual)).toBe(null);
  });
});
