import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { formatDuration, formatMs } from '../../format/ms.ts';
import { formatMany } from '../../format/number.ts';
import { Panel } from '../../parts/panel.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { medianOf } from './measure/median.ts';
import type { CallView } from './room/use-call.ts';
import css from './web-call.module.css';

/** The call is over: how it ended, how it was, and where its record is. */
export function Over({ view, again }: { view: CallView; again: () => void }) {
  const { ending, callId, joinedAt, endedAt, heardMs } = view;
  const record = useRef<HTMLAnchorElement>(null);
  useEffect(() => record.current?.focus({ preventScroll: true }), []);
  const median = medianOf(heardMs);
  return (
    <Panel title="Your call" flush>
      <div className={css.stack} role="status">
        <div>
          <p className={css.ending} data-fault={ending?.fault}>
            {ending?.title}
          </p>
          <p className="dim">{ending?.text}</p>
        </div>
        <dl className={css.measures}>
          <div>
            <dt>Length</dt>
            <dd className={css.value}>
              {joinedAt === undefined || endedAt === undefined ? (
                <Unknown why="The room was never joined" />
              ) : (
                formatDuration(endedAt - joinedAt)
              )}
            </dd>
          </div>
          <div>
            <dt>Heard at your ear</dt>
            <dd className={css.value}>
              {median === null ? <Unknown why="No answer began after you had stopped speaking" /> : formatMs(median)}
            </dd>
            <dd className={css.small}>{median !== null && `median of ${formatMany(heardMs.length, 'answer')}`}</dd>
          </div>
        </dl>
        <div className={css.buttons}>
          {callId === undefined ? (
            <Button renderRoot={(props) => <Link {...props} to="/calls" ref={record} />}>See all calls</Button>
          ) : (
            <Button renderRoot={(props) => <Link {...props} to="/calls/$callId" params={{ callId }} ref={record} />}>
              Open the record
            </Button>
          )}
          <Button variant="default" onClick={again}>
            Call again
          </Button>
        </div>
      </div>
    </Panel>
  );
}
