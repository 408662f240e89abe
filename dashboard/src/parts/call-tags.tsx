import type { CallSummary } from '../../../api/types.ts';
import { formatMany } from '../format/number.ts';
import css from './call-tags.module.css';
import { Tag, type Tone } from './tag.tsx';

type Marks = Pick<CallSummary, 'status' | 'endReason' | 'cutOff' | 'complete' | 'errors' | 'fallbacks' | 'emulated'>;
type Mark = { words: string; tone: Tone; hint: string };

/** What is special about a call, worst first, in words. */
export function marksOf(call: Marks): Mark[] {
  const is = (on: boolean, words: string, tone: Tone, hint: string): Mark[] => (on ? [{ words, tone, hint }] : []);
  const { errors, fallbacks } = call;
  return [
    ...is(call.status === 'active', 'on the line', 'good', 'The call goes on'),
    ...is(
      call.endReason === 'agent_lost',
      'agent lost',
      'danger',
      'The agent went silent: six signs of life were missing',
    ),
    ...is(
      !call.complete && call.status === 'ended',
      'incomplete',
      'danger',
      'Books do not balance: something is missing',
    ),
    ...is(errors > 0, formatMany(errors, 'error'), 'danger', 'Errors that were raised during the call'),
    ...is(call.cutOff, 'cut off', 'warning', 'The line went dead while somebody spoke'),
    ...is(fallbacks > 0, formatMany(fallbacks, 'fallback'), 'warning', 'A component failed and another took over'),
    ...is(call.emulated.length > 0, 'emulated', 'plain', `Stood in for: ${call.emulated.join(', ')}`),
  ];
}

export function CallTags({ call }: { call: Marks }) {
  const marks = marksOf(call);
  if (marks.length === 0) return null;
  return (
    <span className={css.tags}>
      {marks.map(({ words, tone, hint }) => (
        <Tag key={words} tone={tone} hint={hint}>
          {words}
        </Tag>
      ))}
    </span>
  );
}
