import { Button } from '@mantine/core';

type PagerProps = {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  shown: number;
};

/** The foot of a list that pages by cursor. */
export function Pager({ query, shown }: PagerProps) {
  if (!query.hasNextPage) return null;
  return (
    <div style={{ padding: 12, display: 'flex', gap: 12, alignItems: 'center', justifyContent: 'center' }}>
      <Button size="xs" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more
      </Button>
      <span className="dim">{shown} shown</span>
    </div>
  );
}
