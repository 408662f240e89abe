import { wordsIn } from '../vocabulary/lines.ts';
import { hitAt, lexicon } from '../match/lexicon.ts';
import { compile, matchAll } from '../match/pattern.ts';
import { isPeople } from './counts.ts';
import { isPeriodAt } from './periods.ts';
import type { Clause, Sentence, Utterance } from '../normalise/types.ts';
import { sentencesOf } from '../read.ts';
import { anyDocuments, documents } from '../vocabulary/documents.ts';
import { otherPeople, ownPeople } from '../vocabulary/people.ts';
import { questions, shortQuestions } from '../vocabulary/questions.ts';

const FRAMES = compile(questions);
const SHORT_FRAMES = compile(shortQuestions);
/** A question of so few words may name its topic alone. */
const SHORT = 4;
const DOCUMENTS = lexicon([...Object.values(documents).flat(), ...anyDocuments]);
const PEOPLE = lexicon(ownPeople);
/** "And roughly how many contracts a month?" without its "how many". */
const SHORT_COUNT = 6;
/** How far behind "how many" that which is counted may stand, in tokens. */
const REACH = 5;
/** A price or a plan is told, not put to him. */
export const PRICED =
  /[$£€]|\b(?:plan|costs?|price|per (?:user|seat|head)|euros?|pounds|dollars|bucks|quid|kroner?|kronor|francs|zloty|rupees|dirhams|rand)\b/iu;
/** "How are you today?" asks for nothing. */
const GREETING = /\bhow are you(?: doing)?(?: today)?\s*\?\s*$/iu;
const COUNTS = new Set(['team_size', 'monthly_volume']);
const PERIODS = new Set(['month', 'monthly', 'week', 'weekly', 'year', 'yearly', 'annually', 'day']);
/** "the number of documents" */
const QUANTITIES = new Set(['number', 'amount', 'quantity']);
/** "how many would need to send" */
const WHO_WOULD = new Set(['would', 'will', 'should', 'could', 'need']);
const TEAM = new Set(['team', 'people', 'staff', 'users', 'colleagues', 'employees']);
const OTHERS = new Set(otherPeople);
/** "Which other tools are you comparing?" asks for rivals, "without a connection" for a network. */
const NOT_SYSTEMS = compile({
  rivals: [
    'comparing|compare|compared|evaluating|considering|shortlist',
    'looking|looked at',
    'without a|any ..1 connection|internet|signal',
    'who ..7 with it|this|them|those|the',
    'send|text|email|mail ..2 link',
  ],
});
const SYSTEMS = new Set(
  wordsIn(`
crm, system, systems, software, integrate, integration, connect, tool, tools, app, erp
`),
);
const REFERRING = new Set(['those', 'these', 'them', 'which', 'any']);
const USERS = new Set(
  wordsIn(`
use, using, need, access, log, touch, involved, users, accounts, seats, logins, work
`),
);

/**
 * The signals that the agent's item asks about; none where it asks nothing.
 *
 * @param isAnswered the caller says yes or no to it, so that what was only stated last was put to him all the same
 */
export function askedBy(agent: Utterance | undefined, isAnswered = false): Set<string> {
  if (!agent || agent.role !== 'agent' || GREETING.test(agent.text)) return new Set();
  // An agent without punctuation is heard to ask in all that he says.
  const isBare = !/[.?!]/u.test(agent.text);
  const all = sentencesOf(agent);
  const asking = all.filter(({ isQuestion }) => isQuestion || isBare);
  const last = asking.at(-1);
  const short =
    last && last.to - last.from <= SHORT
      ? matchAll(SHORT_FRAMES, agent.tokens, last.from, last.to).map(({ label }) => label)
      : [];
  const inQuestion = asking.flatMap(({ clauses }) => clauses);
  const counts = asking.flatMap((sentence) => counted(agent, sentence));
  let topics = asking.flatMap(({ from, to }) => matchAll(FRAMES, agent.tokens, from, to).map(({ label }) => label));
  const refers = inQuestion.some(({ from, to }) =>
    agent.tokens.slice(from, to).some(({ text }) => REFERRING.has(text)),
  );
  // "We integrate with these. Which of those do you use?"
  if (refers && matchAll(FRAMES, agent.tokens).some(({ label }) => label === 'integration_needs'))
    topics.push('integration_needs');
  // "What crm do you use" asks for that and not for what they sign with.
  if (
    topics.includes('integration_needs') &&
    inQuestion.some(({ from, to }) => agent.tokens.slice(from, to).some(({ text }) => text === 'crm' || text === 'erp'))
  )
    topics = topics.filter((topic) => topic !== 'current_tool');
  // "how many would work with it" asks for no system.
  if (counts.length > 0 && !agent.tokens.some(({ text }) => SYSTEMS.has(text)))
    topics = topics.filter((topic) => topic !== 'integration_needs');
  if (inQuestion.some(({ from, to }) => matchAll(NOT_SYSTEMS, agent.tokens, from, to).length > 0))
    topics = topics.filter((topic) => topic !== 'integration_needs');
  const ending = isAnswered ? all.at(-1)?.clauses : undefined;
  const put = [...inQuestion, ...(ending ?? [])].flatMap((clause) => putTo(agent, clause));
  return new Set([
    ...put,
    ...(topics.length + counts.length === 0 ? short : []),
    ...counts,
    ...topics.filter((topic) => counts.length === 0 || !COUNTS.has(topic)),
  ]);
}

/** "So twenty people would use it?" asks as well. */
function putTo({ tokens, text }: Utterance, { from, to }: Clause): string[] {
  const number = tokens.findIndex((token, at) => from <= at && at < to && token.number?.form === 'count');
  if (number < 0 || PRICED.test(text)) return [];
  const words = tokens.slice(number, to).map((token) => token.text);
  if (words.some((word) => PERIODS.has(word))) return ['monthly_volume'];
  return hitAt(PEOPLE, tokens, number + 1, to) || hitAt(PEOPLE, tokens, number + 2, to) ? ['team_size'] : [];
}

/** "how many licences are signed", "how many would need signing" */
const SIGNED = new Set(['signed', 'signing']);
const SENDING = new Set(['send', 'use', 'would', 'will', 'need', 'sign']);
/** "how many stand behind the counter" */
const AT_WORK = new Set(['stand', 'work', 'sit', 'serve']);
/** "How many customers are affected?", "How many are in the selection?" ask for the extent of a fault. */
const TROUBLED = new Set(['affected', 'missing', 'stuck', 'selection', 'batch', 'wrong', 'failed', 'lost']);
/** "to use it day to day" */
const isDaily = (words: string[], at: number): boolean =>
  words[at] === 'day' && (words[at + 1] === 'to' || words[at - 1] === 'to');

/** "And agreements a month?": documents and a period, in few words. */
function isOfDocumentsOnly({ tokens }: Utterance, { from, to }: Sentence): boolean {
  if (to - from > SHORT_COUNT) return false;
  const at = tokens.findIndex((_, index) => from <= index && index < to && hitAt(DOCUMENTS, tokens, index, to));
  const behind = at < 0 ? undefined : hitAt(DOCUMENTS, tokens, at, to)?.to;
  return behind !== undefined && isPeriodAt(tokens, behind);
}

/** What "how many" counts: people, or documents. */
function counted(agent: Utterance, sentence: Sentence): string[] {
  const { tokens } = agent;
  const { from, to } = sentence;
  const topics: string[] = isOfDocumentsOnly(agent, sentence) ? ['monthly_volume'] : [];
  for (let at = from; at < to; at++) {
    const next = tokens[at + 1]?.text;
    const isCounted =
      (tokens[at]?.text === 'how' && next === 'many') || (QUANTITIES.has(tokens[at]?.text ?? '') && next === 'of');
    if (!isCounted) continue;
    const until = tokens.findIndex(({ text }, index) => index > at + 1 && text === 'how');
    topics.push(countedAt(agent, at + 2, until < 0 ? to : Math.min(to, until)));
  }
  return topics;
}

function countedAt(agent: Utterance, from: number, end: number): string {
  const words = agent.tokens.slice(from, end).map(({ text }) => text);
  if (words.some((word) => TROUBLED.has(word))) return 'others';
  if (words.length === 0) return agent.tokens.some(({ text }) => TEAM.has(text)) ? 'team_size' : 'monthly_volume';
  if (words.some((word) => SIGNED.has(word))) return 'monthly_volume';
  // "How many midwives are you?", "How many on your team?"
  if (words.at(-1) === 'you' && words.at(-2) === 'are') return 'team_size';
  if (WHO_WOULD.has(words[0] ?? '') && !['you', 'that', 'it', 'those', 'these', 'they'].includes(words[1] ?? ''))
    return 'team_size';
  if (words.some((word, at) => PERIODS.has(word) && !isDaily(words, at))) return 'monthly_volume';
  // "For how many would it be?", "How many of them send?"
  if (words.at(-1) === 'for' || agent.tokens[from - 3]?.text === 'for') return 'team_size';
  if (words[0] === 'of' && REFERRING.has(words[1] ?? '') && SENDING.has(words[2] ?? '')) return 'team_size';
  if (['on', 'in', 'at'].includes(words[0] ?? '') && ['your', 'the'].includes(words[1] ?? '')) return 'team_size';
  if (AT_WORK.has(words[0] ?? '')) return 'team_size';
  if (words[0] === 'of') return ['you', 'your', 'the'].includes(words[1] ?? '') ? 'team_size' : 'monthly_volume';
  for (let at = from; at < Math.min(end, from + REACH); at++) {
    if (hitAt(PEOPLE, agent.tokens, at, end)) return 'team_size';
    if (hitAt(DOCUMENTS, agent.tokens, at, end)) return 'monthly_volume';
    // "How many collectors?": people by their ending, whoever they are.
    if (at === from && isPeople(agent.tokens[at]?.text ?? '')) return 'team_size';
  }
  if (words.some((word) => OTHERS.has(word)) && words.some((word) => word === 'there' || word === 'have'))
    return 'others';
  return words.some((word) => USERS.has(word)) || words[0] === 'are' ? 'team_size' : 'monthly_volume';
}
