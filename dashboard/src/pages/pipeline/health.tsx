import type { ReactNode } from 'react';
import type { Pipeline } from '../../../../api/types.ts';
import { formatMany } from '../../format/number.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Tag } from '../../parts/tag.tsx';
import { When } from '../../parts/when.tsx';
import css from './pipeline.module.css';

/** The parts that must be up, and since when. */
export function Health({ pipeline: { broker, store, workers } }: { pipeline: Pipeline }) {
  return (
    <Panel title="Parts" flush>
      <ul className={css.health}>
        <Part name="Broker" ok={broker.ok} problem={broker.problem} />
        <Part name="Store" ok={store.ok} problem={store.problem}>
          {store.version !== null && `ClickHouse ${store.version}`}
          {store.upSince !== null && (
            <>
              , up since <When at={store.upSince} />
            </>
          )}
        </Part>
        {workers.length === 0 && <Part name="Worker" ok={false} problem="None has been seen: npm run dev starts one" />}
        {workers.map((worker) => (
          <Part key={worker.id} name="Worker" ok problem={null}>
            <CopyId id={worker.id} label="worker" /> holds {formatMany(worker.held, 'event')}, seen{' '}
            <When at={worker.lastSeenAt} kind="ago" />, up since <When at={worker.startedAt} />
          </Part>
        ))}
      </ul>
    </Panel>
  );
}

type PartProps = { name: string; ok: boolean; problem: string | null; children?: ReactNode };

function Part({ name, ok, problem, children }: PartProps) {
  return (
    <li>
      <div className={css.part}>
        <b className="cut">{name}</b>
        <Tag tone={ok ? 'good' : 'danger'}>{ok ? 'up' : 'down'}</Tag>
      </div>
      <p className="dim">{problem ?? children}</p>
    </li>
  );
}
