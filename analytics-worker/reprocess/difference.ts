import { z } from 'zod';
import type { resultsOfCalls } from '../../clickhouse/queries/results-of-calls.ts';
import type { RowOfQuery } from '../../clickhouse/query.ts';
import { groupBy } from '../../lib/group.ts';
import { EarshotError } from '../../lib/errors.ts';

/** One side of a comparison: `llm`, `rules@2`, `rules@previous`. */
export type Side = { engine: string; version: number | 'newest' | 'previous' };

const FORM = /^(rules|llm)(?:@(\d+|previous))?$/;

/** @throws EarshotError `bad_option`, naming the option */
export function readSide(text: string, option: string): Side {
  const [, engine, version] = FORM.exec(text) ?? [];
  if (engine === undefined) {
    const fix = 'give an engine, with a version where it is not the newest: llm, rules@2, rules@previous';
    throw new EarshotError({ code: 'bad_option', field: option, message: `is ${text}`, fix });
  }
  if (version === undefined) return { engine, version: 'newest' };
  return { engine, version: version === 'previous' ? version : Number(version) };
}

/** Analysers whose results are compared. */
export const COMPARED = ['lead', 'summary'];

type Row = RowOfQuery<typeof resultsOfCalls>;
/** What is missing was not analysed by that side. */
export type Verdict = { tier?: string; score?: number | null; outcome?: string };
export type Difference = { call: string; changed: (keyof Verdict)[]; before: Verdict; after: Verdict };

const FIELDS = ['tier', 'score', 'outcome'] as const;

const lead = z.looseObject({ lead: z.looseObject({ tier: z.string(), score: z.number().nullable() }) });
const summary = z.looseObject({ outcome: z.string() });

/** Which calls differ, of what both sides have analysed, in the order of `calls`. */
export function differencesOf(
  calls: readonly string[],
  rows: readonly Row[],
  sides: { before: Side; after: Side },
): { compared: number; differences: Difference[] } {
  const byCall = groupBy(rows, ({ call_id: call }) => call);
  const compared = calls.flatMap((call) => {
    const own = byCall.get(call) ?? [];
    const [before, after] = [verdictOf(own, sides.before), verdictOf(own, sides.after)];
    return FIELDS.some((field) => isIn(field, before, after)) ? [{ call, before, after }] : [];
  });
  const differences = compared.flatMap(({ call, before, after }) => {
    const changed = FIELDS.filter((field) => isIn(field, before, after) && before[field] !== after[field]);
    return changed.length > 0 ? [{ call, changed, before, after }] : [];
  });
  return { compared: compared.length, differences };
}

function isIn(field: keyof Verdict, ...verdicts: Verdict[]): boolean {
  return verdicts.every((verdict) => verdict[field] !== undefined);
}

function verdictOf(rows: readonly Row[], side: Side): Verdict {
  const [leadRow, summaryRow] = COMPARED.map((analyser) => rowOf(rows, analyser, side));
  const { tier, score } = leadRow ? lead.parse(JSON.parse(leadRow.result)).lead : {};
  const { outcome } = summaryRow ? summary.parse(JSON.parse(summaryRow.result)) : {};
  return {
    ...(tier !== undefined && { tier }),
    ...(score !== undefined && { score }),
    ...(outcome !== undefined && { outcome }),
  };
}

function rowOf(rows: readonly Row[], analyser: string, { engine, version }: Side): Row | undefined {
  const own = rows.filter((row) => row.analyser === analyser && row.engine === engine);
  const newestFirst = own.toSorted((a, b) => b.analyser_version - a.analyser_version);
  if (version === 'newest') return newestFirst[0];
  if (version === 'previous') return newestFirst[1];
  return own.find((row) => row.analyser_version === version);
}
