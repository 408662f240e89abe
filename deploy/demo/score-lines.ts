import { z } from 'zod';
import type { leadScores } from '../../clickhouse/queries/lead-scores.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { short } from './format.ts';

/** What the summary shows of a stored lead score. */
const storedScore = z.looseObject({
  points: z.number(),
  maxPoints: z.number(),
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

/** A lead with what its score is made of, so that a person can add it up by hand. */
export function scoreLines(lead: RowOfQuery<typeof leadScores>): string[] {
  const who = `${lead.name || 'unknown caller'}${lead.company ? ` (${lead.company})` : ''}`;
  if (lead.result === null || lead.lead_score === null) return [`  ${who}: no score, no signal that counts was said`];
  const score = storedScore.parse(JSON.parse(lead.result));
  const sum = `${score.points} of ${score.maxPoints} points`;
  return [
    `  ${who}: ${lead.lead_score} of 100, ${lead.tier}, confidence ${score.confidence} (${sum})`,
    ...score.breakdown.filter(({ known }) => known).map(breakdownLine),
  ];
}

function breakdownLine({ signal, value, points, evidence }: z.infer<typeof storedScore>['breakdown'][number]): string {
  const said = evidence?.quote ? `  "${short(evidence.quote, 60)}"` : '';
  return `    ${String(points).padStart(3)}  ${signal} = ${JSON.stringify(value)}${said}`;
}
