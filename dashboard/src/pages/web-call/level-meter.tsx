import css from './web-call.module.css';

/** The quietest that is drawn. */
const LEAST_DB = -60;

/** How loud it is now, to scale in dB. */
export function LevelMeter({ db, label }: { db: number; label: string }) {
  const shown = Math.min(Math.max(db, LEAST_DB), 0);
  return (
    <div
      className={css.level}
      role="meter"
      aria-label={label}
      aria-valuemin={LEAST_DB}
      aria-valuemax={0}
      aria-valuenow={shown}
      aria-valuetext={`${shown} dB`}
    >
      <i style={{ width: `${(1 - shown / LEAST_DB) * 100}%` }} />
    </div>
  );
}
