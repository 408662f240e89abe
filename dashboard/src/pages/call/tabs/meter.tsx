import css from './tabs.module.css';

type MeterProps = {
  /** Null is not known: the bar stays empty and hatched. */
  value: number | null;
  most: number;
  label: string;
};

export function Meter({ value, most, label }: MeterProps) {
  const share = value === null || most === 0 ? 0 : Math.min(Math.max(value / most, 0), 1);
  return (
    <div className={css.meter} role="img" aria-label={label} data-unknown={value === null || undefined}>
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
