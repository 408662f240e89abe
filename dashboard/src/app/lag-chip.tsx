import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX, IconQuestionMark } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMs } from '../format/ms.ts';
import type { Pulse } from '../live/reduce.ts';
import type { SourceStatus } from '../live/source.ts';
import { useLiveStatus, usePulse } from '../live/use-live.ts';
import css from './lag-chip.module.css';

const WARN_MS = 5000;
const ALARM_MS = 60_000;

/** The age of the oldest event that is not yet in the tables; leads to where it waits. */
export function LagChip() {
  const { tone, icon: Icon, text, why } = describe(useLiveStatus(), usePulse());
  return (
    <Tooltip label={why}>
      <Link to="/pipeline" className={`${css.chip} ${css[tone]}`} aria-label={`${text}. ${why}`}>
        <Icon size={14} aria-hidden />
        <span>{text}</span>
      </Link>
    </Tooltip>
  );
}

function describe(status: SourceStatus, pulse: Pulse | undefined) {
  if (status === 'reconnecting') {
    return {
      tone: 'warning',
      icon: IconPlugConnectedX,
      text: 'reconnecting',
      why: 'The live stream is cut: what you see may be old',
    };
  }
  if (pulse === undefined)
    return { tone: 'plain', icon: IconQuestionMark, text: 'connecting', why: 'Waiting for the live stream' };
  const { lagMs } = pulse;
  if (lagMs === null) {
    return {
      tone: 'warning',
      icon: IconQuestionMark,
      text: 'no sample',
      why: 'The worker is silent: nobody knows how much waits',
    };
  }
  const text = `lag ${formatMs(lagMs)}`;
  const why =
    lagMs === 0 ? 'Every event is in the tables' : `The oldest event not yet in the tables is ${formatMs(lagMs)} old`;
  if (lagMs > ALARM_MS) return { tone: 'danger', icon: IconAlertTriangle, text, why };
  if (lagMs > WARN_MS) return { tone: 'warning', icon: IconAlertTriangle, text, why };
  return { tone: 'plain', icon: IconCircleCheck, text, why };
}
