import type { LatencySummary } from '../../../../api/types.ts';
import { formatMs } from '../../format/ms.ts';
import { formatChange, formatMany } from '../../format/number.ts';
import { inWords } from '../../format/words.ts';
import { ENOUGH_TURNS } from '../../parts/enough-turns.ts';
import css from './latency.module.css';

/** The answer in a sentence, and under it what was measured. */
export function Verdict({ summary }: { summary: LatencySummary | undefined }) {
  return (
    <>
      <b className={css.sentence}>{summary === undefined ? 'Asking …' : sentence(summary)}</b>
      From the caller’s last word to the first sound of the answer{summary && basisOf(summary)}.
    </>
  );
}

function basisOf({ basis, bases }: LatencySummary): string {
  if (basis === '') return '';
  const others = bases.filter((other) => other.basis !== basis).reduce((sum, other) => sum + other.n, 0);
  const by = `, by ${inWords(basis).toLowerCase()}`;
  return others === 0 ? by : `${by}; ${formatMany(others, 'turn')} measured otherwise left out`;
}

function sentence({ heard, targetMs, change }: LatencySummary): string {
  if (heard.p95Ms === null) return 'No turn was measured in this range.';
  if (heard.n < ENOUGH_TURNS) return `Only ${formatMany(heard.n, 'turn')}: too few to say.`;
  const state = heard.p95Ms > targetMs ? 'Slower than the target' : 'Within the target';
  const moved = change.p95 === null ? '' : `, ${formatChange(change.p95)} against the period before`;
  return `${state}: p95 is ${formatMs(heard.p95Ms)} against ${formatMs(targetMs)}${moved}.`;
}
