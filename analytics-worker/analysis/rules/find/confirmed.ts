import { answerOf } from '../assent.ts';
import { cutClauses } from '../normalise/clauses.ts';
import type { Token, Utterance } from '../normalise/types.ts';
import { quote, sentencesOf } from '../read.ts';
import type { Claim, Turn } from './claim.ts';

/** What the caller would say himself in the place of what the agent put to him. */
const OWN: Record<string, string> = { you: 'we', your: 'our', yours: 'ours', yourself: 'ourselves' };
/** "Do you use paper?" is "we use paper"; of "are you on paper" the verb stays. */
const DROPPED = new Set(['do', 'does', 'did', 'so']);
const INVERTED = new Set(['are', 'is', 'have', 'has', 'will', 'would', 'can', 'should', 'were']);
/** "Shall I send you a comparison?" is of the agent. */
const AGENT = new Set(['i', 'we', 'me', 'us', 'our', 'my']);
const ASKING = /\b(?:right|correct|yes|true)$/iu;
/** As if he had said it of himself. */
const STRENGTH = 3;
const HINTED = 2;

/** What `find` finds in his own words, else in what the agent put to him and he confirmed: "You're a roofer in Denver, right?" "Yup." */
export function saidOrConfirmed(find: (turn: Turn, index: number) => Claim[]): (turn: Turn, index: number) => Claim[] {
  return (turn, index) => {
    const own = find(turn, index);
    if (own.length > 0 || !turn.before || answerOf(turn.said) !== 'yes') return own;
    const voiced = voicedBy(turn.before);
    const answer = quote(turn.said, 0, turn.said.tokens.length);
    return find({ ...turn, said: voiced, asked: new Set() }, index).map((claim) => ({
      ...claim,
      evidence: [...claim.evidence, answer],
      item: turn.said.item,
      // A hint that the agent gives is none of the caller's.
      strength: claim.strength < HINTED ? claim.strength / 2 : STRENGTH,
      confirmed: true,
    }));
  };
}

/** The agent's questions as the caller would say them of himself. */
export function voicedBy(agent: Utterance): Utterance {
  const tokens = questionsOf(agent).flatMap(voiced);
  const clauses = cutClauses(tokens).map((clause) => ({ ...clause, question: false }));
  return { ...agent, role: 'user', tokens, clauses };
}

/** Where he asked nothing, what he stated last; what he says of himself is none of the caller's. */
function questionsOf(agent: Utterance): Token[][] {
  const { tokens } = agent;
  const all = sentencesOf(agent);
  const questions = all.filter(
    ({ isQuestion, clauses }) => isQuestion || clauses.some(({ to }) => ASKING.test(tokens[to - 1]?.text ?? '')),
  );
  return (questions.length > 0 ? questions : all.slice(-1)).map(({ clauses }) =>
    clauses
      .map(({ from, to }) => tokens.slice(from, to))
      .filter((words) => !words.some(({ text }) => AGENT.has(text)))
      .flat(),
  );
}

function voiced(sentence: Token[]): Token[] {
  const start = sentence[0]?.text === 'so' || sentence[0]?.text === 'and' ? 1 : 0;
  const verb = sentence[start];
  const subject = sentence[start + 1];
  const words = sentence.slice(start);
  if (verb && subject && INVERTED.has(verb.text)) words.splice(0, 2, subject, verb);
  else if (verb && DROPPED.has(verb.text)) words.shift();
  return words.map(asOwn);
}

function asOwn({ stop, ...token }: Token): Token {
  const text = OWN[token.text] ?? token.text;
  return { ...token, text, ...(stop ? { stop: stop === '?' ? '.' : stop } : {}) };
}
