import { businesses } from '../../../analytics-worker/analysis/rules/vocabulary/industries.ts';
import { lessonOf, type Lesson } from '../corpus.ts';

/** Of each industry so many names, evenly out of its list. */
const NAMES = 40;
const ASKED = [
  'And what sort of business is it?',
  'What does your company do?',
  'Thanks for calling, how can I help?',
  'Tell me a little about yourselves.',
  'What kind of company are you with?',
  'Lovely. What line of work are you in?',
];
const OWN = [
  "we're a * in a small town",
  'i run a * with my sister',
  "um it's a * actually",
  '*',
  "so we're * basically",
  "i'm calling from a *",
  "i'm with a * and we need something for signing",
  'uh * been at it for twenty years',
  'yeah hi so we do * and the paperwork is a mess',
  'we have a * my husband and i',
  "i'm the office manager at a *",
  'you could call it * i suppose',
];
const OTHERS = [
  'our customers are mostly * and the like',
  'my brother has a * he told me about you',
  'i used to work for a * years ago',
  'the * next door uses you',
  "no no we're not a *",
  'we get contracts from a * every so often',
];

/** The kinds of business that rules know, as callers would tell them of themselves and of others. */
export function tradeLessons(): Lesson[] {
  return Object.entries(businesses).flatMap(([industry, names], place) =>
    evenly(names).map((name, index): Lesson => {
      const number = place + index;
      const isOwn = index % 5 !== 4;
      const frames = isOwn ? OWN : OTHERS;
      const said = (frames[(number * 7) % frames.length] ?? '*').replace('*', name);
      return lessonOf(
        {
          name: `trades ${industry} ${index}`,
          items: [
            { item: 1, role: 'agent', text: ASKED[(number * 5) % ASKED.length] ?? '' },
            { item: 2, role: 'user', text: said },
          ],
          labels: { signals: isOwn ? { industry } : {} },
          told: isOwn ? { industry: 2 } : {},
          only: ['industry'],
        },
        'trades',
        false,
      );
    }),
  );
}

/** So many names, spread over all. */
function evenly(names: readonly string[]): string[] {
  const every = Math.max(1, names.length / NAMES);
  return names.filter((_, index) => Math.floor(index / every) !== Math.floor((index - 1) / every));
}
