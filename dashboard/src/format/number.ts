const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

export function formatCount(value: number): string {
  return Math.abs(value) < 10_000_000 ? whole.format(value) : compact(value);
}

/** Made when needed, which is seldom. */
function compact(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** @param count of things; `formatMany(1, 'call')` is "1 call". */
export function formatMany(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** @param percent with its sign, as a change: +12 %, −3 %. */
export function formatChange(percent: number): string {
  const rounded = Math.abs(percent) < 9.95 ? Math.abs(percent).toFixed(1) : whole.format(Math.abs(percent));
  return `${percent < 0 ? '−' : '+'}${rounded} %`;
}

/** @param share from 0 to 1. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '<1 %';
  return `${whole.format(percent)} %`;
}

export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
