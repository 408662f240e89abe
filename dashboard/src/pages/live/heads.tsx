import css from './live.module.css';

const BARS =
  'A bar a turn, the newest at the right: how long the caller waited for the answer. The dashed line is the target; amber is above it. The number is the newest.';
const SCORE = 'The lead score, 0 to 100, from what the caller said so far, and what raised it last. Above 80 is hot.';

/** What the places of a row mean; where rows are stacked, they say it themselves. */
export function Heads() {
  return (
    <div className={`${css.row} ${css.heads}`}>
      <span className={css.who}>Caller</span>
      <span className={css.agent}>Agent</span>
      <span className={css.now}>Time, state</span>
      <span className={css.words}>Last words</span>
      <span className={css.headHeard} data-hint={BARS}>
        Heard latency by turn
      </span>
      <span className={css.score} data-hint={SCORE}>
        Score
      </span>
      <span className={css.headSignals}>Signals</span>
    </div>
  );
}
