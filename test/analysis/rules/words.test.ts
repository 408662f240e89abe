import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { signalsOf, valueOf } from './say.ts';

const INTEGRATES = 'a: Does it need to integrate with anything? |';
const TOOL = 'a: What are you using today? |';
const DOCS = 'a: What kind of documents do you send? |';

describe('integration_needs', () => {
  it.each<[string, string[] | undefined]>([
    [`${INTEGRATES} u: salesforce`, ['salesforce']],
    [`${INTEGRATES} u: sales force and hub spot`, ['salesforce', 'hubspot']],
    [`${INTEGRATES} u: yeah pipe drive`, ['pipedrive']],
    [`${INTEGRATES} u: no nothing`, undefined],
    [`${INTEGRATES} u: not salesforce we left that but hubspot yes`, ['hubspot']],
    [`${INTEGRATES} u: we used to have sage but now it's xero`, ['xero']],
    [`${INTEGRATES} u: we're on dentrix but i don't need that connected`, undefined],
    [`${INTEGRATES} u: quickbooks for the invoices and google drive for storage`, ['quickbooks', 'google_drive']],
    [`${INTEGRATES} u: slack would be nice`, ['slack']],
    ['it has to work with salesforce', ['salesforce']],
    ['we need something that syncs with hubspot', ['hubspot']],
    ['does it integrate with zoho', ['zoho']],
    ['do you have an api', ['api']],
    ['we need an a p i', ['api']],
    ["it's gotta talk to net suite", ['netsuite']],
    ['everything lives in share point so it has to go in there', ['sharepoint']],
    ['it must push into pipedrive', ['pipedrive']],
    ["we don't use salesforce anymore", undefined],
    ['we moved off salesforce in march', undefined],
    ['my brother uses salesforce', undefined],
    ['it does not need to connect to quickbooks', undefined],
    ['write down salesforce', undefined],
    ['our sales force is big', undefined],
    ["pandadoc's api is slow", undefined],
    ['a: We have a Zapier app. | u: okay', undefined],
    ['a: Do you need a connection to Salesforce? | u: yes | a: And HubSpot? | u: no', ['salesforce']],
  ])('%s', (line, expected) => {
    expect(valueOf('integration_needs', line)).toEqual(expected);
  });
});

describe('industry', () => {
  it.each<[string, string | undefined]>([
    ["we're a law firm in leeds", 'legal'],
    ["i'm a solicitor", 'legal'],
    ['i run a dental practice', 'healthcare'],
    ["i'm calling from a real estate agency", 'real_estate'],
    ['we are a construction company', 'construction'],
    ["i'm a roofer", 'construction'],
    ['i work at an insurance brokerage', 'insurance'],
    ['we do bookkeeping for small shops', 'accounting'],
    ['we sell software', 'software'],
    ['i own a gym', 'fitness'],
    ['we are a marketing agency and our clients are hotels', 'marketing'],
    ['i manage a hotel', 'hospitality'],
    ["we're recruiters", 'recruitment'],
    ['we run a small charity', 'nonprofit'],
    ['i work for the city council', 'government'],
    ['we install solar panels', 'energy'],
    ["i'm a freelance translator", 'translation'],
    ["i'm the office manager at a vets", 'veterinary'],
    ['a: What kind of business are you in? | u: logistics', 'logistics'],
    ['a: What does your company do? | u: we make valves', 'manufacturing'],
    ['we have a trucking company', 'logistics'],
    ['my accountant told me about you', undefined],
    ['my brother has a law firm', undefined],
    ['our clients are law firms', undefined],
    ['we build software for dentists', 'software'],
    ['i used to work at a hotel', undefined],
    ["we're not a law firm", undefined],
    ['if i were a lawyer', undefined],
  ])('%s', (line, expected) => {
    expect(valueOf('industry', line)).toBe(expected);
  });
});

describe('a trade told by what it speaks of', () => {
  it.each([
    ['u: the tenants lose their keys and the landlords ring me every day', 'real_estate'],
    ['u: the tenants lose their keys', undefined],
    ["u: we're a law firm and the tenants and landlords are our clients", 'legal'],
    ['u: the heifers are out again | a: Oh dear. | u: and the hay contracts are still on the table', 'agriculture'],
    ['u: we advise hospitals on their procurement', 'consulting'],
    ['u: we sell booking software to restaurants', 'software'],
    ['u: we build church organs in our workshop', 'manufacturing'],
    ["u: my daughter gave me the number i'm a kiltmaker in inverness", 'manufacturing'],
    ['u: my phone company cut me off sorry', undefined],
    ["u: i'm a farm vet and the farmers sign for their cattle and sheep", 'veterinary'],
  ])('%s', (line, value) => expect(valueOf('industry', line)).toBe(value));
});

describe('location', () => {
  it.each<[string, string | undefined]>([
    ["we're a law firm in leeds", 'leeds'],
    ["we're based in manchester", 'manchester'],
    ["i'm calling from austin texas", 'austin'],
    ['a: Where are you based? | u: leeds', 'leeds'],
    ['a: Where are you based? | u: uh we are in new york', 'new york'],
    ['a: Where are you calling from? | u: just outside dublin', 'dublin'],
    ['a: And where is the firm? | u: thurso', 'thurso'],
    ["we're out of des moines", 'des moines'],
    ['i run a clinic in phoenix', 'phoenix'],
    ['a dealership over in duluth', 'duluth'],
    ['we work out of a small office in ghent', 'ghent'],
    ['our head office is in paris but i work from lyon', 'lyon'],
    ['a client in berlin asked for it', undefined],
    ['my brother lives in boston', undefined],
    ['we used to be in chicago', undefined],
    ['is the data stored in frankfurt', undefined],
    ["i'm in sales", undefined],
    ["i'm in a meeting", undefined],
    ["we're not in london", undefined],
    ['i was at a fair in dublin last week', undefined],
    ["we're in the middle of something", undefined],
  ])('%s', (line, expected) => {
    expect(valueOf('location', line)).toBe(expected);
  });
});

describe('use_case', () => {
  it.each<[string, string | undefined]>([
    [`${DOCS} u: mostly contracts`, 'contracts'],
    [`${DOCS} u: n d a's and then some contracts`, 'ndas'],
    [`${DOCS} u: offer letters`, 'offers'],
    [`${DOCS} u: consent forms for patients`, 'consent_forms'],
    [`${DOCS} u: retainer agreements`, 'agreements'],
    [`${DOCS} u: leases`, 'leases'],
    [`${DOCS} u: not invoices just quotes`, 'quotes'],
    ['we send proposals to our clients', 'proposals'],
    ['we need our engagement letters signed', 'engagement_letters'],
    ['i want to get waivers signed at the door', 'waivers'],
    ['we send out purchase orders', 'purchase_orders'],
    ['a: So these are mainly leases? | u: yes', 'leases'],
    ['a: Is it for proposals? | u: no it is contracts', 'contracts'],
    ['can you send me a quote', undefined],
    ["what's your best offer", undefined],
    ['our contract with docusign ends in may', undefined],
    ['my last company sent leases', undefined],
  ])('%s', (line, expected) => {
    expect(valueOf('use_case', line)).toBe(expected);
  });
});

describe('current_tool', () => {
  it.each<[string, string | undefined]>([
    [`${TOOL} u: docu sign`, 'docusign'],
    [`${TOOL} u: we're on panda dock`, 'pandadoc'],
    [`${TOOL} u: word and email`, 'manual'],
    [`${TOOL} u: pen and paper`, 'manual'],
    [`${TOOL} u: pdf by email`, 'manual'],
    [`${TOOL} u: we print it and scan it`, 'manual'],
    [`${TOOL} u: we had hellosign but now it's adobe sign`, 'adobe_sign'],
    [`${TOOL} u: we used to use docusign but we went back to paper`, 'manual'],
    ['we use docusign for everything', 'docusign'],
    ['we currently have adobe sign', 'adobe_sign'],
    ['everything is on paper', 'manual'],
    ['we fax it to the supplier', 'manual'],
    ["we don't use docusign", undefined],
    ['we left docusign last year', undefined],
    ["we're looking at docusign and pandadoc", undefined],
    ['my friend uses docusign', undefined],
    ['how do you compare to docusign', undefined],
    ['at my last company we used docusign', undefined],
    ['if we used docusign it would be cheaper', undefined],
  ])('%s', (line, expected) => {
    expect(valueOf('current_tool', line)).toBe(expected);
  });
});

describe('what goes wrong, where that was asked', () => {
  it.each([
    ["a: What's the problem? | u: our letters have been going out since tuesday with a stranger on them", [2]],
    ['a: What is the problem? | u: no problem at all i only want to know what your prices are', []],
    ["u: i've heard that paper gets lost all the time in hospitals", []],
  ])('%s', (line, where) =>
    expect((signalsOf(line)['pain_points']?.evidence ?? []).map(({ item }) => item)).toEqual(where),
  );
});

describe('the vocabulary', async () => {
  const folder = new URL('../../../analytics-worker/analysis/rules/vocabulary/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));

  it.each(files)('%s holds no phrase twice in a list', async (file) => {
    const exported: unknown = await import(new URL(file, folder).href);
    expect(repeatedIn(exported)).toEqual([]);
  });
});

/** The phrases that a list within `value` holds more than once, each as "list: phrase". */
function repeatedIn(value: unknown, name = ''): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Set) return [];
  const within = Object.entries(value).flatMap(([key, one]) => repeatedIn(one, name ? `${name}.${key}` : key));
  if (!Array.isArray(value)) return within;
  const phrases = value.filter((one) => typeof one === 'string');
  return [...within, ...phrases.filter((one, at) => phrases.indexOf(one) < at).map((one) => `${name}: ${one}`)];
}
