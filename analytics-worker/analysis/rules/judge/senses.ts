import { remembered } from '../../../../lib/remembered.ts';
import { wordsIn } from '../vocabulary/lines.ts';
import { lexicon } from '../match/lexicon.ts';
import { compile, matchAll, type Frames } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import * as words from '../vocabulary/doubts.ts';
import type { Doubt } from './doubts.ts';
import { othersIn } from './others.ts';

/** A clause with what holds for all of it. */
export type Sense = { from: number; to: number; doubts: Set<Doubt> };

const jobs = lexicon(words.jobs);
const FRAMES = compile(
  {
    machine: words.machine,
    ironic: words.ironic,
    joking: words.joking,
    past: words.past,
    present: words.present,
    future: words.future,
    supposed: words.supposed,
    imagined: words.imagined,
    unreal: words.unreal,
    purchase: words.purchase,
    hedged: words.hedges,
  },
  { job: jobs },
);
/** "to see if we could" supposes nothing. */
const ASKING = new Set(
  wordsIn(`
see, wonder, wondering, wondered, ask, asking, check, checking, know, find, out, tell, sure
`),
);

/** The clauses of an utterance, each with the doubts that hold for all of it. */
export const sensesOf = remembered((utterance: Utterance): Sense[] => judge(utterance, FRAMES));

/** "If you divide it by the year", "nineteen if you want one number": how he reckons. */
const RECKONING = new Set(
  wordsIn(`
divide, average, spread, split, see, like, want, must, will, round
`),
);

/** "To see if", "ten a month if that", and "i suppose", which hedges. */
const isNoSupposition = ({ tokens }: Utterance, at: number): boolean => {
  const before = tokens[at - 1]?.text ?? '';
  const [next, last] = [tokens[at + 1], tokens[at + 2]];
  if (tokens[at]?.text === 'if' && next?.text === 'you' && RECKONING.has(last?.text ?? '')) return true;
  if (tokens[at]?.text === 'if' && next?.text === 'that' && (!last || next.stop)) return true;
  return ASKING.has(before) || (tokens[at]?.text === 'suppose' && (before === 'i' || before === 'we'));
};

/** "no kidding", "i am not joking" */
const isMeant = ({ tokens }: Utterance, at: number): boolean => ['no', 'not'].includes(tokens[at - 1]?.text ?? '');

function judge(utterance: Utterance, frames: Frames): Sense[] {
  const matches = matchAll(frames, utterance.tokens).filter(
    ({ label, from }) => label !== 'supposed' || !isNoSupposition(utterance, from),
  );
  const others = othersIn(utterance);
  const addressed = matches.find(({ label }) => label === 'machine');
  const jokes = new Set(
    utterance.clauses
      .filter(({ from, to }) =>
        matches.some(
          (match) =>
            match.label === 'joking' && from <= match.from && match.from < to && !isMeant(utterance, match.from),
        ),
      )
      .map(({ sentence }) => sentence),
  );
  let unrealIn = -1;
  let supposedIn = -1;
  return utterance.clauses.map((clause, index): Sense => {
    const { from, to, question, sentence, opener } = clause;
    const said = new Set(matches.filter((match) => from <= match.from && match.from < to).map(({ label }) => label));
    const doubts = new Set<Doubt>();
    if (question) doubts.add('question');
    if (others[index]) doubts.add('other');
    if (addressed && addressed.from < to) doubts.add('machine');
    if (said.has('ironic') || jokes.has(sentence)) doubts.add('ironic');
    if (said.has('past') && !said.has('present')) doubts.add('past');
    if (said.has('future')) doubts.add('future');
    if (said.has('hedged')) doubts.add('hedged');
    const goesOn =
      opener === 'and' ||
      opener === 'or' ||
      opener === 'then' ||
      utterance.tokens.slice(from, to).some(({ text }) => text === 'would' || text === 'could');
    if (said.has('imagined')) supposedIn = sentence;
    if (opener === 'but') supposedIn = -1;
    if (supposedIn === sentence) doubts.add('hypothetical');
    if (said.has('supposed') && !said.has('purchase')) {
      doubts.add('hypothetical');
      if (said.has('unreal')) unrealIn = sentence;
    } else if (unrealIn === sentence && goesOn) doubts.add('hypothetical');
    else if (opener === 'but' || opener === 'because') unrealIn = -1;
    return { from, to, doubts };
  });
}
