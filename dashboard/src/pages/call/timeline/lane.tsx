import { useSearch } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { formatLength, formatMs } from '../../../format/ms.ts';
import { useGo } from '../use-go.ts';
import type { Span } from './geometry.ts';
import css from './timeline.module.css';

type LaneProps = {
  lane: Span['lane'];
  spans: Span[];
  x: (ms: number) => number;
  y: number;
  height: number;
};

const NARROWEST = 2;

/** What one of the two said, stretch by stretch; each chooses its turn. One stop for the tab key, arrows go on. */
export function Lane({ lane, spans, x, y, height }: LaneProps) {
  const { turn } = useSearch({ from: '/app/calls/$callId' });
  const mine = spans.filter((span) => span.lane === lane).toSorted((a, b) => a.fromMs - b.fromMs);
  const chosen = mine.findIndex((span) => turn !== undefined && span.turn === turn);
  return (
    <g role="group" aria-label={lane === 'caller' ? 'Caller' : 'Agent'}>
      <text x={0} y={y + height / 2 + 4} className={css.name} aria-hidden>
        {lane === 'caller' ? 'Caller' : 'Agent'}
      </text>
      {mine.map((span, index) => (
        <Speech
          key={`${span.fromMs}${span.turn}`}
          span={span}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          chosen={index === chosen}
          box={{ x: x(span.fromMs), width: Math.max(x(span.toMs) - x(span.fromMs), NARROWEST), y, height }}
        />
      ))}
    </g>
  );
}

type SpeechProps = {
  span: Span;
  tabIndex: number;
  chosen: boolean;
  box: { x: number; y: number; width: number; height: number };
};

function Speech({ span, tabIndex, chosen, box }: SpeechProps) {
  const go = useGo();
  const choose = () => span.turn !== null && go({ turn: span.turn, tab: 'turn' });
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    if (event.key === 'Enter' || event.key === ' ') choose();
    else if (event.key === 'ArrowRight') focusOn(event.currentTarget.nextElementSibling);
    else if (event.key === 'ArrowLeft') focusOn(event.currentTarget.previousElementSibling);
    else return;
    event.preventDefault();
  };
  const end = box.x + box.width;
  return (
    <g
      role="button"
      tabIndex={tabIndex}
      aria-pressed={chosen}
      aria-label={wordsOf(span)}
      className={css.speech}
      onClick={choose}
      onKeyDown={onKeyDown}
    >
      <title>{wordsOf(span)}</title>
      <rect {...box} rx={3} className={css[span.lane]} data-chosen={chosen || undefined} />
      {span.interrupted && (
        <path d={`M${end - 5} ${box.y}h5v${box.height}h-5l3-${box.height / 2}z`} className={css.broken} />
      )}
    </g>
  );
}

function wordsOf({ lane, turn, fromMs, toMs, interrupted }: Span): string {
  const who = `${lane === 'caller' ? 'Caller' : 'Agent'}${turn === null ? '' : `, turn ${turn}`}`;
  const when = `${formatLength(fromMs)} to ${formatLength(toMs)}, ${formatMs(toMs - fromMs)}`;
  return `${who}: ${when}${interrupted ? ', interrupted' : ''}`;
}

function focusOn(element: Element | null): void {
  if (element instanceof SVGElement && element.getAttribute('role') === 'button') element.focus();
}
