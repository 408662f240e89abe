import { booksOf } from './books.ts';
import { withHeardAtCaller } from './at-caller.ts';
import { endingOf } from './ending.ts';
import { exchangesOf } from './exchanges.ts';
import { knownOf } from './facts.ts';
import { itemsOf } from './items.ts';
import { leadScoreOf } from './leadScore.ts';
import { leadOf, personOf } from './person.ts';
import { quarantineOf } from './quarantine.ts';
import { sessionOf } from './session.ts';
import { signalsOf } from './signals.ts';
import { callerTailOf } from './talk.ts';
import { turnsOf } from './turns.ts';
import type { CallConclusions, ConclusionInput } from './types.ts';
import { usageOf } from './usage.ts';
import { waitingOf } from './waiting.ts';

/**
 * Everything that follows from what is known of a call. Pure: the same for any order and repetition of the facts, and
 * defined at every moment of the call.
 */
export function concludeCall({ call, facts, deadLetters, unknown = [], config }: ConclusionInput): CallConclusions {
  const known = knownOf(facts);
  const quarantine = quarantineOf(known);
  const items = itemsOf(known);
  const waiting = waitingOf(known, call);
  const ending = waiting ? waiting.ending : endingOf(known);
  const exchanges = exchangesOf(known);
  const concluded = turnsOf(known, quarantine, exchanges, ending !== null);
  const turns = withHeardAtCaller(
    concluded.map(({ turn }) => turn),
    known,
    quarantine,
  );
  const books = booksOf(known, unknown, deadLetters);
  const signals = signalsOf(known);
  const leadScore = leadScoreOf(signals, config.scoring);
  const person = personOf(known, call, config.personSecret);
  const signalsKnown = signals.size;
  const parts = { known, quarantine, items, waiting, ending, turns, books, leadScore, signalsKnown, deadLetters };
  const session = sessionOf({ ...parts, personKey: person.key });
  const until = session.endedAt ?? known.all.at(-1)?.at ?? session.startedAt;
  const heardSpeeches = new Set(turns.flatMap(({ speechIds }) => speechIds));
  return {
    read: new Set([
      ...known.all.map(({ fact }) => fact.id),
      ...unknown.map(({ id }) => id),
      ...deadLetters.map(({ eventId }) => eventId),
    ]).size,
    session,
    turns,
    parts: concluded.flatMap((each) => each.parts),
    usage: usageOf(known, heardSpeeches, callerTailOf(known, quarantine, until)),
    quarantined: [...quarantine.rows, ...concluded.flatMap((each) => each.quarantined)],
    leadScore,
    lead: leadOf(person, call, session.startedAt, leadScore),
    books,
  };
}
