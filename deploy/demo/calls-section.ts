import type { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { columns, ending, seconds, words } from './format.ts';

type Session = RowOfQuery<typeof callsSummary>;
/** A call's row with the name of its caller. */
export type Named<Row> = { name: string; row: Row };

const HEAD = ['caller', 'lasted', 'turns', 'interrupted', 'fell back', 'ended', 'signals', 'score', 'tier'];
const QUOTE = 39;

/** How each call went, and the words that the line cut off: what is lost elsewhere. */
export function callsSection(sessions: readonly Named<Session>[]): string[] {
  const cut = sessions.flatMap(lastWords);
  return [
    columns(sessions.map(callRow), { head: HEAD }),
    ...(cut.length > 0 ? ['  the call broke off in the middle of', columns(cut, { indent: '    ' })] : []),
  ];
}

function callRow({ name, row }: Named<Session>): string[] {
  return [
    name,
    seconds(row.duration_ms),
    String(row.turns),
    String(row.interruptions),
    String(row.fallbacks),
    row.status === 'active' ? 'still open' : words(row.end_reason),
    `${row.signals_known} of ${row.signals_asked ?? 'unknown'}`,
    row.lead_score === null ? '-' : String(row.lead_score),
    words(row.tier),
  ];
}

function lastWords({ name, row }: Named<Session>): string[][] {
  const { last_caller_words: caller, last_agent_words: agent, last_agent_words_cut: cut } = row;
  const heard = cut === 'heard' ? '(as far as it was heard)' : '(what was heard is not known)';
  return [
    ...(caller ? [[name, 'caller', `"${ending(caller, QUOTE)}"`]] : []),
    ...(cut ? [[name, 'agent', `${agent ? `"${ending(agent, QUOTE)}" ` : ''}${heard}`]] : []),
  ];
}
