import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Signal, TranscriptItem } from '../../../../../api/types.ts';
import { formatLength } from '../../../format/ms.ts';
import { formatTime, formatUtc } from '../../../format/time.ts';
import { inWords } from '../../../format/words.ts';
import { LatencyChip } from './latency-chip.tsx';
import { SignalTags } from './signal-tags.tsx';
import { Words } from './words.tsx';
import css from './transcript.module.css';

type LineProps = {
  item: TranscriptItem;
  /** When the call's clock starts, ISO. */
  from: string;
  /** Whether the same one spoke before. */
  follows: boolean;
  /** What was learnt from these words. */
  signals: Signal[];
};

const WHO: Record<string, string> = { user: 'Caller', assistant: 'Agent' };

/** One item of the conversation: who, when, the words, and of an answer what its caller waited. */
export function Line({ item, from, follows, signals }: LineProps) {
  const search = useSearch({ from: '/app/calls/$callId' });
  const line = useRef<HTMLLIElement>(null);
  const pointedAt = search.item === item.itemId;
  const chosen = search.turn !== undefined && search.turn === item.turn;
  useEffect(() => {
    if (pointedAt) line.current?.scrollIntoView({ block: 'center' });
  }, [pointedAt]);
  const at = item.startedAt ?? item.at;
  return (
    <li
      ref={line}
      className={css.line}
      data-role={item.role}
      data-chosen={chosen || undefined}
      data-pointed={pointedAt || undefined}
      aria-current={pointedAt || undefined}
    >
      <time dateTime={at} className={css.at} data-hint={`${formatTime(at, 'clock')}, ${formatUtc(at)}`}>
        {formatLength(Date.parse(at) - Date.parse(from))}
      </time>
      <div className={css.body}>
        {!follows && <span className={css.who}>{WHO[item.role] ?? inWords(item.role)}</span>}
        <p className={css.words}>
          <Words item={item} />
        </p>
        {signals.length > 0 && <SignalTags signals={signals} />}
      </div>
      {item.role === 'assistant' && item.turn !== null && (
        <LatencyChip turn={item.turn} heardMs={item.heardMs} chosen={chosen} />
      )}
    </li>
  );
}
