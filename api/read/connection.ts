import type { connectionOfCall } from '../../clickhouse/queries/connection-of-call.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Connection } from '../types.ts';
import { iso } from './times.ts';

type Row = RowOfQuery<typeof connectionOfCall>;

/** Samples of both sides, where the quality of one changed, and how often each had to connect again. */
export function connectionOf(rows: readonly Row[]): Connection {
  return {
    samples: rows.map((row) => ({
      side: row.side,
      at: iso(row.at),
      quality: row.quality,
      packetLossPercent: row.packet_loss_percent,
      jitterMs: row.jitter_ms,
      rttMs: row.rtt_ms,
      bytesIn: row.bytes_in,
      bytesOut: row.bytes_out,
    })),
    changes: (['agent', 'caller'] as const)
      .flatMap((side) => changesOf(rows.filter((row) => row.side === side)))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    reconnections: { agent: mostOf(rows, 'agent'), caller: mostOf(rows, 'caller') },
  };
}

/** @param own samples of one side, oldest first */
function changesOf(own: readonly Row[]): Connection['changes'] {
  return own.flatMap(({ side, at, quality: to }, index) => {
    const from = own[index - 1]?.quality;
    return from === undefined || from === to ? [] : [{ side, at: iso(at), from, to }];
  });
}

/** Samples count up. Null where the side told nothing. */
function mostOf(rows: readonly Row[], side: Row['side']): number | null {
  const own = rows.filter((row) => row.side === side);
  return own.length === 0 ? null : Math.max(...own.map(({ reconnections }) => reconnections));
}
