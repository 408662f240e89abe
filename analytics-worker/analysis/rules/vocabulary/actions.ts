import { vocabularyOf, wordsIn } from './lines.ts';

/** What can be promised for later, by its kind; said behind "i will", "will you", "i can". */
export const deeds = vocabularyOf(`
document = send, sign it, sign that, sign the, email, forward, mail, post, share, text, drop you, shoot, ping, fax, upload, attach, put in writing, print,
  scan, draw up, draft, write up, prepare, put together, sign and return, fill, complete, get you, get over, get it,
  get that, get this, get those, get these, get the, get them, get a, get an, have it, have that, have them,
  put that in, put it in, put this in, put everything in, put something in, whatsapp, copy, answer, include, bring
call = call, ring, phone, get back, reach out, contact, write, follow up, come back, be in touch, get in touch, flash you, buzz,
  touch base, loop in, loop, check back, check in, try you, try him, try her, let you know, let them know, respond,
  reply, report back, catch up, speak to you, talk to you, visit, come by, come over, come round, drop by, drop in, stop by, pop in, hear from, hear, hear back, give you a call,
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
  bring it up, bring that up, bring it to, bring this to, put it to, leave it on, leave it with, put it on, put it in front, pin it, hand it to, hand it on, give it to, show it to, pass it, pass that, pass this, pass them, pass your, pass the, pass along, put that to, put this to, put those to, take it up, take this up, take that up, inform,
  pass on, tell, show, find out, mark, escalate, raise, flag, log, chase, look into it, delete, remove,
  take you off, unsubscribe, cancel, refund, credit, update, change, fix, investigate, pull together, pull up, dig,
  order, buy, renew, export, clean up, make sure, make a note for, make ready, resend, mention, sort, note down for, put you down, add you, add him,
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

/** Of a vendor's house, whose people are called by it: "finance will issue a new one". */
export const departments =
  wordsIn(`onboarding, compliance, finance, accounting, accounts, engineering, integrations, success, security, operations, designer,
  trainer, installer, coordinator, analyst, supervisor, boss, chief, founder`);

/** What a speaker is doing for the other side. */
const underway = wordsIn(`
  i am ..1 emailing|texting|forwarding|mailing|faxing|uploading|preparing|drafting|passing|handing|raising|escalating|removing|deleting|ordering ..4,
  i am ..1 sending|posting|writing|drawing|opening|taking|letting|sharing ..2 you|him|her|them|up|off|to|a|the|it|know`);

export const promises = {
  self: [
    ...underway,
    ...wordsIn(`
    i will|shall ..2 <deed>, i am ..1 going to ..1 <deed>, let me <deed>,
    i will|am have|get|ask|going _ to? ..1 <deed>, i will have|get|ask my|our|the|a _ to? ..1 <deed>,
    i will|shall take ..4 off, i am sending|emailing|texting|forwarding|mailing you|it|that|over|the|this,
    you will ..1 have|get|receive it|that|this|them|the|a|an|our|my ..6 inbox|email|by,
    you will ..1 hear from me, i promise|guarantee to ..1 <deed>, i have to|got to? <deed> ..6 <date>, i need|want to <deed> ..6 <date>,
    you will get|receive|have|find ..4 from me, expect ..5 from me, is coming your|over ..1 way, is coming over|to you,
    i will do that|it|so ..1 by|before|after|on|today|tomorrow|tonight|this|next|for|then, i will do i|it promise, i promise ..3 <date>,
    i will have ..3 raised|sent|done|ready|signed|drawn|made|opened, i have to find|dig|check ..1 out|with,
    and|then ..1 give|ring|call|phone|send|email|text|write|let|tell|message you|to|her|him|them|it|over ..4 <date>, and|then get|come back to ..5 <date>, i can ..2 <deed> ..6 <date>,
    i will ..1 <deed> ..6 <date>, i would rather ..1 <deed> ..6 <date>`),
  ],
  we: wordsIn(
    `we will|shall ..2 <deed>, we will have ..5 by|on|before|done|ready|switched|fixed|set, we are ..1 going to ..1 <deed>, we can ..1 get someone|somebody|back, expect a|an|to ..2 call|email|message|hear ..5 from our|us|the|team, you will ..1 hear from|back, you will get|receive ..4 from our|us|the|him|her|them, let us <deed> ..4 and get`,
  ),
  /** What reaches the other side, whoever brings it. */
  delivered: wordsIn(`
    will|shall be|land|arrive|come|go ..2 in|to|on your|his|her|their inbox|email|mailbox|phone|side|desk|hands|way,
    will be|arrive with you ..5 <date>, will reach you|him|her|them,
    goes|comes|going|coming ..2 to|in|into your inbox|email|mailbox|phone|way, goes|comes out to you ..5 <date>, quote|offer|contract|letter|invoice|invitation|link|summary|comparison|paper|pack goes|go out ..3 <date>, sending|emailing|texting|forwarding|mailing ..3 you|over ..4 <date>,
    you|he|she|they will ..1 have|get|receive|find ..5 <date>, he|she|they will ..1 have|get|receive|find ..5 from me`),
  /** Done by others at the speaker's word. */
  caused: wordsIn(
    `i will|shall have|get|ask ..2 <who> ..2 to? <deed>, i am having|getting|asking ..2 <who> ..2 to? <deed>, i have asked|told|arranged ..3 to ..1 <deed>`,
  ),
  other: wordsIn(
    `_ will be|come with|to|by you ..6 <date>, expect a|an|the|his|her ..3 from _, <who> ..4 will|shall ..2 <deed>, <who> ..4 is|are going to ..1 <deed>, <who> ..3 will be in|calling|emailing|contacting|writing, _ will ..2 <deed> ..6 <date>, _ will ..2 <deed> ..1 you|your|it|that|the|everything|through|him|her, am having|getting _ ..3 <deed> ..1 you|it|that|them|out, our|the <who> ..1 will|shall do ..4 <date>, our|the designer|trainer|installer ..1 will|shall ..2 _ ..4 <date>,
    have|get <who> ..2 to? <deed> ..2 you|it|that|them, <who> ..3 is|are calling|emailing you`,
  ),
} as const;

/** What is only offered: it is promised when the other side takes it. */
export const offers = wordsIn(`
  shall|should|can|could|may|might i ..2 <deed>, shall|should|can|could|may we ..2 <deed>,
  would you like|want ..1 me|us|someone|somebody|him|her|them|a|the|some|our ..4 <deed>,
  do you want me|us|someone|somebody to ..1 <deed>, do you want|need ..5 by|via|in|on email|text|post|whatsapp|writing|mail|paper, can|could|may|shall|should our|my|the ..3 <deed> you ..6 <date>, can|could|may|shall|should _ ..1 <deed> you ..6 <date>, want me|us to ..1 <deed>, i|we can|could ..2 <deed>,
  i|we would be happy|glad to ..1 <deed>, happy|glad to ..1 <deed>, i|we can|could have|get|ask ..4 <deed>,
  shall|should someone|somebody|he|she|they ..2 <deed>, shall|should a|an|our|my? <who> ..3 <deed>, <who> can|could ..2 <deed>, _ can|could ..2 <deed> ..6 <date>,
  _ can|could be|come with|to|by you ..6 <date>,
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
  tell you|ya|yes ..2, be honest|frank|quick|brief, check that|this|it|for|now|quickly, just check, have a look now,
  speak|talk to|with you|her|him|them ..4 then, look it|that up, put you through, transfer you, put that|it|this|a down|on, add|note that|it|this|a down|to|on,
  one|1 moment|second|sec|minute, hold on, bear with, ask you, let you go, pass on this|that|it, leave it,
  take it|that then, right now, while you|we wait, on the line, read|spell ..3 out|back, read|spell it|that|them to,
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

const welcomed = 'great|perfect|lovely|wonderful|okay|right|good|excellent?';
/** How an agent begins who takes down the time that the caller has named. */
export const booked = [
  'booked|done|noted|arranged|fixed|confirmed|reserved|scheduled',
  'locked in',
  'consider it done',
  'that|it|you is|are ..1 booked|done|noted|arranged|fixed|confirmed|reserved|scheduled|set|locked',
  'it|that is in the|our|my|your diary|calendar',
  'i have ..2 booked|noted|scheduled|arranged',
  'i have ..1 put|got|pencilled it|that|you down|in',
  'see|talk|speak ..2 then',
].map((taken) => `${welcomed} ${taken}`);

/** Verbs and ways of speaking that promise nothing behind "i will": what is felt, thought, said at once, or left as it is. */
export const undone = wordsIn(`
  be, be there, bear, look forward, get in|into, be straight, decide, watch, go to, say that|so|it|this|yes|no|i|goodbye, want, like, love, hate, need, have to, know, think, guess, suppose, see, admit, grant, confess, bet, believe, hear,
  lose, miss, never, not, wait, sit, stay, stick, stand, keep, stop, carry on, continue, remain, manage, cope, survive, live, die, do without|my|our|well|fine|anything|whatever, go with|for|on|ahead|now|back|elsewhere, take it|that|this|them|those|1|your|my|monday|tuesday|wednesday|thursday|friday,
  take the, leave it|that|you|them, let you go, let it, pass, hang, hold on|you, tell you|ya|yes, give you|up, appreciate, forgive,
  forget, remember, expect, hope, trust, agree, accept, repeat, explain, spell, answer, add that, ask you, get back, get it,
  get killed|fired|used|over|by, hit, eat, bite, kill, swallow, throw myself, end up, come out|to, come back, probably, maybe, possibly, only,
  regret, sleep, feel, look like, sound, save, spend, pay, cost, fall, rather, sooner, even, always, still, own, owe, use, work, run out`);

/** Behind "i will" these stand before the verb. */
export const beforeDeeds = wordsIn(
  `just, also, then, certainly, definitely, gladly, happily, quickly, surely, first, personally, myself, of course, go and, try and, try to`,
);
