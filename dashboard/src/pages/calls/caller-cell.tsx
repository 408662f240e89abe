import { useSearch } from '@tanstack/react-router';
import type { CallSummary } from '../../../../api/types.ts';
import { nameOf } from '../../format/who.ts';
import css from './calls.module.css';
import { Marked } from './marked.tsx';

/** Who called, and with a search the words that were found. */
export function CallerCell({ call: { who, found } }: { call: CallSummary }) {
  const { q } = useSearch({ from: '/app/calls' });
  const named = who.name !== null || who.company !== null;
  return (
    <span className={css.caller}>
      <span className="cut">
        <span className={named ? css.name : css.nameless}>{nameOf(who)}</span>
        {who.name !== null && who.company !== null && <span className={css.company}>{who.company}</span>}
      </span>
      {found !== undefined && (
        <span className={css.found}>
          “<Marked text={found.snippet} words={q ?? ''} />”
        </span>
      )}
    </span>
  );
}
