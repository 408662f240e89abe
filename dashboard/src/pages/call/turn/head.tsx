import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Turn } from '../../../../../api/types.ts';
import { useTargetMs } from '../../../app/use-target.ts';
import { formatMs, splitMs } from '../../../format/ms.ts';
import { formatMany } from '../../../format/number.ts';
import { Tag } from '../../../parts/tag.tsx';
import { Unknown } from '../../../parts/unknown.tsx';
import { When } from '../../../parts/when.tsx';
import { useGo } from '../use-go.ts';
import { BASES, EXCLUDED } from './reading.ts';
import css from './turn.module.css';

type TurnHeadProps = { turn: Turn; turns: Turn[]; preset: boolean };

/** The answer first: what the caller waited, and why. */
export function TurnHead({ turn, turns, preset }: TurnHeadProps) {
  const reason = EXCLUDED[turn.excluded] ?? turn.excluded;
  return (
    <header>
      <div className={css.line}>
        <h3 className={css.name}>Turn {turn.turn}</h3>
        {preset && <span className="dim">the slowest</span>}
        <When at={turn.startedAt} kind="clock" />
        {turn.interrupted && <Tag tone="warning">interrupted</Tag>}
        {turn.cancelled && (
          <Tag tone="warning" hint="The answer was aborted before it was heard">
            cancelled
          </Tag>
        )}
        <Steps turn={turn} turns={turns} />
      </div>
      <div className={css.line}>
        <Heard turn={turn} />
      </div>
      {turn.cause !== null && <p className={css.cause}>{turn.cause}</p>}
      <p className={css.small}>
        {turn.heardBasis !== '' && `${BASES[turn.heardBasis] ?? turn.heardBasis} · `}
        {formatMany(turn.modelCalls, 'model call')} · {formatMany(turn.toolCalls, 'tool call')}
        {reason !== '' && ` · counts in no percentile: ${reason}`}
      </p>
    </header>
  );
}

function Heard({ turn: { heardMs, excluded } }: { turn: Turn }) {
  const targetMs = useTargetMs();
  if (heardMs === null) {
    return (
      <span className={css.heard}>
        <Unknown why={EXCLUDED[excluded] ?? 'Not measured'} />
      </span>
    );
  }
  const { value, unit } = splitMs(heardMs);
  const over = targetMs === undefined ? null : heardMs - targetMs;
  return (
    <>
      <span className={css.heard}>
        {value}
        <small>{unit}</small>
      </span>
      <span className="dim" title="From the caller’s last sound to the first of the answer">
        until the answer was heard
        {over !== null && over > 0 && <b className={css.over}> · {formatMs(over)} above the target</b>}
        {over !== null && over <= 0 && ' · within the target'}
      </span>
    </>
  );
}

function Steps({ turn, turns }: { turn: Turn; turns: Turn[] }) {
  const go = useGo();
  const at = turns.findIndex((one) => one.turn === turn.turn);
  const step = (by: 1 | -1, label: string) => {
    const to = turns[at + by]?.turn;
    const Icon = by === 1 ? IconChevronRight : IconChevronLeft;
    return (
      <ActionIcon
        variant="default"
        size="sm"
        aria-label={label}
        disabled={to === undefined}
        onClick={() => go({ turn: to })}
      >
        <Icon size={14} />
      </ActionIcon>
    );
  };
  return (
    <span className={css.steps}>
      {step(-1, 'Turn before')}
      {step(1, 'Next turn')}
    </span>
  );
}
