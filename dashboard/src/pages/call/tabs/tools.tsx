import { useQuery } from '@tanstack/react-query';
import type { ToolCall } from '../../../../../api/types.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Ms } from '../../../parts/ms.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { When } from '../../../parts/when.tsx';
import { toolsQuery } from '../data.ts';
import { Code } from './code.tsx';
import { TurnLink } from './jump.tsx';
import { Tab, WithRight } from './tab.tsx';
import css from './tabs.module.css';

/** What the agent did beside talking. */
export function Tools({ callId }: { callId: string }) {
  return (
    <WithRight what="What tools were asked and what they answered">
      <List callId={callId} />
    </WithRight>
  );
}

function List({ callId }: { callId: string }) {
  const query = useQuery(toolsQuery(callId));
  return (
    <Tab query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="No tools">The agent’s model called no tool in this call.</EmptyState>
        ) : (
          <ul className={css.rows}>
            {items.map((tool) => (
              <Row key={`${tool.name}${tool.at}`} tool={tool} />
            ))}
          </ul>
        )
      }
    </Tab>
  );
}

function Row({ tool }: { tool: ToolCall }) {
  const { name, at, durationMs, isError, turn, arguments: asked, output } = tool;
  return (
    <li className={css.row}>
      <div className={css.line}>
        <b className="mono">{name}</b>
        {isError && <Tag tone="danger">failed</Tag>}
        <Ms value={durationMs} why="When it ended is not known" />
        <span className={css.end}>
          {turn !== null && <TurnLink turn={turn}>turn {turn}</TurnLink>} <When at={at} kind="clock" />
        </span>
      </div>
      <Code label="Asked" text={asked} />
      <Code label={isError ? 'Error' : 'Answered'} text={output} />
    </li>
  );
}
