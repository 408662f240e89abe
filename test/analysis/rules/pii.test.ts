import { expect, test } from 'vitest';
import { findPii } from '../../../analytics-worker/analysis/rules/pii/pii.ts';
import { itemsOf } from './calls.ts';

const found = (said: string) =>
  findPii(itemsOf(said))
    .map(({ kind, quote }) => `${kind}: ${quote}`)
    .join(' | ');

test.each([
  ['write to anna.smith@example.com please', 'email: anna.smith@example.com'],
  ['its anna at example dot com', 'email: anna at example dot com'],
  ['k dot nowak at talentbridge dot p l', 'email: k dot nowak at talentbridge dot p l'],
  ['baz at top slates dot co dot u k', 'email: baz at top slates dot co dot u k'],
  ['desk at valley motion p t dot com', 'email: desk at valley motion p t dot com'],
  ['send it to j underscore miller at acme dot org thanks', 'email: j underscore miller at acme dot org'],
  ["we're at acme dot com if you want to look", ''],
  ["i'm at the office at ten", ''],
  ['meet me at two dot com was a bubble', ''],
  ['call me on 415 555 2671', 'phone: 415 555 2671'],
  [
    'my number is four one five five five five two six seven one',
    'phone: four one five five five five two six seven one',
  ],
  [
    'it is oh seven seven hundred nine double oh one two three',
    'phone: oh seven seven hundred nine double oh one two three',
  ],
  ['we sign two hundred and they sign five hundred one two', ''],
  [
    'oh seven nine double one one two three four five six',
    'phone: oh seven nine double one one two three four five six',
  ],
  ['its +49 30 1234567', 'phone: +49 30 1234567'],
  ['you can reach me at (212) 736-5000', 'phone: (212) 736-5000'],
  [
    'plus four four two oh seven nine four six oh nine five eight',
    'phone: plus four four two oh seven nine four six oh nine five eight',
  ],
  ['the card is 4111 1111 1111 1111', 'card: 4111 1111 1111 1111'],
  ['the card is 4111 1111 1111 1112', ''],
  [
    'four one one one one one one one one one one one one one one one',
    'card: four one one one one one one one one one one one one one one one',
  ],
  ['the iban is DE89 3704 0044 0532 0130 00', 'iban: DE89 3704 0044 0532 0130 00'],
  ['GB82 WEST 1234 5698 7654 32', 'iban: GB82 WEST 1234 5698 7654 32'],
  ['the iban is DE89 3704 0044 0532 0130 01', ''],
  ['my social is 078-05-1120', 'ssn: 078-05-1120'],
  ['my social security number is oh seven eight oh five one one two oh', 'ssn: oh seven eight oh five one one two oh'],
  ['i was born on march 3rd 1980', 'date_of_birth: march 3rd 1980'],
  ['my date of birth is 12/04/1975', 'date_of_birth: 12/04/1975'],
  ['born the third of may nineteen ninety one', 'date_of_birth: third of may nineteen ninety one'],
  ['the company was born out of frustration', ''],
  ['twenty two baker street london', 'address: twenty two baker street'],
  ['1600 Pennsylvania Avenue', 'address: 1600 Pennsylvania Avenue'],
  ['we are at 14 Elm Court', 'address: 14 Elm Court'],
  ['we have five people in court', ''],
  ['two of us drive all the way', ''],
  ['my name is Anna Schmidt and i run a clinic', 'name: Anna Schmidt'],
  ["hi it's denise from harbour lettings", 'name: denise'],
  ['hi this is marcus over at lakeshore auto', 'name: marcus'],
  ["my name's gary", 'name: gary'],
  ["i'm calling about the price", ''],
  ['this is great', ''],
  ["it's monday already", ''],
  ['we send 250 contracts a month and paid 4000 last year', ''],
  ['ticket number is 4 4 7 1 2', ''],
  ['about fifteen hundred documents in two thousand and nineteen', ''],
  ['between twenty five and thirty five', ''],
])('%s', (said, expected) => expect(found(said)).toBe(expected));

test('what the agent reads back is personal too, his own name is not', () => {
  const items = itemsOf('hi', 'a: My name is Ada. I will write to anna@example.com.');
  expect(findPii(items)).toEqual([{ item: 2, quote: 'anna@example.com', kind: 'email' }]);
});
