import { parseArgs } from 'node:util';
import { analyzeByRules } from '../../analytics-worker/analysis/rules/engine.ts';
import type { Findings } from '../../analytics-worker/analysis/results.ts';
import { compareFindings } from './corpus-findings.ts';
import { halves, readAllPhrases } from './corpus-phrases.ts';
import { parts, readPart, type Call, type Phrase } from './corpus-read.ts';
import { add, scores, tally, type Mistake, type Tally } from './corpus-score.ts';
import { compareSignals } from './corpus-signals.ts';

/**
 * `npm run bench:corpus [-- --part written|measured|phrases] [--half odd|even] [--errors]`: precision, recall and F1 of the rules
 * engine on the labelled calls, or on phrases, half of which can be left out. Mistakes in `measured` are not listed: nobody is to
 * read it.
 */
const { values } = parseArgs({
  options: { part: { type: 'string' }, half: { type: 'string' }, errors: { type: 'boolean', default: false } },
});
const known = [...parts, 'phrases'] as const;
const asked = known.filter((part) => values.part === undefined || values.part === part);
if (asked.length === 0) throw new Error(`--part is ${values.part}; write ${known.join(', ')}`);
const half = halves.find((half) => half === values.half);
if (values.half !== undefined && !half) throw new Error(`--half is ${values.half}; write ${halves.join(' or ')}`);
for (const part of asked) await print(part, part === 'phrases' ? await readAllPhrases(half) : await readPart(part));

async function print(part: (typeof known)[number], calls: (Call | Phrase)[]): Promise<void> {
  const signals = new Map<string, Tally>();
  const analysers = new Map<string, Tally>();
  const micro = tally();
  const mistakes: Mistake[] = [];
  const began = performance.now();
  const read: { call: Call | Phrase; found: Findings }[] = [];
  for (const call of calls) read.push({ call, found: await analyzeByRules(call.items) });
  const tookMs = performance.now() - began;
  for (const { call, found } of read)
    for (const [sums, compared] of [
      ...(call.labels.signals ? compareSignals(call.labels.signals, found.signals, call.only) : []).map(
        (compared) => [signals, compared] as const,
      ),
      ...compareFindings(call, found).map((compared) => [analysers, compared] as const),
    ]) {
      const sum = sums.get(compared.name) ?? tally();
      add(sum, compared);
      if (sums === signals) add(micro, compared);
      sums.set(compared.name, sum);
      for (const value of compared.extra) mistakes.push({ call: call.name, what: compared.name, kind: 'wrong', value });
      for (const value of compared.lost) mistakes.push({ call: call.name, what: compared.name, kind: 'missed', value });
    }
  console.log(`\n${part}: ${calls.length} calls, ${(tookMs / calls.length).toFixed(1)} ms a call`);
  for (const [name, sum] of signals) console.log(line(name, sum));
  console.log(line('all signals', micro));
  for (const [name, sum] of analysers) console.log(line(name, sum));
  if (values.errors && part !== 'measured')
    for (const { call, what, kind, value } of mistakes) console.log(`${call}  ${what}  ${kind}  ${value}`);
}

function line(name: string, sum: Tally): string {
  const { precision, recall, f1 } = scores(sum);
  const shown = [precision, recall, f1].map((score) => (score === null ? '-' : score.toFixed(3)).padStart(7)).join('');
  return `${name.padEnd(20)}${shown}   ${sum.right} right, ${sum.wrong} wrong, ${sum.missed} missed`;
}
