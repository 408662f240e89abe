/** A duration for people: under 1 s in ms, under a minute in seconds with two decimals, above as clock time. */
export function formatMs(ms: number): string {
  const size = Math.abs(ms);
  if (size < 999.5) return `${Math.round(ms)} ms`;
  if (size < 59_995) return `${(ms / 1000).toFixed(2)} s`;
  return formatLength(ms);
}

/** Value and unit apart, for numbers that stand large. */
export function splitMs(ms: number): { value: string; unit: string } {
  const [value = '', unit = ''] = formatMs(ms).split(' ');
  return { value, unit };
}

/** The length of what goes on, as m:ss or h:mm:ss: whole seconds that have passed. */
export function formatLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** How long something that is over took, to the nearest second. */
export function formatDuration(ms: number): string {
  return formatLength(Math.round(ms / 1000) * 1000);
}

/** A span in its largest unit: 15 min, 24 h, 7 d. */
export function formatSpan(ms: number): string {
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`;
  return `${Math.round(ms / 86_400_000)} d`;
}
