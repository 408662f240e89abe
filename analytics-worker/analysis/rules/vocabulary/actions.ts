import { vocabularyOf, wordsIn } from './lines.ts';

/** What can be promised for later, by its kind; said behind "i will", "will you", "i can". */
export const deeds = vocabularyOf(`
document = send, sign it, sign that, sign the, email, forward, mail, post, share, text, drop you, shoot, ping, fax, upload, attach, put in writing, print,
  scan, draw up, draft, write up, prepare, put together, sign and return, fill, complete, get you, get over, get it,
  get that, get this, get those, get these, get the, get them, get a, get an, have it, have that, have them,
  put that in, put it in, put this in, put everything in, put something in, whatsapp, copy, answer, include, bring
call = call, ring, phone, get back, reach out, contact, write, follow up, come back, be in touch, get in touch,
  touch base, loop in, loop, check back, check in, try you, try him, try her, let you know, let them know, respond,
  reply, report back, catch up, speak to you, talk to you, hear from, hear, hear back, give you a call,
  give you a ring, give you a shout, circle back, confirm, be calling, be emailing, be writing, be contacting,
  be sending
demo = demo, show you, walk you, run the demo, run you, take you through, give you a demo, go through, run a demo,
  demonstrate, present to you
meeting = meet, join, lead the, host the, run the session, set up a meeting, set up a time, arrange, organise, organize, schedule, set up a call, sit down, host,
  see you, be there, sit in, introduce
trial = try, give it a spin, give it a go, give it a try, give it a whirl, test, play with, mess with, muck about with, fiddle with, have a go, have a play, sign up,
  start with, start a, start the, get started, subscribe, go with, purchase, start the trial, set up a trial,
  set up your trial, create an account, have a look, take a look, look at, look over, look into, look through, read,
  review, study, go over, activate, extend
internal = look it up, look that up, look them up, build, download, do that in, do it in, do that by, do it by, do that today, do it today, do that tomorrow, do it tomorrow, ask, check with, talk to, speak to, speak with, talk with, talk it over, talk this over, talk that over,
  talk it through, have a word, have a chat, discuss, run it past, run this past, run that past, run it through, put it past, check that with, check it with, check this with,
  run it by, run this by, run that by, take it to, take this to,
  bring it up, bring that up, bring it to, bring this to, put it to, leave it on, leave it with, put it on, put it in front, pin it, hand it to, hand it on, give it to, show it to, pass it, pass that, pass this, pass them, pass your, pass the, pass along,
  pass on, tell, show, find out, mark, escalate, raise, flag, log, chase, look into it, delete, remove,
  take you off, unsubscribe, cancel, refund, credit, update, change, fix, investigate, pull together, pull up, dig,
  order, buy, renew, export, clean up, make sure, mention, sort, note down for, put you down, add you, add him,
  add her, invite, pick, choose, measure, count, collect, gather, convince, present it, transfer the, import,
  set up, set it up, set that up, set you up, get it, pay
`);

/** Who of the vendor's people a promise is made for. */
export const teamPeople = wordsIn(`
  someone, somebody, colleague, colleagues, specialist, specialists, engineer, engineers, expert, experts, manager,
  rep, representative, team, department, consultant, advisor, adviser, director, technician, human, person, officer,
  sales, support, billing, legal, account executive, account manager, executive, partner manager, developer,
  developers, product, lawyer, specialist 's, people, guys, he, she, himself, herself, one of us, one of our,
  solutions, desk`);

export const promises = {
  self: wordsIn(`
    i will|shall ..2 <deed>, i am ..1 going to ..1 <deed>, let me <deed>,
    i will|am have|get|ask|going _ to? ..1 <deed>, i will have|get|ask my|our|the|a _ to? ..1 <deed>,
    i will|shall take ..4 off, i am sending|emailing|texting|forwarding|mailing you|it|that|over|the|this,
    you will ..1 have|get|receive it|that|this|them|the|a|an|our|my ..6 inbox|email|by|today|tomorrow|monday|tuesday|wednesday|thursday|friday,
    i promise|guarantee to ..1 <deed>, i have to|got to? <deed> ..6 <date>, i need|want to <deed> ..6 <date>,
    you will get|receive|have|find ..4 from me, expect ..5 from me, is coming your|over ..1 way, is coming over|to you,
    i will do that|it|so ..1 by|before|after|on|today|tomorrow|tonight|this|next|for|then, i will do i|it promise, i promise ..3 <date>,
    i will have ..3 raised|sent|done|ready|signed|drawn|made|opened, i have to find|dig|check ..1 out|with,
    and give|ring|call|send|email|text you ..4 <date>, i can ..2 <deed> ..6 <date>,
    i would|will rather? ..1 <deed> ..6 <date>`),
  we: wordsIn(
    `we will|shall ..2 <deed>, we will have ..5 by|on|before|done|ready|switched|fixed|set, we are ..1 going to ..1 <deed>, we can ..1 get someone|somebody|back, expect a|an|to ..2 call|email|message|hear ..5 from our|us|the|team, you will ..1 hear from|back, you will get|receive ..4 from our|us|the|him|her|them, let us <deed> ..4 and get`,
  ),
  other: wordsIn(
    `<who> ..4 will|shall ..2 <deed>, <who> ..4 is|are going to ..1 <deed>, <who> ..3 will be in|calling|emailing|contacting|writing, _ will ..2 <deed> ..6 <date>, _ will ..2 <deed> ..1 you|your|it|that|the|everything|through|him|her, am having|getting _ ..3 <deed> ..1 you|it|that|them|out, our|the <who> ..1 will|shall do ..4 <date>, our|the designer|trainer|installer ..1 will|shall ..2 _ ..4 <date>,
    have|get <who> ..2 to? <deed> ..2 you|it|that|them, <who> ..3 is|are calling|emailing you`,
  ),
} as const;

/** What is only offered: it is promised when the other side takes it. */
export const offers = wordsIn(`
  shall|should|can|could|may|might i ..2 <deed>, shall|should|can|could|may we ..2 <deed>,
  would you like|want ..1 me|us|someone|somebody|him|her|them|a|the|some|our ..4 <deed>,
  do you want me|us|someone|somebody to ..1 <deed>, want me|us to ..1 <deed>, i|we can|could ..2 <deed>,
  i|we would be happy|glad to ..1 <deed>, happy|glad to ..1 <deed>, i|we could have|get ..3 <deed>,
  shall|should someone|somebody|he|she|they ..2 <deed>, <who> can|could ..2 <deed>,
  would it help ..2 if i|we ..1 <deed>, would you like a|some|the ..4 by|via email, would ..4 by email help`);

/** What one side asks of the other. */
export const requests = wordsIn(
  `can|could|would|will you ..3 <deed>, would you mind ..1 sending|emailing|calling|forwarding|sharing, send|email|mail|forward|text|share|call|ring me|us ..1 a|an|the|your|that|it|this|some|something|more|back|please|tomorrow|later|when, please ..1 <deed>, you can|could|may <deed> ..4 <date>`,
);

/** What one side can do for the other when asked to. */
export const requested = wordsIn(
  `send, email, forward, share, upload, call, ring, phone, text, mail, fax, get back, put in writing, give you a call, give me a call`,
);

/** What an agent asks of a caller beyond that. */
export const requestedOfCallers = wordsIn(`check, ask, talk, speak, discuss, show, find, run`);

/** What happens in the call itself, or is a way of speaking. */
export const atOnce = wordsIn(`
  let me ..1 look|see|check ..1 at|in|under, try not to,
  tell you ..2, be honest|frank|quick|brief, check that|this|it|for|now|quickly, just check, have a look now,
  look it|that up, put you through, transfer you, put|add|note that|it|this|a down|to|on,
  one|1 moment|second|sec|minute, hold on, bear with, ask you, let you go, pass on this|that|it, leave it,
  take it|that then, right now, while you|we wait, on the line, read|spell it|that|them ..1 out|back|to,
  show you how, explain, walk you through ..2 now, try ..1 that now, i will be honest, stay on the line,
  go ahead and book|reserve|put, ask again, call it|that|them, ask a|one|another|1 question, ask something, tell my`);

/** Whose will the promise rather is not: the product does it. */
export const machines = wordsIn(
  `system, software, tool, app, platform, product, it, that, this, which, document, documents, signer, signers, recipient, recipients, client, clients, customer, customers, everyone, everybody, reminder, reminders, page, link, email, i, we, you, there, what, who, price, plan, integration, connector, feature, account, user, users, contract, trial, assistant, they`,
);

/** A day or a time, wherever it stands. */
export const days = wordsIn(`
  today, tonight, tomorrow, monday, tuesday, wednesday, thursday, friday, saturday, sunday, week, weekend, month,
  morning, afternoon, evening, noon, hour, january, february, march, april, june, july, august, september, october,
  november, december`);

/** The other side does without what was promised. */
export const waived = wordsIn(`
  do not bother|trouble, no need to|for|thanks|thank, not necessary, no ..1 do not send|call|email|ring|bother, please do not`);
