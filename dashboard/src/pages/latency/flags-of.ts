import type { LatencySeries } from '../../../../api/types.ts';

type Marker = LatencySeries['markers'][number];

/** A marker's letter, on the chart and in the list under it. */
export const LETTERS: Record<Marker['kind'], string> = { version: 'V', model: 'M', alert: 'A' };

/** Changes of one kind within a bucket. */
export type Flag = {
  kind: Marker['kind'];
  labels: string[];
  /** Of the bucket's first change, epoch ms. */
  at: number;
  /** Which it is of the flags on the bucket's line, from 0. */
  place: number;
};

/** A new version often comes with a new model, and an alert soon after: what changed in one bucket shares a line. */
export function flagsOf(markers: readonly Marker[], bucketMs: number): Flag[] {
  const flags: Flag[] = [];
  const bucketOf = (at: number) => Math.floor(at / bucketMs);
  for (const marker of markers) {
    const at = Date.parse(marker.at);
    const beside = flags.filter((flag) => bucketOf(flag.at) === bucketOf(at));
    const same = beside.find(({ kind }) => kind === marker.kind);
    if (same) same.labels.push(marker.label);
    else flags.push({ kind: marker.kind, labels: [marker.label], at: beside[0]?.at ?? at, place: beside.length });
  }
  return flags;
}
