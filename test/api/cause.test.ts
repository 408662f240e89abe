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
  median('sentence', '1', 60),
  median('playout', '', 5, 2),
]);
const cause = (...parts: ReturnType<typeof part>[]) => causeOf('ava', parts, usual);

describe('the cause of a wait', () => {
  it('is what lies most above what is usual of it, and says what is usual', () => {
    expect(
      cause(part('end_of_turn', 1_200), part('model', 300), part('tool', 1_000, 'search'), part('synthesis', 100)),
    ).toBe('waiting for the end of the turn, 1.2 s of 2.6 s; usually 400 ms');
  });

  it('judges the calls of a model together, so that none is named beside a longer one', () => {
    const wait = [part('end_of_turn', 499), part('model', 3_086), part('model', 3_007), part('sentence', 263)];
    expect(cause(...wait)).toBe('two model calls, 6.1 s of 6.9 s; usually 800 ms');
    expect(cause(part('end_of_turn', 400), part('model', 100), part('model', 200), part('model', 1_800))).toBe(
      'three model calls, 2.1 s of 2.5 s; usually 1.1 s',
    );
  });

  it('names the longest as such where what lies above is too small a share to be the reason', () => {
    const wait = [part('end_of_turn', 400), part('model', 310), part('model', 510), part('sentence', 188)];
    expect(cause(...wait)).toBe('mostly two model calls, 820 ms of 1.4 s');
    expect(cause(part('end_of_turn', 400), part('tool', 390, 'search'), part('sentence', 200))).toBe(
      'longest part: waiting for the end of the turn, 400 ms of 990 ms',
    );
  });

  it('names the longest as such where nothing is noticeably above', () => {
    expect(cause(part('end_of_turn', 410), part('model', 310))).toBe(
      'mostly waiting for the end of the turn, 410 ms of 720 ms',
    );
    expect(cause(part('tool', 1_050, 'search')), 'less than a fifth longer').toBe('mostly tool search, 1.1 s of 1.1 s');
    expect(cause(), 'nothing was waited for').toBe(null);
  });

  it('compares what is seldom seen with all of its name', () => {
    expect(cause(part('tool', 4_000, 'rare'))).toBe('tool rare, 4.0 s of 4.0 s; usually 900 ms');
  });

  it('takes what nothing is known of for unusual, and calls it the reason only beside something longer', () => {
    expect(causeOf('new', [part('model', 200), part('end_of_turn', 300)], usual)).toBe(
      'mostly waiting for the end of the turn, 300 ms of 500 ms',
    );
    expect(cause(part('end_of_turn', 400), part('model', 310), part('synthesis', 300))).toBe(
      'speech synthesis, 300 ms of 1.0 s',
    );
  });

  it('says of tools which they were', () => {
    const of = (...names: string[]) => cause(...names.map((name) => part('tool', 2_000, name)));
    expect(of('search')).toBe('tool search, 2.0 s of 2.0 s; usually 900 ms');
    expect(of('search', 'search')).toBe('two calls of tool search, 4.0 s of 4.0 s; usually 1.8 s');
    expect(of('search', 'book')).toBe('tools search and book, 4.0 s of 4.0 s; usually 1.8 s');
    expect(of('a', 'b', 'c')).toBe('three tool calls, 6.0 s of 6.0 s; usually 2.7 s');
  });
});
