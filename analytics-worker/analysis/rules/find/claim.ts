import type { Evidence } from '../../transcript.ts';
import { compile, matchAll } from '../match/pattern.ts';
import type { Utterance } from '../normalise/types.ts';
import type { Talk } from '../talk.ts';
import { answerOf } from '../assent.ts';
import { askedBy } from './asked.ts';

const RECORDED = compile({
  recorded: [
    'after|at the tone|beep',
    'leave me|us|a|your ..3 message|number',
    'to record|send|listen ..4 press',
    'press 1|2|3|hash|pound',
    'have|has reached the|voicemail ..3 voicemail|mailbox',
    'mailbox is full',
    'can not come to the phone',
    'not available to take',
  ],
});
const BARE_COUNT = compile({ bare: ['how many'] });
const BARE_MOST = 3;
/** Words of a question back. */
const ASKED_BACK_MOST = 16;

/** Something a caller said that may be a signal's value. */
export type Claim = {
  value: number | string;
  evidence: Evidence[];
  /** Number of the item, for the order. */
  item: number;
  /** How directly it was said (1 a hint, 2 in passing, 3 of himself, 4 asked for, 5 corrected), or how likely it is where it is weighed: to be compared within a signal only. */
  strength: number;
  range?: [number, number];
  confirmed?: boolean;
};

/** What an item tells of when; nobody knows better where the date was reckoned from the day of the call. */
export type Dates = { timeline: Claim[]; urgency: Claim[]; isReckoned: boolean };

/** An item of the caller's with what stands around it. */
export type Turn = {
  said: Utterance;
  /** What the agent said before and after it. */
  before: Utterance | undefined;
  after: Utterance | undefined;
  /** His answer to that. */
  reply: Utterance | undefined;
  /** The signals that the agent asked for before it. */
  asked: Set<string>;
};

/** The caller's items, in order. */
export function turnsOf(talk: Talk): Turn[] {
  let open = new Set<string>();
  let last = new Set<string>();
  return talk.caller
    .filter((said) => !isRecorded(said))
    .map((said) => {
      const [before, after] = [talk.before(said), talk.after(said)];
      const reply = after && talk.after(after);
      const own = askedBy(before, answerOf(said) !== undefined);
      // "So that is twelve people?" "No." "How many then?"
      const asked = isBareCount(before) && last.has('team_size') ? new Set(['team_size']) : own;
      last = asked;
      // "How many do you send?" "Sorry, send what?" "Documents." "About fifty a week."
      const still = asked.size === 0 && !before?.clauses.some(({ question }) => question) ? open : asked;
      open = isAskedBack(said) ? still : new Set();
      return { said, before, after, reply, asked: still };
    });
}

/** "How many then?": of what, was said before. */
const isBareCount = (agent: Utterance | undefined): boolean =>
  agent !== undefined && agent.tokens.length <= BARE_MOST && matchAll(BARE_COUNT, agent.tokens).length > 0;

/** He asks something himself and tells no number: what he was asked is open. */
const isAskedBack = ({ tokens, clauses }: Utterance): boolean =>
  tokens.length <= ASKED_BACK_MOST &&
  (clauses.at(-1)?.question === true || tokens.at(-1)?.text === 'what') &&
  !tokens.some(({ number }) => number);

/** A voicemail speaks for nobody: "leave your name after the tone", "press two". */
function isRecorded({ tokens }: Utterance): boolean {
  return matchAll(RECORDED, tokens).length > 0;
}
