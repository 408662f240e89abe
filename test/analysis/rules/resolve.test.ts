import { describe, expect, it } from 'vitest';
import { signalsOf, valueOf } from './say.ts';

const HOW_MANY = 'a: How many people would use it? |';
const DOCUMENTS = 'a: How many documents a month? | u:';

describe('what stands', () => {
  it('is the last value, with those before it as history', () => {
    const signal = signalsOf(`${HOW_MANY} u: thirty | a: Thirty. | u: sorry did i say thirty it's thirteen`)[
      'team_size'
    ];
    expect(signal?.value).toBe(13);
    expect(signal?.history).toEqual([{ value: 30, evidence: { item: 2, quote: 'thirty' } }]);
  });

  it('is confirmed when the agent put it to him', () => {
    const signal = signalsOf("a: So that's about twelve people? | u: yeah exactly")['team_size'];
    expect(signal).toMatchObject({ value: 12, confirmed: true });
    expect(signal?.evidence.map(({ item }) => item)).toEqual([1, 2]);
  });

  it('keeps the ends of a range', () => {
    expect(signalsOf(`${HOW_MANY} u: ten to fifteen`)['team_size']).toMatchObject({ value: 13, range: [10, 15] });
    expect(signalsOf('a: How many contracts a month? | u: five to ten a week')['monthly_volume']).toMatchObject({
      value: 33,
      range: [22, 43],
    });
  });

  it('is in the words of the item', () => {
    const text = "Well, um, we're, like, a dozen people at a law firm in Leeds!";
    for (const { evidence } of Object.values(signalsOf(`u: ${text}`)))
      for (const { item, quote } of evidence) {
        expect(item).toBe(1);
        expect(text).toContain(quote);
      }
  });

  it('is not what a price or a plan names', () => {
    expect(signalsOf('a: For five users the plan costs fifty dollars. | u: yes okay')).toEqual({});
  });

  it.each<[string, string, unknown]>([
    [
      'integration_needs',
      'it must work with salesforce | a: Noted. | u: actually we do not need salesforce',
      undefined,
    ],
    [
      'integration_needs',
      'it must work with salesforce | a: Else? | u: it has to go into slack and xero too',
      ['salesforce', 'slack', 'xero'],
    ],
    [
      'current_tool',
      'a: What do you use today? | u: docusign | a: Okay. | u: well actually we stopped using docusign now it is all on paper',
      'manual',
    ],
    ['industry', "we're a law firm | a: Nice. | u: we also have a hotel client", 'legal'],
    ['team_size', `${HOW_MANY} u: twelve | a: Twelve. | u: our clients have two hundred people`, 12],
    ['team_size', `${HOW_MANY} u: twelve | a: Twelve. | u: if we were fifty it would be different`, 12],
    ['monthly_volume', 'a: How many contracts a month? | u: forty | a: Forty. | u: no sorry make that sixty', 60],
    // What is taken back in the same breath is of what was said just before it, and of nothing else.
    ['team_size', `we are a dozen | ${DOCUMENTS} two fifty a month no wait three fifty`, 12],
    ['monthly_volume', `we are a dozen | ${DOCUMENTS} two fifty a month no wait three fifty`, 350],
    ['monthly_volume', 'we send two fifty contracts a month no wait three fifty', 350],
    ['monthly_volume', `${DOCUMENTS} three fifty a month. ah no, eight of us was before, we're seven`, 350],
  ])('%s: %s', (name, line, expected) => {
    expect(valueOf(name, line)).toEqual(expected);
  });
});

describe('what makes no difference', () => {
  const said = [
    "a: How many people would use it? | u: we're twelve people at a law firm in leeds",
    'a: What do you use today? | u: we print the contracts and they come back unsigned',
    "a: Does it need to work with other systems? | u: salesforce but we don't need quickbooks",
    'a: Who decides? | u: my boss has to approve it',
    'a: When do you want to start? | u: in about three weeks',
    'a: How many contracts a month? | u: between thirty and forty no wait forty to fifty',
  ];
  const values = (line: string): unknown =>
    Object.entries(signalsOf(line)).map(([name, { value }]) => [
      name,
      typeof value === 'string' || name === 'pain_points' ? name : value,
    ]);
  const change = (line: string, how: (said: string) => string): string =>
    line.replace(/(\| u: )(.*)$/u, (_, before: string, text: string) => before + how(text));

  it.each(said)('fillers: %s', (line) => {
    expect(values(change(line, (text) => `um ${text.replace(' ', ' uh ')} you know`))).toEqual(values(line));
  });
  it.each(said)('capitals and a full stop: %s', (line) => {
    expect(values(change(line, (text) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`))).toEqual(values(line));
  });
  it.each(said)('a word said twice: %s', (line) => {
    expect(values(change(line, (text) => text.replace(/^(\w+)/u, '$1 $1')))).toEqual(values(line));
  });
  it.each(said)('an apostrophe left out: %s', (line) => {
    expect(values(change(line, (text) => text.replaceAll("'", '')))).toEqual(values(line));
  });
  it('an agent without punctuation', () => {
    expect(valueOf('team_size', 'a: okay and how many people would use it | u: twelve')).toBe(12);
    expect(valueOf('location', 'a: where are you based | u: leeds')).toBe('leeds');
  });
  it('words of every kind throw nothing', () => {
    for (const text of [
      '',
      '…',
      '?!',
      '😀 12 😀',
      "'''",
      'a'.repeat(5000),
      '12 '.repeat(500),
      'no '.repeat(500),
      'constructor __proto__ toString',
    ])
      expect(() => signalsOf(`u: ${text}`)).not.toThrow();
  });
});
