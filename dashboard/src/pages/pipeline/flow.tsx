import type { Pipeline } from '../../../../api/types.ts';
import { formatMs } from '../../format/ms.ts';
import { formatBytes, formatCount, formatMany } from '../../format/number.ts';
import { inWords } from '../../format/words.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { When } from '../../parts/when.tsx';
import css from './pipeline.module.css';

type Stage = Pipeline['stages'][number];

const COLUMNS: readonly Column<Stage>[] = [
  { key: 'name', title: 'Stage', cell: ({ name }) => <b>{inWords(name.replaceAll('-', ' '))}</b> },
  { key: 'waiting', title: 'Waiting', align: 'right', width: 90, cell: ({ waiting }) => formatCount(waiting) },
  { key: 'inFlight', title: 'In flight', align: 'right', width: 90, cell: ({ inFlight }) => formatCount(inFlight) },
  {
    key: 'redelivered',
    title: 'Redelivered',
    align: 'right',
    width: 110,
    cell: ({ redelivered }) => formatCount(redelivered),
  },
];

/** Where events wait: the stream, then each stage of the worker. */
export function Flow({ pipeline: { lag, stream, stages } }: { pipeline: Pipeline }) {
  return (
    <Panel title="On the way" under="Redelivered is information: each event is counted once" flush>
      <dl className={css.facts}>
        <dt>Oldest unprocessed</dt>
        <dd>
          {lag.oldestUnprocessedMs === null ? (
            <Unknown why="The worker is silent: nobody knows how much waits" />
          ) : (
            `${formatMs(lag.oldestUnprocessedMs)}${lag.waiting === null ? '' : `, ${formatMany(lag.waiting, 'event')} waiting`}`
          )}
        </dd>
        <dt>Stream</dt>
        <dd>
          {stream === null ? (
            <Unknown why="The broker does not answer" />
          ) : (
            <>
              {formatMany(stream.messages, 'event')} kept, {formatBytes(stream.bytes)}
              <span className="dim">
                , newest <When at={stream.lastAt} kind="ago" why="Nothing in the stream" />
              </span>
            </>
          )}
        </dd>
      </dl>
      {stages.length === 0 ? (
        <EmptyState title="No stages" command="npm run dev">
          A worker makes them when it starts:
        </EmptyState>
      ) : (
        <DataTable label="Stages" columns={COLUMNS} rows={stages} rowKey={({ name }) => name} />
      )}
    </Panel>
  );
}
