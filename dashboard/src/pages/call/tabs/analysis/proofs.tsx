import { useState } from 'react';
import { Jump } from '../jump.tsx';
import css from './analysis.module.css';
import type { Proof } from './reading.ts';

/** So many are shown at once. */
const FEW = 3;

/** The words that show it, each leading to where they were said; nothing without the right to read them. */
export function Proofs({ of }: { of: readonly Proof[] }) {
  const [all, setAll] = useState(false);
  const said = of.filter(({ quote }) => quote !== null);
  if (said.length === 0) return null;
  const shown = all ? said : said.slice(0, FEW);
  const rest = said.length - shown.length;
  return (
    <span className={css.proofs}>
      {shown.map((proof) => (
        <Words key={`${proof.item} ${proof.quote}`} proof={proof} />
      ))}
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          {rest} more
        </button>
      )}
    </span>
  );
}

function Words({ proof: { item_id: itemId, quote } }: { proof: Proof }) {
  const words = `“${quote}”`;
  return itemId === undefined ? <span>{words}</span> : <Jump itemId={itemId}>{words}</Jump>;
}
