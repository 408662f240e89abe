import { describe, expect, test } from 'vitest';
import { findObjections } from '../../../analytics-worker/analysis/rules/objections/objections.ts';
import type { Outcome } from '../../../analytics-worker/analysis/results.ts';
import { talk } from './calls.ts';

const OPEN: Outcome = { outcome: 'follow_up', evidence: [] };
const found = (...lines: string[]) =>
  findObjections(talk(...lines), OPEN)
    .map(({ type }) => type)
    .join(', ');
const afterPrice = (said: string) => found('hi how much is it', 'a: It is 30 dollars a user a month.', said);

describe('put outright', () => {
  test.each([
    ['price', 'oof that is way too expensive for a shop like ours'],
    ['price', "that's a lot to swallow for a few letters"],
    ['price', "i'm not sure we'd get our money's worth"],
    ['timing', 'nothing can happen before the fiscal year closes'],
    ['authority', "i'd need to get the okay from our managing partner first"],
    ['trust', "that's what they all say"],
    ['feature', "that doesn't cut it for us"],
    ['status_quo', "i don't think my team would actually use it"],
    ['price', "that's a lot more than we pay now"],
    ['price', 'we just do not have the budget for that'],
    ['price', "i can't justify that for three contracts a month"],
    ['price', "that's a bit pricey"],
    ['price', "it's out of our price range"],
    ['price', "there's no way we can afford that"],
    ['price', 'hmm that seems steep'],
    ['price', 'twice what i pay today'],
    ['price', 'money is tight right now'],
    ['price', 'i could get it cheaper elsewhere'],
    ['price', "i wasn't expecting it to cost that much"],
    ['timing', "it's just not a good time for us"],
    ['timing', "we're swamped until the end of the quarter"],
    ['timing', "honestly we're way too busy to set up something new"],
    ['timing', "it's not a priority this year"],
    ['timing', "we're in the middle of an office move"],
    ['timing', "we're locked in with our supplier until december"],
    ['timing', "we don't have the time to roll this out"],
    ['timing', "we couldn't start before january anyway"],
    ['trust', "i've never heard of you guys"],
    ['trust', "i'm worried about the security of our client files"],
    ['trust', "i don't trust the cloud with contracts"],
    ['trust', 'how do i know my data is safe with you'],
    ['trust', 'what if you go bust next year'],
    ['trust', 'sounds too good to be true'],
    ['trust', "i'm not sure it would hold up in court"],
    ['trust', "i don't want our patient data on someone else's server"],
    ['trust', 'are you even legit'],
    ['integration', "if it doesn't talk to our crm it's useless to us"],
    ['integration', 'my concern is getting it to work with our old database'],
    ['integration', "it won't integrate with our system though"],
    ['integration', "i'm worried about the migration"],
    ['integration', 'moving all our templates over would be a nightmare'],
    ['feature', "without bulk sending it's no good to us"],
    ['feature', "it's missing the one thing we need"],
    ['feature', 'it looks too complicated for my people'],
    ['feature', "no mobile app then that's a deal breaker"],
    ['feature', "it's overkill for us really"],
    ['competitor', 'docusign gives me that for half the price'],
    ['competitor', "to be honest we're leaning towards panda doc"],
    ['competitor', 'why would i pick you over docusign'],
    ['competitor', "we're happy with docusign"],
    ['competitor', 'we just renewed with adobe sign'],
    ['status_quo', 'what we have works just fine'],
    ['status_quo', "i don't see why we should change"],
    ['status_quo', 'my team hates new software'],
    ['status_quo', "we've always done it on paper"],
    ['status_quo', "our clients aren't very tech savvy"],
    ['status_quo', 'the lawyers will never give up their paper'],
    ['status_quo', "i really don't want another tool to learn"],
    ['status_quo', "if it ain't broke don't fix it"],
    ['authority', "i can't sign off on that without my director"],
    ['authority', "it's not my decision i'm afraid"],
    ['authority', 'the board would never approve it'],
    ['authority', 'my boss will never go for it'],
  ])('%s: %s', (type, said) => expect(afterPrice(said).split(', ')).toContain(type));
});

describe('none', () => {
  test.each([
    ['how much is it per user'],
    ['is it secure'],
    ['do you integrate with hubspot'],
    ['where is the data stored'],
    ["it's not too expensive at all"],
    ["price isn't a problem"],
    ["that's cheaper than i thought"],
    ['can my clients sign on their phones'],
    ['we need it by friday'],
    ['my boss decides but he asked me to look around'],
    ['we send about forty a month'],
    ['that is no problem for us'],
    ['how long does it take to set up'],
    ["i'm the owner so it's my decision"],
    ['we use salesforce and it works with everything'],
    ['do you have a mobile app'],
    ['great that makes sense'],
    ["that's a lot of documents we send"],
    ['we are a small team of five'],
    ['we want to switch this month'],
  ])('%s', (said) => expect(afterPrice(said)).toBe(''));

  test.each([
    ['a: What do you use today?', 'docusign but it got too expensive'],
    ['a: What made you look for something new?', 'the old one was too complicated for everybody'],
    ['a: What goes wrong with it?', "it doesn't integrate with our crm"],
    ['a: Who makes the decision?', 'my boss has to approve it'],
  ])('of what they have today: %s %s', (asked, said) => expect(found('hi', asked, said)).toBe(''));
});

test('a question of fact and a word of something else are none', () => {
  expect(found('who can see my documents')).toBe('');
  expect(found("stop it's too much information")).toBe('');
  expect(afterPrice('wow that is cheap')).toBe('');
  expect(afterPrice('blimey')).toBe('price');
});

describe('resolved', () => {
  test.each([
    [true, "that's a bit steep", 'a: By the year it is twenty percent less.', "oh okay that's fair enough"],
    [true, "i'm worried about security", 'a: Everything is encrypted.', 'right that puts my mind at rest'],
    [true, "we're too busy right now", 'a: We set it up for you.', 'oh well in that case it could work'],
    [true, 'that is too expensive for us', 'a: For charities it is half.', "great that's better"],
    [false, "that's a bit steep", 'a: By the year it is twenty percent less.', 'still too much for us'],
    [false, "that's a bit steep", 'a: I understand.', "no i don't think so"],
    [false, 'our people hate change', 'a: Training is free.', 'maybe but i am not convinced'],
    [false, 'that is too expensive for us', 'a: I understand.', 'bye'],
  ])('%s: %s', (resolved, said, answer, reaction) => {
    const [one] = findObjections(talk('hi', 'a: It is 30 dollars.', said, answer, reaction), OPEN);
    expect(one).toMatchObject({ item: 3, resolved });
    expect(one?.resolution === null).toBe(!resolved);
  });
});

test('one of each type, where it was raised first', () => {
  const call = talk('hi', 'a: It is 30 dollars.', 'too expensive', 'a: There is a discount.', 'still too expensive');
  expect(findObjections(call, OPEN).map(({ item }) => item)).toEqual([3]);
});

test('who agrees to meet has dropped what he had against it', () => {
  const call = talk('hi', 'a: It is 30 dollars.', 'too expensive', 'a: Shall we meet?', 'on monday', 'a: Booked.');
  const [one] = findObjections(call, { outcome: 'meeting', evidence: [{ item: 6, quote: 'Booked' }] });
  expect(one?.resolution).toEqual({ item: 6, quote: 'Booked' });
});

describe('as people say it to an offer', () => {
  const offered = (said: string) => found('hi', 'a: It is 30 dollars a user. We could set you up this week.', said);
  test.each([
    ['price', 'honestly for what we do thats a lot of cash'],
    ['price', 'whoa hold on that much for a signature'],
    ['price', 'we were hoping for something under a hundred'],
    ['price', 'thats more than my phone bill'],
    ['price', 'is there any wiggle room on that because its above what we budgeted'],
    ['price', 'for a nonprofit thats tough'],
    ['price', 'every penny counts here'],
    ['price', 'per seat pricing kills us because we have lots of part timers'],
    ['price', 'thats too rich for my blood'],
    ['price', 'why so expensive'],
    ['price', 'that would eat up our whole software budget'],
    ['timing', 'can we pick this up after the summer'],
    ['timing', 'nobody here has the bandwidth right now'],
    ['timing', 'i got too much on my plate'],
    ['timing', 'we are short staffed at the moment so no'],
    ['timing', 'maybe later in the year'],
    ['timing', 'its just bad timing we are moving premises'],
    ['timing', 'we wont look at new software before the new fiscal year'],
    ['timing', 'our current contract still runs for eight months'],
    ['timing', 'not now come back to me in the autumn'],
    ['trust', 'i had a bad experience with an online service last year'],
    ['trust', 'who else can see the documents'],
    ['trust', 'my clients would freak out if their data leaked'],
    ['trust', 'isnt that risky having everything on the internet'],
    ['trust', 'i read about a breach at one of those companies'],
    ['trust', 'you guys are pretty new arent you'],
    ['trust', 'im just a bit wary of american servers'],
    ['trust', 'how can i be sure nobody forges my signature'],
    ['trust', 'our compliance people would have a fit'],
    ['trust', 'im skeptical that a click is legally the same as a signature'],
    ['integration', 'we run everything on a homegrown system so i doubt it will fit'],
    ['integration', 'if i have to key everything in twice forget it'],
    ['integration', 'it has to sync with xero or theres no point'],
    ['integration', 'we dont have developers to build that'],
    ['integration', 'last time an integration took six months and never worked'],
    ['feature', 'no witness signing that rules it out for us'],
    ['feature', 'ten documents is not enough for us'],
    ['feature', 'we really need it in welsh and you dont have that'],
    ['feature', 'hmm no offline mode thats a bummer'],
    ['feature', 'it doesnt do what we need'],
    ['feature', 'sounds a bit basic for us'],
    ['competitor', 'adobe sign is included in our creative cloud already'],
    ['competitor', 'everybody knows docusign nobody knows you'],
    ['competitor', 'we are pretty set on panda doc to be honest'],
    ['status_quo', 'paper has served us well for thirty years'],
    ['status_quo', 'the old way is fine'],
    ['status_quo', 'i dont really see the benefit'],
    ['status_quo', 'my staff will moan about yet another system'],
    ['status_quo', 'our customers are mostly pensioners they like to sign with a pen'],
    ['status_quo', 'change is hard around here'],
    ['status_quo', 'were doing okay without it'],
    ['status_quo', 'it took me years to get them to use email'],
    ['authority', 'thats above my pay grade'],
    ['authority', 'id have to run it by the board first before i could say yes'],
    ['authority', 'i cant make that call on my own'],
    ['authority', 'my husband holds the purse strings and hes tight'],
    ['authority', 'head office has to sign off on everything'],
  ])('%s: %s', (type, said) => expect(offered(said)).toBe(type));
  test.each([
    ['what plan would you recommend'],
    ['we are currently evaluating tools'],
    ['can you send me the price list'],
    ['its for nda and contracts'],
    ['do i need a credit card'],
    ['we have a budget of five hundred a month'],
    ['the boss asked me to find something cheaper'],
    ['we would like to start next month'],
    ['and the data stays in europe right'],
    ['thats pretty cool actually'],
    ['i love how simple that is'],
    ['so i can set it up myself'],
    ['how is it different from docusign'],
    ['do you charge per envelope'],
    ['our clients are law firms'],
    ['we lose about an hour a day on this'],
    ['it takes ages to get things back'],
    ['people forget to sign and then we have to chase'],
    ['we have no trouble with the budget'],
    ['is there a contract lock in'],
    ['the whole team would use it'],
    ['thats less than i feared'],
    ['no problem at all'],
    ['my partner and i decide together'],
    ['its not urgent'],
    ['we want to be live by march'],
    ['i have to say that sounds good'],
    ['could we start with two seats'],
    ['what if i need more users later'],
    ['i sent it twice and the client still says he didnt get it'],
    ['not yet we are still looking'],
  ])('none: %s', (said) => expect(offered(said)).toBe(''));
});
