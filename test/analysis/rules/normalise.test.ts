import { describe, expect, it } from 'vitest';
import { quote, readItem } from '../../../analytics-worker/analysis/rules/read.ts';

const read = (text: string) => readItem({ item: 1, role: 'user', text });
const words = (text: string): string =>
  read(text)
    .tokens.map(({ text }) => text)
    .join(' ');
const numbers = (text: string): (number | string)[] =>
  read(text).tokens.flatMap(({ number }): (number | string)[] => {
    if (!number) return [];
    if (number.form !== 'count') return [number.form];
    return number.range ? [`${number.range[0]}-${number.range[1]}`] : [number.value];
  });

describe('numbers as they are spoken', () => {
  it.each<[string, (number | string)[]]>([
    ['twelve', [12]],
    ['about a dozen of us', [12]],
    ['half a dozen', [6]],
    ['two dozen people', [24]],
    ['a couple of hundred', [200]],
    ['a couple hundred contracts', [200]],
    ['a couple dozen', [24]],
    ['a couple of thousand', [2000]],
    ['a hundred', [100]],
    ['one hundred and twenty', [120]],
    ['a hundred twenty', [120]],
    ['two hundred and five', [205]],
    ['two fifty a month', [250]],
    ['one fifty', [150]],
    ['three twenty five', [325]],
    ['one oh five', [105]],
    ['fifteen hundred', [1500]],
    ['twenty five hundred a year', [2500]],
    ['twelve thousand', [12_000]],
    ['two thousand five hundred', [2500]],
    ['a thousand and ten', [1010]],
    ['two and a half thousand', [2500]],
    ['2k', [2000]],
    ['1.5k documents', [1500]],
    ['1,200', [1200]],
    ['12-15 people', ['12-15']],
    ['12 to 15 people', ['12-15']],
    ['twenty-five', [25]],
    ['thirty to forty', ['30-40']],
    ['between thirty and forty', ['30-40']],
    ['between 30 and 40', ['30-40']],
    ['ten or twelve', ['10-12']],
    ['ten fifteen people', ['10-15']],
    ['five six a week', ['5-6']],
    ['two three hundred', ['200-300']],
    ['two to three hundred', ['200-300']],
    ['ten to fifteen thousand', ['10000-15000']],
    ['two hundred to two hundred and fifty', ['200-250']],
    ['twenty five to thirty', ['25-30']],
    ['two hundred and twenty, two hundred and forty each month', ['220-240']],
    ['eight to ten a week', ['8-10']],
    ['one or two', ['1-2']],
    ['fifty, sixty maybe', ['50-60']],
    ['fifty plus', [50]],
    ['the fifteenth', ['ordinal']],
    ['on the 3rd', ['ordinal']],
    ['the fifteenth of the twelve', ['ordinal', 12]],
    ['in twenty nineteen', ['year']],
    ['since nineteen ninety eight', ['year']],
    ['in 2019', ['year']],
    ['back in two thousand and nine', ['year']],
    ['it was two fifty dollars', ['money']],
    ['$250', ['money']],
    ['£1,200 a year', ['money']],
    ['twenty quid', ['money']],
    ['two grand', ['money']],
    ['a grand a month', ['money']],
    ['a grand idea', []],
    ['two pounds eighty a day', ['money', 'money']],
    ['thirty percent', ['percent']],
    ['30% of them', ['percent']],
    ['five five five one two one two', ['digits']],
    ['020 7946 0958', ['digits']],
    ['at three', ['time']],
    ['at two thirty on thursday', ['time']],
    ['3:30', ['time']],
    ['at 10:30', ['time']],
    ['ten am', ['time']],
    ['at 3pm', ['time']],
    ['no one knows', []],
    ['the one we use', []],
    ['one of the partners', []],
    ['one thing is', []],
    ['just one person', [1]],
    ['a hundred and fifty thousand', [150_000]],
    ['five', [5]],
    ['we went from ten to twenty', [10, 20]],
    ['no wait, fifteen not fifty', [15, 50]],
    ['a hundred or so', [100]],
    ['seven, eight people', ['7-8']],
    ['forty odd', [40]],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });
});

describe('words as they are meant', () => {
  it.each<[string, string]>([
    ["we don't use it", 'we do not use it'],
    ['we dont use it', 'we do not use it'],
    ['We DON’T use it', 'we do not use it'],
    ["i can't say", 'i can not say'],
    ["we're a law firm", 'we are a law firm'],
    ['were a law firm', 'we are a law firm'],
    ['they were a law firm', 'they were a law firm'],
    ["my brother's firm", "my brother 's firm"],
    ["it's got to go", 'it has got to go'],
    ['um we uh use it', 'we use it'],
    ['we we use we use it', 'we use it'],
    ['we, you know, use it', 'we use it'],
    ['do you know it', 'do you know it'],
    ["it's like fifty of us", 'it is 50 of us'],
    ['i would like to', 'i would like to'],
    ['what kind of forms', 'what kind of forms'],
    ["it's kind of slow", 'it is slow'],
    ['yeah yep', 'yes'],
    ['by e-mail', 'by email'],
    ['n d a s', 'nda'],
    ["n d a's mostly", 'nda mostly'],
    ['our c r m', 'our crm'],
    ['an a p i', 'an api'],
    ['gonna wanna', 'going to want to'],
    ['twel- fifteen', '15'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe('products as recognisers write them', () => {
  it.each<[string, string[]]>([
    ['sales force', ['salesforce']],
    ['Salesforce', ['salesforce']],
    ['sails force', ['salesforce']],
    ['hub spot', ['hubspot']],
    ['docu sign', ['docusign']],
    ['doc you sign', ['docusign']],
    ['dock you sign', ['docusign']],
    ['docusine', ['docusign']],
    ['panda dock', ['pandadoc']],
    ['pipe drive', ['pipedrive']],
    ['pipdrive', ['pipedrive']],
    ['zap here', ['zapier']],
    ['zappier', ['zapier']],
    ['adobe sign', ['adobe_sign']],
    ['jotformsine', ['jotform_sign']],
    ['hello sign', ['hellosign']],
    ['google drive', ['google_drive']],
    ['share point', ['sharepoint']],
    ['quick books', ['quickbooks']],
    ['net suite', ['netsuite']],
    ['zoho sign and zoho', ['zoho_sign', 'zoho']],
    ['our sales force is twelve people', []],
    ['on monday we close', []],
    ['a clinic', []],
    ['five person we change the shift', []],
    ['the box is in the drive', []],
  ])('%s', (text, expected) => {
    expect(read(text).tokens.flatMap(({ product }) => product ?? [])).toEqual(expected);
  });
});

describe('quotes', () => {
  it.each<[string, number, number, string]>([
    ["Well, um, we're about a dozen people.", 1, 5, "we're about a dozen"],
    ['we use Sales Force, you know', 2, 3, 'Sales Force'],
    ["we don't", 1, 3, "don't"],
  ])('%s', (text, from, to, expected) => {
    const utterance = read(text);
    const { quote: said } = quote(utterance, from, to);
    expect(said).toBe(expected);
    expect(text).toContain(said);
  });
});

describe('clauses without punctuation', () => {
  it.each<[string, string[]]>([
    ["we're twelve people and we use it", ['we are 12 people', 'and we use it']],
    ["we're twelve people but they don't", ['we are 12 people', 'but they do not']],
    ['yeah we are ten so ten', ['yes', 'we are 10', 'so 10']],
    ['twelve people. we use it', ['12 people', 'we use it']],
    ['no we do not', ['no', 'we do not']],
    ['the tool we use is old', ['the tool we use is old']],
    ['i think we need it', ['i think we need it']],
  ])('%s', (text, expected) => {
    const { tokens, clauses } = read(text);
    expect(
      clauses.map(({ from, to }) =>
        tokens
          .slice(from, to)
          .map(({ text }) => text)
          .join(' '),
      ),
    ).toEqual(expected);
  });

  it.each<[string, boolean]>([
    ['how much is it', true],
    ['do you work with it', true],
    ['what we do is this', false],
    ['when is busy it is more', false],
    ['is it safe?', true],
    ['we are ten', false],
  ])('%s is asked: %s', (text, question) => {
    expect(read(text).clauses[0]?.question).toBe(question);
  });
});
