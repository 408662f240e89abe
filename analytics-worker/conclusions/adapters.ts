type Measured = { label?: string | undefined; provider: string | null; model: string | null };

/**
 * True for the measurements that a fallback adapter repeats: it reports every call of the model that it wraps a
 * second time, under its own name.
 */
export function isAdapter({ label, model }: Measured): boolean {
  return (label ?? '').endsWith('FallbackAdapter') || model === 'FallbackAdapter';
}
