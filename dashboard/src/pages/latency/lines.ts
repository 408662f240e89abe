/** The three lines of the trend: apart by width and dash, not by colour alone. */
export const LINES = [
  { key: 'p50Ms', label: 'p50', colour: 'var(--ink-3)', width: 1.5, dash: '' },
  { key: 'p95Ms', label: 'p95', colour: 'var(--accent)', width: 2, dash: '' },
  { key: 'p99Ms', label: 'p99', colour: 'var(--ink)', width: 1.25, dash: '3 3' },
] as const;

export const TARGET = { label: 'target', colour: 'var(--warning)', width: 1, dash: '6 4' } as const;
