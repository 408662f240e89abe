import { Link } from '@tanstack/react-router';
import { formatMs } from '../../format/ms.ts';
import { nameOf } from '../../format/who.ts';
import css from './latency.module.css';
import { useSlowest } from './use-slowest.ts';

/** The worst wait with its cause, on the first screen: one click from the number to its turn. */
export function SlowestLine() {
  const { data } = useSlowest();
  const slowest = data?.pages[0]?.items[0];
  if (data !== undefined && slowest === undefined) return null;
  return (
    <p className={css.worst}>
      {slowest?.heardMs != null && (
        <>
          Slowest turn:{' '}
          <Link to="/calls/$callId" params={{ callId: slowest.callId }} search={{ turn: slowest.turn }}>
            {nameOf(slowest.who)} waited <b>{formatMs(slowest.heardMs)}</b>
            {slowest.cause !== null && <> – {slowest.cause}</>} →
          </Link>{' '}
          <a href="#slowest">all slowest turns</a>
        </>
      )}
    </p>
  );
}
