import { Link } from '@tanstack/react-router';
import { formatMs } from '../format/ms.ts';
import css from './sparkbars.module.css';

type SparkbarsProps = {
  callId: string;
  turns: readonly { turn: number; heardMs: number | null }[];
  /** Undefined while it is not known. */
  targetMs: number | undefined;
};

const TARGET_SHARE = 0.45;
const MOST_BARS = 20;

/** Heard latency of turns, newest at the right; the dashed line is the target, bars above it are amber. Each opens its turn. */
export function Sparkbars({ callId, turns: all, targetMs }: SparkbarsProps) {
  const turns = all.slice(-MOST_BARS);
  const most = Math.max(...turns.map((turn) => turn.heardMs ?? 0), 1);
  const scale = targetMs === undefined ? most : Math.max(most, targetMs / TARGET_SHARE);
  const over = turns.filter((turn) => targetMs !== undefined && (turn.heardMs ?? 0) > targetMs).length;
  return (
    <div className={css.bars} role="group" aria-label={`${turns.length} turns, ${over} above the target`}>
      {turns.map(({ turn, heardMs }) => {
        const slow = targetMs !== undefined && heardMs !== null && heardMs > targetMs;
        const kind = heardMs === null ? css.unknown : slow ? css.over : '';
        const text = heardMs === null ? 'not known' : formatMs(heardMs) + (slow ? ', above the target' : '');
        return (
          <Link
            key={turn}
            to="/calls/$callId"
            params={{ callId }}
            search={{ turn }}
            className={`${css.bar} ${kind}`}
            tabIndex={-1}
            aria-label={`Turn ${turn}: ${text}`}
            data-hint={`Turn ${turn}: ${text}`}
          >
            <i style={heardMs === null ? undefined : { height: `${(heardMs / scale) * 100}%` }} />
          </Link>
        );
      })}
      {targetMs !== undefined && turns.length > 0 && (
        <span className={css.target} style={{ bottom: `${(targetMs / scale) * 100}%` }} />
      )}
    </div>
  );
}
