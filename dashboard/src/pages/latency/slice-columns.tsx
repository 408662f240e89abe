import type { LatencySlices } from '../../../../api/types.ts';
import { formatSpan } from '../../format/ms.ts';
import { formatCount, formatShare } from '../../format/number.ts';
import { inWords } from '../../format/words.ts';
import type { Column } from '../../parts/data-table.tsx';
import { Millis } from '../../parts/ms.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import css from './latency.module.css';

type Row = LatencySlices['rows'][number];

const CHANNEL = /^(web|phone_(in|out)bound|unknown)$/;

export const SLICE_COLUMNS: readonly Column<Row>[] = [
  { key: 'value', title: 'Slice', cell: ({ value }) => (CHANNEL.test(value) ? inWords(value) : value) },
  { key: 'n', title: 'Turns', align: 'right', width: 90, cell: (row) => formatCount(row.percentiles.n) },
  {
    key: 'p50',
    title: 'p50',
    align: 'right',
    width: 90,
    cell: (row) => <Millis value={row.percentiles.p50Ms} n={row.percentiles.n} />,
  },
  {
    key: 'p95',
    title: 'p95',
    align: 'right',
    width: 90,
    cell: (row) => <Millis value={row.percentiles.p95Ms} n={row.percentiles.n} />,
  },
  { key: 'above', title: 'Above target', align: 'right', width: 110, cell: (row) => formatSpan(row.aboveTargetMs) },
  { key: 'share', title: 'Share of all above', width: 240, cell: (row) => <Share share={row.shareAboveTarget} /> },
];

function Share({ share }: { share: number | null }) {
  if (share === null) return <Unknown why="Nobody waited above the target" />;
  return (
    <span className={css.share}>
      <span className={css.shareTrack}>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      {formatShare(share)}
    </span>
  );
}
