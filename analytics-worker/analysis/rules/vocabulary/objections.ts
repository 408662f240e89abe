import { authority } from './objections/authority.ts';
import { competitor } from './objections/competitor.ts';
import { feature } from './objections/feature.ts';
import { integration } from './objections/integration.ts';
import { price } from './objections/price.ts';
import { statusQuo } from './objections/statusQuo.ts';
import { timing } from './objections/timing.ts';
import { trust } from './objections/trust.ts';

/** What stands against buying by itself. The sets are those of `objectionSets.ts`, people and products. */
export const objections = {
  price,
  timing,
  authority,
  trust,
  integration,
  feature,
  competitor,
  status_quo: statusQuo,
} as const;
