import { createUsual } from '../../api/read/usual.ts';
import type { Store } from '../../clickhouse/client.ts';
import { alertsOfCalls } from '../../clickhouse/queries/alerts-of-calls.ts';
import { booksTotal } from '../../clickhouse/queries/books-total.ts';
import { books } from '../../clickhouse/queries/books.ts';
import { callsSummary } from '../../clickhouse/queries/calls-summary.ts';
import { latencyPercentiles } from '../../clickhouse/queries/latency-percentiles.ts';
import { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import { storedEvents } from '../../clickhouse/queries/stored-events.ts';
import { turnParts } from '../../clickhouse/queries/turn-parts.ts';
import { turnsOfCalls } from '../../clickhouse/queries/turns-of-calls.ts';
import { unexplainedShare } from '../../clickhouse/queries/unexplained-share.ts';
import { alertsSection } from './alerts-section.ts';
import { booksSection, whyUnbalanced } from './books-section.ts';
import { callerOf, type Call } from './callers.ts';
import { callsSection, type Named } from './calls-section.ts';
import { heading } from './format.ts';
import { latencySection } from './latency-section.ts';
import { slowestSection } from './slowest-section.ts';
import { leadsSection } from './leads-section.ts';
import { TENANT } from './settle.ts';

const SECTIONS = {
  calls: {
    title: 'The calls',
    about: [
      'One line a call. Interrupted: by the caller. Fell back: to another vendor, since the first did not answer.',
      'Signals: facts learned (team size, timeline) of those asked for. Score: how good a lead it is, 0-100.',
    ],
  },
  latency: {
    title: 'What the callers waited for',
    about: [
      "Heard: from the caller's last word to the first sound of the answer; 95 of 100 turns took at most p95.",
      'n: turns counted. Excluded: turns without a wait, below. Not measured: turns that lack this number.',
    ],
  },
  leads: {
    title: 'The leads',
    about: ['The score is the sum of the points as a share of all there are; each line is what the caller said.'],
  },
  alerts: {
    title: 'Alerts',
    about: ['What the sales team is told of a hot lead, while the caller is still on the line.'],
  },
  books: {
    title: 'The books',
    about: ['Nothing is lost when each published event is stored, a dead letter (not understood) or a declared gap.'],
  },
};

/** What the store knows of these calls, as text; and why the books do not balance, empty when they do. */
export async function summaryOf(
  store: Store,
  calls: readonly Call[],
): Promise<{ lines: string[]; unbalanced: string[] }> {
  const { sessions, leads, percentiles, turns, parts, shares, usual, alerts, producers, total, stored } = await readAll(
    store,
    calls,
  );
  if (sessions.length === 0) return { lines: [heading(SECTIONS.calls), '  nothing of them is stored'], unbalanced: [] };
  const nameOf = (id: string) => {
    const call = calls.find((one) => one.id === id);
    return call ? callerOf(call) : id;
  };
  const agentOf = (id: string) => sessions.find((row) => row.call_id === id)?.agent_name ?? '';
  const named = <Row extends { call_id: string }>(rows: readonly Row[]): Named<Row>[] =>
    rows.map((row) => ({ name: nameOf(row.call_id), row }));
  const emulated = [...new Set(sessions.flatMap((session) => session.emulated))].toSorted();
  return {
    lines: [
      heading(SECTIONS.calls),
      ...callsSection(byName(named(sessions))),
      heading(SECTIONS.latency),
      ...latencySection(percentiles, turns, shares, emulated),
      ...slowestSection(turns, parts, { nameOf, agentOf, usual }),
      heading(SECTIONS.leads),
      ...leadsSection(named(leads)),
      heading(SECTIONS.alerts),
      ...alertsSection(named(alerts)),
      heading(SECTIONS.books),
      ...booksSection(byName(named(producers)), total),
    ],
    unbalanced: whyUnbalanced(byName(named(producers)), named(stored)),
  };
}

async function readAll(store: Store, calls: readonly Call[]) {
  const scope = { tenant: TENANT, callIds: calls.map(({ id }) => id) };
  const [sessions, leads, alerts] = await Promise.all([
    store.run(callsSummary, scope),
    store.run(leadScores, scope),
    store.run(alertsOfCalls, scope),
  ]);
  const [percentiles, turns, parts, shares, usual] = await Promise.all([
    store.run(latencyPercentiles, scope),
    store.run(turnsOfCalls, scope),
    store.run(turnParts, scope),
    store.run(unexplainedShare, scope),
    createUsual(store)(TENANT),
  ]);
  const [producers, [total], stored] = await Promise.all([
    store.run(books, scope),
    store.run(booksTotal, scope),
    store.run(storedEvents, scope),
  ]);
  return { sessions, leads, alerts, percentiles, turns, parts, shares, usual, producers, total, stored };
}

function byName<Row>(rows: Named<Row>[]): Named<Row>[] {
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}
