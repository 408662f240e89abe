import { useElementSize } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import type { Timeline } from '../../../../../api/types.ts';
import { formatLength, formatMs } from '../../../format/ms.ts';
import { formatMany } from '../../../format/number.ts';
import { Axis } from './axis.tsx';
import { overlapsOf, silencesOf } from './geometry.ts';
import { Lane } from './lane.tsx';
import { Marks } from './marks.tsx';
import css from './timeline.module.css';

export const HEIGHT = 112;
/** px from the top. */
const ROWS = { marks: 10, caller: 26, agent: 54, axis: 86 } as const;
const LANE = 22;
const LEFT = 52;
const RIGHT = 10;

type DrawingProps = { timeline: Timeline; startedAt: string | undefined };

/** Two lanes to scale. The chosen turn's answer can be focused; arrow keys go to the next. */
export function Drawing({ timeline, startedAt }: DrawingProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { turn } = useSearch({ from: '/app/calls/$callId' });
  const { spans, marks } = timeline;
  const durationMs = Math.max(
    timeline.durationMs,
    ...spans.map(({ toMs }) => toMs),
    ...marks.map(({ atMs }) => atMs),
    1,
  );
  const plot = Math.max(width - LEFT - RIGHT, 1);
  const x = (ms: number) => LEFT + (ms / durationMs) * plot;
  const overlaps = overlapsOf(spans);
  const silences = silencesOf(spans);
  const label = `Timeline of ${formatLength(durationMs)}: ${formatMany(spans.length, 'stretch', 'stretches')} of speech, ${formatMany(overlaps.length, 'overlap')}, ${formatMany(silences.length, 'long silence')}`;
  const band = { y: ROWS.caller - 4, height: ROWS.agent + LANE - ROWS.caller + 8 };
  return (
    <div ref={ref} className={css.box} style={{ height: HEIGHT }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="group" aria-label={label}>
          <Hatch />
          <Axis durationMs={durationMs} plot={plot} x={x} y={ROWS.axis} top={band.y} startedAt={startedAt} />
          <Chosen spans={spans.filter((span) => span.turn === turn && turn !== undefined)} x={x} {...band} />
          {silences.map(({ fromMs, toMs }) => (
            <g key={`s${fromMs}`}>
              <title>Silence of {formatMs(toMs - fromMs)}</title>
              <rect x={x(fromMs)} width={x(toMs) - x(fromMs)} {...band} fill="url(#silence)" />
              {x(toMs) - x(fromMs) > 44 && (
                <text x={x((fromMs + toMs) / 2)} y={ROWS.agent - 1} className={css.silence}>
                  {formatMs(toMs - fromMs)}
                </text>
              )}
            </g>
          ))}
          <Lane lane="caller" spans={spans} x={x} y={ROWS.caller} height={LANE} />
          <Lane lane="agent" spans={spans} x={x} y={ROWS.agent} height={LANE} />
          {overlaps.map(({ fromMs, toMs }) => (
            <rect
              key={`o${fromMs}`}
              x={x(fromMs)}
              width={Math.max(x(toMs) - x(fromMs), 2)}
              {...band}
              className={css.overlap}
            >
              <title>Both spoke for {formatMs(toMs - fromMs)}</title>
            </rect>
          ))}
          <Marks marks={marks} x={x} y={ROWS.marks} perPixel={durationMs / plot} />
        </svg>
      )}
    </div>
  );
}

function Hatch() {
  return (
    <defs>
      <pattern id="silence" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1" height="6" fill="var(--line-strong)" />
      </pattern>
    </defs>
  );
}

type ChosenProps = { spans: Timeline['spans']; x: (ms: number) => number; y: number; height: number };

/** Behind the words of the chosen turn. */
function Chosen({ spans, x, ...band }: ChosenProps) {
  if (spans.length === 0) return null;
  const from = x(Math.min(...spans.map(({ fromMs }) => fromMs))) - 3;
  const to = x(Math.max(...spans.map(({ toMs }) => toMs))) + 3;
  return <rect x={from} width={to - from} {...band} rx={4} className={css.chosen} />;
}
