import { formatLength } from '../../../format/ms.ts';
import type { Tab } from '../search.ts';
import { useGo } from '../use-go.ts';
import { apart, groupMarks, type Mark, type MarkGroup } from './geometry.ts';
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

const MANY: Record<Mark['kind'], string> = {
  tool: 'tool calls',
  error: 'errors',
  fallback: 'fallbacks',
  signal: 'signals',
  alert: 'alerts',
  room: 'comings and goings',
};

/** px that a sign takes, with its count. */
const widthOf = ({ marks }: MarkGroup) => (marks.length === 1 ? 14 : 16 + 7 * String(marks.length).length);

type MarksProps = { marks: Mark[]; x: (ms: number) => number; y: number; perPixel: number };

/** What happened beside the speech; each opens its proof. */
export function Marks({ marks, x, y, perPixel }: MarksProps) {
  const go = useGo();
  const groups = groupMarks(marks, NEAR * perPixel);
  const places = apart(
    groups.map(({ atMs }) => x(atMs)),
    groups.map((group) => widthOf(group)),
  );
  return (
    <g role="group" aria-label="Events">
      {groups.map(({ atMs, kind, marks: group }, index) => {
        const each = group.map((mark) => `${formatLength(mark.atMs)} ${mark.kind} ${mark.label}`).join(', ');
        const words = group.length > 1 ? `${group.length} ${MANY[kind]}: ${each}` : each;
        const open = () => go({ tab: PROOF[kind] });
        return (
          <g
            key={`${kind}${atMs}`}
            role="button"
            tabIndex={0}
            aria-label={words}
            className={css.mark}
            transform={`translate(${places[index]} ${y})`}
            onClick={open}
            onKeyDown={(event) => event.key === 'Enter' && open()}
          >
            <title>{words}</title>
            <rect x={-7} y={-9} width={group.length > 1 ? 24 : 14} height={18} fill="transparent" />
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
