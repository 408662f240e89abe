import { describe, expect, test } from 'vitest';
import { hearActions } from '../../../analytics-worker/analysis/rules/actions/heard.ts';
import { analyzeByRules } from '../../../analytics-worker/analysis/rules/engine.ts';
import { itemsOf, talk } from './calls.ts';

const found = (...lines: string[]) =>
  hearActions(talk('hi', 'a: Hello.', 'i have a question', ...lines))
    .map(({ owner, due, kind }) => `${owner} ${kind} ${due ?? '-'}`)
    .join(', ');

describe('promised', () => {
  test.each([
    ["a: I'll email you the pricing sheet this afternoon.", 'agent document this afternoon'],
    ["a: I'm going to send you a link.", 'agent document -'],
    ['a: Let me send you the brochure right after this call.', 'agent document right after this call'],
    ['a: Someone from our sales team will call you tomorrow morning.', 'team call tomorrow morning'],
    ['a: One of our specialists will reach out by the end of the week.', 'team call the end of the week'],
    ['a: A colleague is going to get back to you in two business days.', 'team call in two business days'],
    ['a: My manager will give you a call on Monday at 3 pm.', 'team call Monday at 3 pm'],
    ['a: Sarah from onboarding will contact you within 24 hours.', 'team call within 24 hours'],
    ["a: We'll get back to you on that next week.", 'team call next week'],
    ["a: You'll hear back from our legal team by Tuesday.", 'team call Tuesday'],
    ["a: I'll have one of our engineers call you later today.", 'team call later today'],
    ["a: I'll pass your question on to the product team.", 'agent internal -'],
    ["a: I'll ask the billing department and they will email you.", 'agent internal -, team document -'],
    ["a: I'll call you back on the 14th of March.", 'agent call the 14th of March'],
    ["a: I'll follow up in early January.", 'agent call early January'],
    ["a: I'll take you off our call list.", 'agent internal -'],
    ['a: Expect a recap from me by end of day.', 'agent other end of day'],
    ["a: That needs our support desk. They'll look at it and call you before five.", 'team trial before five'],
    ["i'll talk to my partner tonight", 'user internal tonight'],
    ["i'll run it by my boss on friday", 'user internal friday'],
    ["i'm going to discuss it with the team next week", 'user internal next week'],
    ["let me check with my wife and i'll call you back tomorrow", 'user internal -, user call tomorrow'],
    ["i'll send over our contract by end of day", 'user document end of day'],
    ["i'll upload the template this weekend", 'user document this weekend'],
    ["we'll try it out on monday", 'user trial monday'],
    ["i'll let you know by thursday", 'user call thursday'],
    ['my assistant will email you the list tomorrow', 'user document tomorrow'],
    ["i'll get my accountant to look at the numbers", 'user trial -'],
    ["i'll fill in the form first thing monday", 'user document first thing monday'],
  ])('%s', (said, expected) => expect(found(said)).toBe(expected));
});

describe('not promised', () => {
  test.each([
    ["a: I'll check that for you, one moment."],
    ['a: Let me look that up.'],
    ["a: I'll put you through to sales."],
    ["a: I've just sent you the link."],
    ['a: The system will send reminders to your clients.'],
    ['a: The recipient will get an email and sign it.'],
    ['a: It will send you a copy automatically.'],
    ["a: I'll be quick."],
    ["a: I'll be honest with you, it is not the cheapest."],
    ['a: I sent you the contract yesterday.'],
    ["a: I won't call you again."],
    ["i'll be honest with you i don't like it"],
    ["i'll tell you what the problem is"],
    ["if he says yes i'll call you"],
    ["i won't send you anything"],
    ['we send about forty contracts a month'],
    ['i called you yesterday'],
    ['i think i will pass'],
    ["i'll take the cheaper one then"],
    ['will you send me spam'],
    ["we'll see"],
  ])('%s', (said) => expect(found(said)).toBe(''));
});

describe('offered', () => {
  test.each([
    ['a: Would you like me to send you a summary by email?', 'yes please', 'agent document -'],
    ['a: Would you like me to send you a summary by email?', "no that's fine", ''],
    ['a: I could have a colleague call you on Thursday.', 'that would be great', 'team call Thursday'],
    ['a: Shall I email you the price list?', 'sure go ahead', 'agent document -'],
    ['a: Shall I email you the price list?', 'not right now', ''],
    ['a: Do you want me to send the security paper?', 'i guess that could help', 'agent document -'],
    ['a: Can I send you something in writing?', "don't bother", ''],
    ["a: I'll send you the price list.", "please don't i get enough of those", ''],
    ['a: May I ask how many people you are?', 'yes we are five', ''],
    ['a: Shall a colleague call you about it?', 'yes please', 'team call -'],
    ['a: Shall one of our specialists ring you on Monday?', 'monday is fine', 'team call Monday'],
    ['a: Would you like somebody to call you back?', 'yes as soon as possible', 'team call -'],
    ['a: I can have a colleague phone you.', 'please do tomorrow', 'team call tomorrow'],
    ['a: I can let them know that you called.', 'if you would', 'agent call -'],
    ['a: May I email you something?', "please don't", ''],
    ['a: Can I email you something?', 'if i ever need it', ''],
    ['a: Shall I read the address out?', 'yes', ''],
  ])('%s %s', (offer, answer, expected) => expect(found(offer, answer)).toBe(expected));

  test('an offer is promised where the caller takes it', () => {
    const lines = ['hi', 'a: Hello.', 'hm', 'a: Shall I email you the price list?', 'go on then'];
    expect(hearActions(talk(...lines))).toMatchObject([
      { item: 5, quote: 'go on then', owner: 'agent', action: 'email you the price list' },
    ]);
  });

  test('an offer that becomes a promise is one', () =>
    expect(found('a: Shall I send you a quote?', 'yes', "a: I'll send it by noon.")).toBe('agent document noon'));
});

describe('a time that the caller names', () => {
  test.each([
    ['tomorrow at two would be good', 'a: Booked.', 'team demo tomorrow at two'],
    ['how about friday at ten', "a: Great, it's in the diary.", 'team demo friday at ten'],
    ['tomorrow at two would be good', 'a: And how many are you?', ''],
    ['some day maybe', 'a: Noted.', ''],
  ])('%s %s', (named, answer, expected) =>
    expect(found('a: When would be good for a demo?', named, answer)).toBe(expected),
  );
});

test.each([
  ["a: I'll send it by Friday, and Tom will call you on Monday at ten.", 'Friday', 'Monday at ten'],
  ["a: Tomorrow I'll send the list. Anna will write to you next week.", 'Tomorrow', 'next week'],
])('each promise has its own date: %s', (said, first, second) =>
  expect(hearActions(talk('hi', 'a: Hi.', 'yes', said)).map(({ due }) => due)).toEqual([first, second]),
);

test('evidence is verbatim', () => {
  const said = "Right. I'll email you the sheet by Friday. Anything else?";
  const [one] = hearActions(talk('hi', `a: ${said}`));
  expect(one).toMatchObject({
    item: 2,
    quote: "I'll email you the sheet by Friday",
    action: 'email you the sheet by Friday',
  });
});

const owed = (...lines: string[]) =>
  hearActions(talk('hi', 'a: Hello.', 'i have a question', ...lines))
    .map(({ owner, due }) => `${owner} ${due ?? '-'}`)
    .join(', ');

test.each<string[]>([
  ['agent today', 'a: I will get that quote over to you today.'],
  ['agent -', "a: I'm sending you the link by text after we're done."],
  ['team thursday', 'a: Our solutions engineer, Ravi, is going to call you on thursday.'],
  ['team -', 'a: Somebody will be in touch.'],
  ['team tomorrow', 'a: Expect a call from our team tomorrow.'],
  ['agent -', "a: I'll make sure the team knows."],
  ['agent the end of the day', "a: You'll have it in your inbox by the end of the day."],
  ['agent -', 'a: Let me put that in an email for you.'],
  ['agent -', "a: I'll set up the trial account and send you the login."],
  ['user monday', "i'll have it back to you by monday"],
  ['user -', 'let me talk it over with my brother'],
  ['user tomorrow', 'i can get you those numbers tomorrow'],
  ['user next week', "we'll sit down next week and decide"],
  ['user -', "i'll take a look and call you back"],
  ['user tonight', "i'm gonna try it tonight"],
  ['user friday', "you'll have our answer by friday"],
  ['user -', "i need to ask my accountant and then i'll let you know"],
  ['', 'a: I can answer that.', 'okay'],
  ['', 'a: You will see the status in the dashboard.'],
  ['', 'a: Your client will receive an email with the link.'],
  ['', 'we will be twelve people next year'],
  ['', 'i will need ten seats'],
  ['', 'i will have to think about it'],
  ['', 'a: We will never share your data.'],
  ['', 'a: That will take about a week.'],
  ['user -', 'a: Could you send us a sample contract?', 'sure no problem'],
  ['agent -', 'can you email me the details', 'a: Of course.'],
  ['team in two weeks', 'a: My colleague will check in with you in two weeks.'],
])('%s: %s %s', (expected, ...said) => expect(owed(...said)).toBe(expected));

test('what the other side does without, and what somebody else says, is no promise', () => {
  expect(found("a: I'll email you the comparison, then.", "no don't bother i've seen it")).toBe('');
  expect(found("the tenants always say i'll send it back friday")).toBe('');
});

describe('promised by verbs, names and ways that no list has', () => {
  test.each([
    ["i'll look out a few of the old notes for her", 'user -'],
    ["i'll get the grandson to do it with me on sunday", 'user sunday'],
    ['then i take it up with him on tuesday', 'user tuesday'],
    ['will send it over this evening', 'user this evening'],
    ["we'll give it a bash at the weekend", 'user the weekend'],
    ["thursday is fine and i'll warn my brother", 'user -'],
    ["a: It'll be in your inbox by noon.", 'agent noon'],
    ["a: She'll have a letter from me today.", 'agent today'],
    ['a: The quote will be with you tomorrow.', 'agent tomorrow'],
    ['a: Someone will be with you at two tomorrow.', 'team at two tomorrow'],
    ['a: Finance will issue a corrected one on the ninth.', 'team the ninth'],
    ["a: I'll have our legal team write it up by Friday.", 'team Friday'],
    ['a: Thursday at ten with Helen, then.', 'team Thursday at ten'],
    ["a: You're in for Thursday at ten, and I'll text you the link.", 'agent -'],
    ['a: Ines can look at it on Monday.', 'team Monday', 'good, monday'],
    ['a: May I send you a note in May?', '', "i'd rather you didn't"],
    ['a: Shall I call again next year?', '', "ah it's dead here till the summer"],
    ["i'll probably stick with paper", ''],
    ["i'll be in the office on monday", ''],
    ["or i'll hear about it", ''],
    ["i'll leave you to it", ''],
    ['a: You can be set up today.', ''],
    ['can you send me an offer', 'agent today', 'a: With pleasure, today.'],
    ['can you send me an offer by friday', 'agent friday', 'a: Sure, gladly.'],
  ])('%s', (said, expected, ...answer) => {
    const items = hearActions(talk('hi', 'a: Hello.', 'i have a question', 'a: Yes?', said, ...answer));
    expect(items.map(({ owner, due }) => `${owner} ${due ?? '-'}`).join(', ')).toBe(expected);
  });
});

describe('found in a call', () => {
  const asked = ['a: Hello, this is Mia.', 'i have a question about your prices', 'a: Sure.', 'can i see it on paper'];
  const foundIn = async (...said: string[]) => (await analyzeByRules(itemsOf(...asked, ...said))).actionItems;

  test('one sentence is promised by one', async () =>
    expect(await foundIn('a: You will have both answers in writing by Friday.', 'lovely')).toHaveLength(1));

  test('what frames hear is told in their words', async () =>
    expect(await foundIn("a: Right. I'll email you the sheet by Friday. Anything else?")).toEqual([
      {
        item: 5,
        quote: "I'll email you the sheet by Friday",
        owner: 'agent',
        action: 'email you the sheet by Friday',
        due: 'Friday',
        kind: 'document',
      },
    ]));

  test('what no frame hears is weighed by its words, and told in its sentence', async () => {
    const sentence = "I'm putting the login in the post for you today";
    expect(hearActions(talk(...asked, `a: Right. ${sentence}.`))).toEqual([]);
    expect(await foundIn(`a: Right. ${sentence}.`)).toEqual([
      { item: 5, quote: sentence, owner: 'agent', action: sentence, due: 'today', kind: 'document' },
    ]);
  });

  test('an offer that is taken, and a meeting once, though both name its time', async () => {
    expect(await foundIn('a: Would you like me to email it to you?', 'yes please', 'a: Great.')).toMatchObject([
      { item: 6, quote: 'yes please', owner: 'agent', action: 'email it to you', kind: 'document' },
    ]);
    const wordy = [
      'a: Shall I send you a quote?',
      'please do to my work email',
      "a: I'll send it over this afternoon.",
    ];
    expect(await foundIn(...wordy)).toMatchObject([{ item: 7, owner: 'agent', due: 'this afternoon' }]);
    const meeting = ['a: Shall we say Monday at ten?', 'monday at ten is fine', 'a: Perfect, talk then.'];
    expect(await foundIn(...meeting)).toMatchObject([{ owner: 'team', due: 'monday at ten' }]);
  });
});
