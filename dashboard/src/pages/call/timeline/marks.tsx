import { formatLength } from '../../../format/ms.ts';
import type { Tab } from '../search.ts';
import { useGo } from '../use-go.ts';
import { groupMarks, type Mark } from './geometry.ts';
import { Shape } from './shape.tsx';
import css from './timeline.module.css';

/** Marks nearer than this lie on each other, px. */
const NEAR = 24;

const PROOF: Record<Mark['kind'], Tab> = {
  tool: 'tools',
  error: 'tools',
  fallback: 'usage',
  signal: 'signals',
  alert: 'alerts',
  room: 'events',
};

type MarksProps = { marks: Mark[]; x: (ms: number) => number; y: number; perPixel: number };

/** What happened beside the speech; each opens its proof. */
export function Marks({ marks, x, y, perPixel }: MarksProps) {
  const go = useGo();
  return (
    <g role="group" aria-label="Events">
      {groupMarks(marks, NEAR * perPixel).map(({ atMs, kind, marks: group }) => {
        const each = group.map((mark) => `${formatLength(mark.atMs)} ${mark.kind} ${mark.label}`).join(', ');
        const words = group.length > 1 ? `${group.length} events: ${each}` : each;
        const open = () => go({ tab: PROOF[kind] });
        return (
          <g
            key={atMs}
            role="button"
            tabIndex={0}
            aria-label={words}
            className={css.mark}
            transform={`translate(${x(atMs)} ${y})`}
            onClick={open}
            onKeyDown={(event) => event.key === 'Enter' && open()}
          >
            <title>{words}</title>
            <rect x={-7} y={-9} width={group.length > 1 ? 22 : 14} height={18} fill="transparent" />
            <Shape kind={kind} />
            {group.length > 1 && (
              <text x={7} y={4} className={css.count}>
                {group.length}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
