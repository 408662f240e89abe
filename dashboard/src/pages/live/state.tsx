import { IconBrain, IconEar, IconPhoneOff, IconPlugConnected, IconVolume, type IconProps } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { endWords } from '../../format/words.ts';
import type { LiveCall } from '../../live/reduce.ts';
import { Tag } from '../../parts/tag.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import css from './cells.module.css';

const ICONS: Record<NonNullable<LiveCall['agentState']>, ComponentType<IconProps>> = {
  initializing: IconPlugConnected,
  idle: IconEar,
  listening: IconEar,
  thinking: IconBrain,
  speaking: IconVolume,
};

/** What the agent does now; of an ended call, how it ended. */
export function State({ call }: { call: LiveCall }) {
  if (call.endedAt !== null) {
    return (
      <Tag tone={call.endReason === 'agent_lost' ? 'danger' : 'plain'}>
        <IconPhoneOff size={13} aria-hidden /> <span className="cut">{endWords(call)}</span>
      </Tag>
    );
  }
  if (call.agentState === null) return <Unknown why="The agent has not said what it does" />;
  const Icon = ICONS[call.agentState];
  return (
    <span className={call.agentState === 'speaking' ? `${css.state} ${css.speaking}` : css.state}>
      <Icon size={14} aria-hidden /> {call.agentState}
    </span>
  );
}
