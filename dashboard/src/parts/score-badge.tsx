import { IconFlame } from '@tabler/icons-react';
import { inWords } from '../format/words.ts';
import { Tag } from './tag.tsx';
import { Unknown } from './unknown.tsx';
import css from './score-badge.module.css';

type ScoreBadgeProps = { score: number | null; tier?: 'tier_1' | 'tier_2' | 'none'; hot: boolean; why?: string };

const TIERS = {
  tier_1:
    'Tier 1: worth a visit whatever the score: a team of 5 or more, 100 or more documents a month, or a CRM (unless set otherwise). The score says how much is known that speaks for buying now.',
  tier_2: 'Tier 2: something is known of the need, but nothing that makes a large customer.',
};

/** A lead score out of 100, its tier in words, and whether it is hot. */
export function ScoreBadge({ score, tier = 'none', hot, why = 'Too little is known for a score' }: ScoreBadgeProps) {
  return (
    <span className={css.badge}>
      <b className={css.score}>{score === null ? <Unknown why={why} /> : score}</b>
      {tier !== 'none' && (
        <span className={css.tier} data-hint={TIERS[tier]}>
          {inWords(tier)}
        </span>
      )}
      {hot && (
        <Tag tone="accent" hint="Above the score at which sales is alerted">
          <IconFlame size={13} aria-hidden /> hot
        </Tag>
      )}
    </span>
  );
}
