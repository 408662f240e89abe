import { piecesOf, quote } from '../sql-text.ts';

const DDL_HEAD = /^(\s*(?:CREATE|ALTER|DROP)\s+(?:DATABASE|TABLE|VIEW)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?[\w.]+)/i;
const QUOTED_DDL_HEAD = /^\s*(?:CREATE|ALTER|DROP)\s+(?:DATABASE|TABLE|VIEW)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?$/i;
const ENGINE = /(\bENGINE\s*=\s*)(?!Replicated)(\w*MergeTree)\b/gi;

/**
 * The statement for a cluster: `ON CLUSTER`, and engines that replicate. Without arguments of their own they take the
 * server's `default_replica_path` and macros. Text in quotes and comments stays.
 */
export function onCluster(statement: string, cluster: string): string {
  const pieces = piecesOf(statement);
  let head = true;
  return pieces
    .map(({ kind, text }, index) => {
      if (kind === 'comment') return text;
      const before = pieces[index - 1]?.text ?? '';
      if (kind === 'quoted') {
        const named = head && QUOTED_DDL_HEAD.test(before);
        head = false;
        return named ? `${text} ON CLUSTER ${quote(cluster)}` : text;
      }
      const replicated = text.replace(ENGINE, '$1Replicated$2');
      if (!head || !DDL_HEAD.test(replicated) || QUOTED_DDL_HEAD.test(replicated)) return replicated;
      head = false;
      return replicated.replace(DDL_HEAD, `$1 ON CLUSTER ${quote(cluster)}`);
    })
    .join('');
}
