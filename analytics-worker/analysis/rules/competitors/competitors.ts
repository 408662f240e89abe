import type { Competitor } from '../../results.ts';
import type { Encoded } from '../encoder/encoded.ts';
import { quote } from '../read.ts';
import type { Talk } from '../talk.ts';
import { likelyStance, trained } from './likely.ts';
import { namedBy } from './named.ts';

/**
 * The products that the caller names, once each, with how he most likely stands to them.
 *
 * @param tool what the signals say that he works with now
 */
export function findCompetitors(talk: Talk, tool?: unknown, encoded?: Encoded): Competitor[] {
  return namedBy(talk).flatMap((named) => {
    const stance = likelyStance(talk, named, { tool, model: trained(), encoded });
    const first = named.told.find((one) => one.stance === stance) ?? named.told[0];
    if (!first) return [];
    const { mention } = first;
    return [{ ...quote(mention.utterance, mention.from, mention.to), name: named.name, stance }];
  });
}
