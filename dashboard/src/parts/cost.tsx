import type { CallSummary } from '../../../api/types.ts';
import { formatMoney } from '../format/money.ts';
import { Unknown } from './unknown.tsx';

/** What a call cost in all; the Analysis tab has its lines. */
export function Cost({ call: { cost, status } }: { call: Pick<CallSummary, 'cost' | 'status'> }) {
  if (cost !== null) return <>{formatMoney(cost)}</>;
  return (
    <Unknown why={status === 'active' ? 'Known when the call has ended' : 'Not all of it is known, or has a price'} />
  );
}
