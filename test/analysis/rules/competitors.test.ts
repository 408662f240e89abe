import { expect, test } from 'vitest';
import { findCompetitors } from '../../../analytics-worker/analysis/rules/competitors/competitors.ts';
import { talk } from './calls.ts';

const found = (...lines: string[]) =>
  findCompetitors(talk(...lines))
    .map(({ name, stance }) => `${name} ${stance}`)
    .join(', ');

test.each([
  ['we use docu sign for everything', 'docusign using'],
  ['right now we are on panda doc', 'pandadoc using'],
  ["we've had docusign for about three years", 'docusign using'],
  ['our docusign contract is up in march', 'docusign using'],
  ["we're paying docusign six hundred a year", 'docusign using'],
  ["we'd like to get off docusign", 'docusign using'],
  ["we're thinking of leaving hello sign", 'hellosign using'],
  ['everything goes out through adobe sign', 'adobe_sign using'],
  ['we are a docusign shop', 'docusign using'],
  ["i'm stuck with docu sign until next summer", 'docusign using'],
  ['we send them with signable', 'signable using'],
  ['we used to use docusign', 'docusign left'],
  ['we used hello sign but it was a pain', 'hellosign left'],
  ['we were with panda doc until last year', 'pandadoc left'],
  ["we don't use docu sign anymore", 'docusign left'],
  ['we moved away from docusign in the spring', 'docusign left'],
  ['we switched from signnow to paper if you can believe it', 'signnow left'],
  ['i cancelled proposify last month', 'proposify left'],
  ['we got rid of docusign', 'docusign left'],
  ['we tried better proposals once', 'betterproposals left'],
  ['docusign did not work out for us', 'docusign left'],
  ["we're also looking at panda doc", 'pandadoc evaluating'],
  ["it's between you and docusign", 'docusign evaluating'],
  ['i had a demo with get accept yesterday', 'getaccept evaluating'],
  ['we got a quote from docu sign', 'docusign evaluating'],
  ['the other one on our shortlist is juro', 'juro evaluating'],
  ["i'm comparing you with qwilr and proposify", 'qwilr evaluating, proposify evaluating'],
  ["we're talking to docusign as well", 'docusign evaluating'],
  ["i'm on a trial of signwell at the moment", 'signwell evaluating'],
  ["we're leaning towards docusign", 'docusign evaluating'],
  ['how are you different from docusign', 'docusign mentioned'],
  ['is it like docu sign', 'docusign mentioned'],
  ['my brother uses docusign at his firm', 'docusign mentioned'],
  ['our clients send us docusign envelopes', 'docusign mentioned'],
  ['at my last company we had docusign', 'docusign mentioned'],
  ["i've never used docusign", 'docusign mentioned'],
  ['the bank sends us docu sign things to fill in', 'docusign mentioned'],
  ['a friend recommended panda doc', 'pandadoc mentioned'],
  ['can i sign now or do i have to wait', ''],
  ['do you sign the contract too', ''],
  ['we need the right signature on it', ''],
  ['we want to write better proposals', ''],
  ['we use salesforce and slack', ''],
  ['we use adobe to edit the pdfs', ''],
  ['the concord building on main street', ''],
  ['we use concord for our contracts', 'concord using'],
  ['we use something called inkless', 'inkless using'],
  ["we've been using a tool called signaroo for the contracts", 'signaroo using'],
  ['we use a crm called attio', ''],
  ['we use a tool called rentomat for property management', ''],
  ['our booking system is a thing called slotty', ''],
  ['we use something called clio for our cases', ''],
  ["we left docusign and now we're looking at panda doc", 'docusign left, pandadoc evaluating'],
  ['we use docusign and i looked at hello sign too', 'docusign using, hellosign evaluating'],
  ['because sign now let us down and we closed the account', 'signnow left'],
  ['the lads in the depot have sign easy on their phones', 'signeasy using'],
  ["we've got a sign now trial running till friday", 'signnow evaluating'],
  ["i'm going to sign now if you send it over", ''],
  ['they come in and i go hello sign here please', ''],
  ['no not docusign', 'docusign mentioned'],
  ['if we used docusign what would change', 'docusign mentioned'],
])('%s', (said, expected) => expect(found(said)).toBe(expected));

test.each([
  ['a: What do you use today?', 'docusign', 'docusign using'],
  ['a: What are you using now?', 'mostly panda doc i think', 'pandadoc using'],
  ['a: Who else are you looking at?', 'docusign and panda doc', 'docusign evaluating, pandadoc evaluating'],
  ['a: Are you using DocuSign at the moment?', 'yes we are', 'docusign using'],
  ['a: Are you using DocuSign at the moment?', 'no we do it by hand', ''],
  ['a: Have you considered alternatives?', 'hello sign', 'hellosign evaluating'],
  ['a: Hello, this is SignWell. How can I help?', 'hi is this sign well', ''],
])('%s %s', (asked, said, expected) => expect(found(asked, said)).toBe(expected));

test('the last stance counts, and a mention takes none away', () => {
  expect(found('we use docusign', 'a: I see.', 'well we stopped using docusign in may')).toBe('docusign left');
  expect(found('we use docusign', 'a: I see.', 'is your editor like docusign')).toBe('docusign using');
});

test('who left speaks of what was', () => {
  expect(found('we had panda doc and cancelled it', 'a: Why?', 'paying panda doc was silly')).toBe('pandadoc left');
});

test('evidence is the words of the item that tells the stance', () => {
  const [one] = findCompetitors(talk('hi', 'a: Hello.', 'So we use Docu Sign, mostly.'));
  expect(one).toEqual({ item: 3, quote: 'Docu Sign', name: 'docusign', stance: 'using' });
});

test.each<string[]>([
  ['docusign using', 'docusign is what the office has been using since forever'],
  ['docusign using', 'we are currently paying for docusign but barely touch it'],
  ['pandadoc using', 'our proposals go out via panda doc'],
  ['hellosign using', 'i have a hello sign account'],
  ['docusign left', 'we ditched docusign a year ago'],
  ['docusign left', 'docusign was a disaster so we went back to paper'],
  ['pandadoc left', 'we had a year with panda doc and never again'],
  ['docusign left', 'before this we were on docusign'],
  ['proposify evaluating', 'the other contender is proposify'],
  ['signnow evaluating', 'i am also trialing sign now'],
  ['docusign evaluating', 'we have docusign and you on the table'],
  ['getaccept evaluating', 'get accept sent me an offer on tuesday'],
  ['docusign mentioned', 'is this basically docusign'],
  ['docusign mentioned', 'my landlord made me sign with docusign once'],
  ['docusign mentioned', 'one of our suppliers uses docusign'],
  ['ironclad using', 'legal runs ironclad for the contracts'],
  ['docusign using', 'a: Do you use anything at the moment?', 'yeah docu sign'],
  ['dotloop using', 'a: How do you get them signed?', 'dot loop mostly'],
  ['docusign using', 'we want to replace docusign by summer'],
  ['pandadoc using', 'we would move over from panda doc'],
  ['docusign using', 'docusign is killing us with the envelope fees'],
  ['zoho_sign evaluating', 'zoho sign looked okay too in the demo'],
  ['signflow using', 'we use a thing called sign flow'],
  ['docusign mentioned', 'can you import from docusign'],
])('%s: %s %s', (expected, ...said) => expect(found('hello', 'a: How can I help?', ...said)).toBe(expected));
