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
  { key: 'name', title: 'Stage', cell: ({ name }) => <Name name={name} /> },
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

const isIdle = ({ waiting, inFlight, redelivered }: Stage) => waiting + inFlight + redelivered === 0;

const STAGES: Record<string, string> = {
  ingest: 'Writes every event into the store',
  'derive-hot': 'Concludes again from a call that goes on whenever something new was said: score, alert, live',
  'derive-standard': 'Concludes turns, waits, books and scores from the events of a call',
  'derive-again': 'Concludes once more of calls that got late events, or whose rules changed',
  deliver: 'Sends alerts, until they have arrived',
};

function Name({ name }: { name: string }) {
  const words = <b>{inWords(name.replaceAll('-', ' '))}</b>;
  const hint = STAGES[name];
  return hint === undefined ? (
    words
  ) : (
    <span className={css.hint} tabIndex={0} data-hint={hint}>
      {words}
    </span>
  );
}

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
              {formatMany(stream.messages, 'event')} kept of all calls and days, entries of who read them too;{' '}
              {formatBytes(stream.bytes)}
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
        <div className={css.stages}>
          <DataTable
            label="Stages"
            columns={COLUMNS}
            rows={stages}
            rowKey={({ name }) => name}
            isQuiet={(stage) => isIdle(stage)}
          />
          {stages.some(isIdle) && (
            <p className={`dim ${css.quietStages}`}>
              Nothing waits in:{' '}
              {stages
                .filter(isIdle)
                .map(({ name }) => inWords(name.replaceAll('-', ' ')).toLowerCase())
                .join(', ')}
            </p>
          )}
        </div>
      )}
    </Panel>
  );
}
