import type { CallOptions, Store } from '../../clickhouse/client.ts';
import type { Query } from '../../clickhouse/query.ts';

/**
 * The store, asked once for what several ask at the same moment: the requests of one page look up the same call, its turns
 * and its words. Who comes while the answer is on its way gets that answer; nothing is kept beyond it. Rows are shared, so
 * nobody may change them.
 */
export function shareReads(store: Store): Store {
  const onTheWay = new Map<string, Promise<unknown[]>>();
  return {
    ...store,
    run<Params, Row>(query: Query<Params, Row>, params: Params, options: CallOptions = {}): Promise<Row[]> {
      if (options.signal) return store.run(query, params, options);
      const key = `${query.name} ${JSON.stringify(params)}`;
      const shared = onTheWay.get(key) as Promise<Row[]> | undefined;
      if (shared) return shared;
      const answer = store.run(query, params, options).finally(() => onTheWay.delete(key));
      onTheWay.set(key, answer);
      return answer;
    },
  };
}
