import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Panel } from '../../parts/panel.tsx';
import type { CallView } from './room/use-call.ts';
import css from './web-call.module.css';

const SPEAKERS = { caller: 'You', agent: 'Agent' };
/** Who has scrolled up by more reads something, and is left there. */
const NEAR_PX = 80;

/** What is said, as it is written down while it is said. */
export function Transcript({ lines, phase }: Pick<CallView, 'lines' | 'phase'>) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => follow(box.current), [lines]);
  const spoken = lines.findLast(({ final }) => final);
  return (
    <Panel title="Transcript" flush>
      <VisuallyHidden role="log" aria-label="What is said">
        {spoken && `${SPEAKERS[spoken.by]}: ${spoken.text}`}
      </VisuallyHidden>
      <div className={css.words} ref={box} tabIndex={0} role="region" aria-label="Transcript so far">
        {lines.length === 0 ? (
          <Nothing phase={phase} />
        ) : (
          <ol>
            {lines.map(({ id, by, text, final }, index) => (
              <li key={id} data-by={by} data-interim={!final || undefined} data-testid={`said-by-${by}`}>
                {lines[index - 1]?.by !== by && <span className={css.speaker}>{SPEAKERS[by]}</span>}
                <span>{text}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}

function Nothing({ phase }: Pick<CallView, 'phase'>) {
  return phase === 'over' ? (
    <EmptyState title="Nothing was said">What the recogniser heard would stand here.</EmptyState>
  ) : (
    <EmptyState title="Nothing was said yet">
      Your words and the agent’s appear here while they are spoken, as the recogniser hears them.
    </EmptyState>
  );
}

function follow(box: HTMLElement | null): void {
  if (box !== null && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX + box.clientHeight / 2)
    box.scrollTop = box.scrollHeight;
}
