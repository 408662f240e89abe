import { formatMs } from '../../format/ms.ts';
import { formatValue, inWords } from '../../format/words.ts';
import type { LiveCall } from '../../live/reduce.ts';
import { Sparkbars } from '../../parts/sparkbars.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import css from './cells.module.css';
import layout from './live.module.css';

const SHOWN_SIGNALS = 2;

/** The last words of both. */
export function Words({ call }: { call: LiveCall }) {
  return (
    <div className={layout.words}>
      <Said by="Caller" text={call.lastCallerText} />
      <Said by="Agent" text={call.lastAgentText} />
    </div>
  );
}

/** The end of what was said, where the newest words are. */
function Said({ by, text }: { by: string; text: string | null }) {
  return (
    <p className={css.said}>
      <span className={css.speaker}>{by}</span>
      <span className={css.tail}>{text === null ? <Unknown why="No words yet" /> : <bdi dir="ltr">{text}</bdi>}</span>
    </p>
  );
}

/** How long the last answers took, and the newest of them. */
export function Heard({ call, targetMs }: { call: LiveCall; targetMs: number | undefined }) {
  const last = call.heardMs.at(-1)?.heardMs ?? null;
  const slow = targetMs !== undefined && last !== null && last > targetMs;
  return (
    <div className={css.heard}>
      <Sparkbars callId={call.callId} turns={call.heardMs} targetMs={targetMs} />
      <span className={slow ? css.slow : undefined}>
        {last === null ? <Unknown why="No answer was heard yet" /> : formatMs(last)}
      </span>
    </div>
  );
}

/** What was learned, newest first; what has no room is counted. */
export function Signals({ signals }: Pick<LiveCall, 'signals'>) {
  const newest = signals.toReversed();
  const more = newest.slice(SHOWN_SIGNALS);
  return (
    <div className={css.signals}>
      {newest.slice(0, SHOWN_SIGNALS).map((signal) => (
        <Tag key={signal.name} hint={signalText(signal)}>
          <span className="cut">
            {inWords(signal.name)} <b>{formatValue(signal.value)}</b>
          </span>
        </Tag>
      ))}
      {more.length > 0 && <Tag hint={more.map(signalText).join('; ')}>+{more.length}</Tag>}
    </div>
  );
}

function signalText({ name, value }: LiveCall['signals'][number]): string {
  return `${inWords(name)}: ${formatValue(value)}`;
}
