import { z } from 'zod';
import type { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import type { Named } from './calls-section.ts';
import { columns, plain, short, words } from './format.ts';

type Lead = RowOfQuery<typeof leadScores>;

/** What the summary shows of a stored lead score. */
const storedScore = z.looseObject({
  points: z.number(),
  maxPoints: z.number(),
  hot: z.boolean(),
  confidence: z.string(),
  breakdown: z.array(
    z.looseObject({
      signal: z.string(),
      value: z.unknown(),
      known: z.boolean(),
      points: z.number(),
      evidence: z.looseObject({ quote: z.string().nullable() }).nullable(),
    }),
  ),
});
type Score = z.infer<typeof storedScore>;

const QUOTE = 60;

/** The leads, best first, each with what its score is made of, so that a person can add it up by hand. */
export function leadsSection(leads: readonly Named<Lead>[]): string[] {
  const scored = leads.flatMap(({ name, row }) => {
    if (row.result === null || row.lead_score === null) return [];
    return [{ name, row, score: storedScore.parse(JSON.parse(row.result)) }];
  });
  const others = leads.filter(({ name }) => !scored.some((lead) => lead.name === name));
  // One table, so that the columns of all leads stand under each other.
  const breakdown = columns(
    scored.flatMap(({ score }) => breakdownOf(score)),
    { indent: '       ' },
  ).split('\n');
  return [
    ...scored.flatMap(({ name, row, score }) => [
      headOf({ name, row }, score),
      ...breakdown.splice(0, breakdownOf(score).length),
    ]),
    ...(others.length > 0 ? [`    -  no signal that counts: ${others.map(({ name }) => name).join(', ')}`] : []),
  ];
}

function headOf({ name, row }: Named<Lead>, { points, maxPoints, hot, confidence }: Score): string {
  const sum = `${points} of ${maxPoints} points`;
  const about = [hot ? 'HOT' : '', words(row.tier), sum, `${confidence} confidence`].filter(Boolean).join(' · ');
  return `  ${String(row.lead_score).padStart(3)}  ${whoIs({ name, row })}: ${about}`;
}

function breakdownOf({ breakdown }: Score): string[][] {
  const known = breakdown.filter((signal) => signal.known);
  return known.map(({ signal, value, points, evidence }) => [
    `+${points}`,
    words(signal),
    plain(value),
    evidence?.quote ? `"${short(evidence.quote, QUOTE)}"` : '',
  ]);
}

function whoIs({ name, row }: Named<Lead>): string {
  return row.company ? `${name}, ${row.company}` : name;
}
