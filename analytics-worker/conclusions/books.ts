import { countingKinds, parseEventId, type ProducerKind } from '../../events/ids.ts';
import { groupBy } from '../../lib/group.ts';
import type { Known, Seen } from './facts.ts';
import type { Book, DeadLetter, UnknownEvent } from './types.ts';

/** A number is listed as missing up to this many. */
const MOST_MISSING = 100;

type Written = { id: string; seq: number | undefined };
type Unread = { id: string; seq: number | undefined };

/** Per producer: published = stored + dead-lettered + declared gaps, each event counted once. */
export function booksOf(known: Known, unknown: readonly UnknownEvent[], deadLetters: readonly DeadLetter[]): Book[] {
  const stored = groupBy(
    [...known.all.map(({ fact }) => fact), ...new Map(unknown.map((event) => [event.id, event])).values()],
    ({ producer }) => `${producer.kind} ${producer.instance}`,
  );
  const dead = groupBy(distinct(deadLetters).filter(isPlaced), (letter) => `${kindOf(letter)} ${instanceOf(letter)}`);
  const closings = groupBy(
    known.of('producer.closed'),
    ({ fact }) => `${fact.producer.kind} ${fact.producer.instance}`,
  );
  const gaps = groupBy(known.of('producer.gap'), ({ fact }) => `${fact.producer.kind} ${fact.producer.instance}`);
  return [...new Set([...stored.keys(), ...dead.keys()])].toSorted().map((key) => {
    const [producerKind = '', producerInstance = ''] = key.split(' ');
    const written = (stored.get(key) ?? []).map(({ id, producer }) => ({ id, seq: producer.seq }));
    const unread = (dead.get(key) ?? []).map((letter) => ({ id: letter.eventId, seq: seqOf(letter) }));
    const account = { written, unread, gaps: gaps.get(key) ?? [], closings: closings.get(key) ?? [] };
    return countingKinds.includes(producerKind as ProducerKind)
      ? { producerKind, producerInstance, ...counted(account) }
      : { producerKind, producerInstance, ...uncounted(account) };
  });
}

type Account = {
  written: Written[];
  unread: Unread[];
  gaps: Seen<'producer.gap'>[];
  closings: Seen<'producer.closed'>[];
};
type Figures = Omit<Book, 'producerKind' | 'producerInstance'>;

function counted({ written, unread, gaps, closings }: Account): Figures {
  const storedSeqs = seqsOf(written);
  const lettered = stillUnread(written, unread, storedSeqs);
  const deadSeqs = seqsOf(lettered);
  const gapSeqs = declared(gaps).filter((seq) => !storedSeqs.has(seq) && !deadSeqs.has(seq));
  const accounted = new Set([...storedSeqs, ...deadSeqs, ...gapSeqs]);
  const closing = closings.toSorted((a, b) => b.fact.data.lastSeq - a.fact.data.lastSeq)[0]?.fact.data;
  const missing = missingOf(accounted, closing?.lastSeq ?? largest(accounted));
  const unnumbered = lettered.filter(({ seq }) => seq === undefined).length;
  const total = written.length + lettered.length + gapSeqs.length;
  const balances = closing !== undefined && closing.lastSeq === total && missing.count <= unnumbered;
  return {
    published: closing?.lastSeq ?? null,
    stored: written.length,
    deadLettered: lettered.length,
    declaredGaps: gapSeqs.length,
    missing: missing.first,
    state: closing ? (balances ? 'balanced' : 'unbalanced') : 'open',
    closedBy: closing?.by ?? '',
  };
}

function uncounted({ written, unread }: Account): Figures {
  const deadLettered = stillUnread(written, unread, new Set()).length;
  return {
    published: null,
    stored: written.length,
    deadLettered,
    declaredGaps: 0,
    missing: [],
    state: 'uncounted',
    closedBy: '',
  };
}

/** A dead letter that was sent again and stored counts as stored, once. */
function stillUnread(written: Written[], unread: Unread[], storedSeqs: ReadonlySet<number>): Unread[] {
  const ids = new Set(written.map(({ id }) => id));
  return unread.filter(({ id, seq }) => !ids.has(id) && (seq === undefined || !storedSeqs.has(seq)));
}

function seqsOf(all: readonly { seq: number | undefined }[]): Set<number> {
  return new Set(all.flatMap(({ seq }) => (seq === undefined ? [] : [seq])));
}

/** No producer numbers more events in one call; a wider gap is an error and not counted out. */
const WIDEST_GAP = 1_000_000;

function declared(gaps: Seen<'producer.gap'>[]): number[] {
  const all = new Set<number>();
  for (const { fact } of gaps) {
    const { firstSeq, lastSeq } = fact.data;
    for (let seq = firstSeq; seq <= Math.min(lastSeq, firstSeq + WIDEST_GAP); seq++) all.add(seq);
  }
  return [...all];
}

function largest(seqs: ReadonlySet<number>): number {
  let most = 0;
  for (const seq of seqs) most = Math.max(most, seq);
  return most;
}

function missingOf(accounted: ReadonlySet<number>, lastSeq: number): { first: number[]; count: number } {
  const first: number[] = [];
  let within = 0;
  for (const seq of accounted) if (seq <= lastSeq) within++;
  const count = lastSeq - within;
  for (let seq = 1; seq <= lastSeq && first.length < Math.min(count, MOST_MISSING); seq++) {
    if (!accounted.has(seq)) first.push(seq);
  }
  return { first, count };
}

function distinct(letters: readonly DeadLetter[]): DeadLetter[] {
  return [...new Map(letters.map((letter) => [letter.eventId, letter])).values()];
}

function isPlaced(letter: DeadLetter): boolean {
  return kindOf(letter) !== '' && instanceOf(letter) !== '';
}

function kindOf({ producerKind, eventId }: DeadLetter): string {
  return producerKind || (parseEventId(eventId)?.kind ?? '');
}

function instanceOf({ producerInstance, eventId }: DeadLetter): string {
  return producerInstance || (parseEventId(eventId)?.instance ?? '');
}

function seqOf({ seq, eventId }: DeadLetter): number | undefined {
  const key = Number(parseEventId(eventId)?.key);
  return seq ?? (Number.isInteger(key) && key > 0 ? key : undefined);
}
