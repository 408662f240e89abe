import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { AlertCard } from '../../../parts/alert-card.tsx';
import { alertsQuery } from '../data.ts';
import { Tab } from './tab.tsx';

/** Who was told what about this call, with every attempt. */
export function Alerts({ callId }: { callId: string }) {
  const query = useQuery(alertsQuery(callId));
  return (
    <Tab query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="No alerts">
            An alert fires once, while the caller is still on the line, when his score passes 80 or a rule of your own
            holds.
          </EmptyState>
        ) : (
          <>
            {items.map((alert) => (
              <AlertCard key={`${alert.rule}${alert.kind}${alert.raisedAt}`} alert={alert} />
            ))}
          </>
        )
      }
    </Tab>
  );
}
