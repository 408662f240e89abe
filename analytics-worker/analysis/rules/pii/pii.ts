import type { Pii } from '../../results.ts';
import type { Item } from '../../transcript.ts';
import { runsIn } from './digits.ts';
import { emailsIn } from './email.ts';
import { kindOfRun } from './numbers.ts';
import { addressesIn, birthsIn, namesIn } from './persons.ts';

type Found = { kind: Pii['kind']; from: number; to: number };

/** Personal data in the words of both sides; a name only where the caller says that it is his. */
export function findPii(items: readonly Item[]): Pii[] {
  return items.flatMap(({ item, role, text }) =>
    personalIn(text, role === 'user').map(({ kind, from, to }) => ({ item, quote: text.slice(from, to), kind })),
  );
}

function personalIn(text: string, withNames: boolean): Found[] {
  const spans = (kind: Pii['kind'], found: { from: number; to: number }[]): Found[] =>
    found.map((span) => ({ kind, ...span }));
  const found = [
    ...spans('email', emailsIn(text)),
    ...spans('date_of_birth', birthsIn(text)),
    ...runsIn(text).flatMap((run): Found[] => {
      const kind = kindOfRun(run);
      return kind ? [{ kind, from: run.from, to: run.to }] : [];
    }),
    ...spans('address', addressesIn(text)),
    ...(withNames ? spans('name', namesIn(text)) : []),
  ];
  const apart = found.filter(
    (one, index) => !found.slice(0, index).some((other) => one.from < other.to && other.from < one.to),
  );
  return apart.toSorted((a, b) => a.from - b.from);
}
