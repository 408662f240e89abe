import { wordsIn } from './lines.ts';

/** What a machine that answers a telephone says. */
export const voicemail = wordsIn(`
  for sales|support|accounts|billing|enquiries|reservations press, press 1|2|3|one|two for, please hold, all other enquiries, welcome to ..4 for ..1 press, our office|offices is|are ..1 closed, you have reached ..6 voicemail,
  leave ..3 message|name|number, after|at the tone|beep|signal,
  you have|are|reached reached ..6 voicemail|mailbox|phone|of|message,
  mailbox is|of|full, message has|was been? recorded, not available|able to ..2 take|answer ..2 call|calls|phone|messages, not available|able to come ..2 phone,
  press 1|2|3|one|pound|star to|for ..4 record|send|listen|message|delivery, to|please record your message,
  away from ..2 desk|phone, record ..2 message, get to|come ..1 the phone right, person you ..4 is not available,
  call you back as soon, get back to you as soon`);

/** The caller wanted somebody else. */
export const wrongNumber = {
  caller: wordsIn(
    `wrong|bad number|company|place|extension|department ..1, wrong number, dialled|dialed|rang|rung|called the wrong, misdialed|misdialled, not the number i|we, is this ..1 not ..3 company|shop|office|store|restaurant|clinic|hotel|bank, thought this|it|you was|were|is ..6, i was trying to reach|call|get, i was looking|calling|ringing for ..6 not you, must have ..2 wrong, so this is not, you are not the ..5 people|company|shop|guys`,
  ),
  agent: wordsIn(
    `
  is for signing ..2, we make|sell|do ..2 software for ..3, a|another different company, dialled|dialed wrong, you have ..1 dialled|dialed|got|reached the wrong, nobody|noone called, not ..1 make|sell|repair|deliver|print|book ..2 banners|signs|pizza|pizzas|taxis|cabs|cars|flowers|food|prescriptions|tables|rooms, their support|help|number|line ..3 would|have|is,this|we is|are not ..1 a|the|an ..3 company|shop|surgery|restaurant|firm|office|service|clinic|hotel|bank|line|pharmacy|school|garage|station|hospital|salon, have ..1 the wrong, not a ..3 line|shop|restaurant|surgery|bank|pharmacy, nobody|noone|no one by|called|of ..2 that name, no one ..1 here ..2 name, this is a company for|that, wrong number|company, looking for another|a different company|business, another company, mix up, you may be|have ..2 looking|dialled|dialed|reached ..4 wrong|different|another|else`,
  ),
  noticed: wordsIn(
    `wrong number, misdialed|misdialled, dialled|dialed|rang|rung|called ..2 wrong number|place|company|person`,
  ),
} as const;

/** The agent sets a time with the caller. */
export const meetingSet = wordsIn(`
  it is <weekday> at|morning|afternoon ..2, you will ..1 get|receive|have|find an|the|your ..1 invitation|invite, <weekday> at ..4 then,
  booked|reserved|scheduled|confirmed|pencilled|penciled ..3 for|you|it|in|at|on|your|that|the, i|i'll|have|all|that ..2 booked,
  is|are|you booked|reserved|confirmed|scheduled|set, <day> ..6 is|it booked|set|reserved|confirmed|it|done|works,
  <weekday> ..3 it is, today|tomorrow at|noon|morning|afternoon ..2 it is, see|meet|speak|talk ..1 you ..2 <day>,
  speak <day>, you are all? set ..1 for, calendar|meeting invitation|invite,
  send|email|text ..3 invitation|invite|calendar, invitation|invite is ..3 way,
  put|got|have you down|in ..1 for ..2 <day>, is in ..2 calendar|diary, <day> ..6 done, locked in,
  will meet|see you ..5 <day>, looking forward to ..4 <day>|demo|meeting, it is a date`);

/** Something of an existing customer's is broken or must be done. */
export const support = wordsIn(`
  customers|customer|clients ..1 of yours? ..1 since|for, your ..1 app|site|website|page|system|service ..1 is|has|'s ..1 been? down|slow|broken|offline, reminders|emails|links|codes|notifications are|is ..1 not|never ..2, since this morning|yesterday|monday|tuesday|wednesday|thursday|friday, was|been|got sent a|the ..1 contract|document|link|thing|form|lease, asks me ..2 for a code|password, charged|billed|taken me|us ..2 twice|double|again, two|2|# lots of, we|i have|have got the team|business|personal|pro|basic|starter plan, need|want|add a|an|another|one|sixth|fifth|# ..1 more? seat|seats|user|users|licence|license, has|have gone from ..2, disappeared|vanished from,
  with you since|for, sent ..2 me|us ..2 invoice|bill|receipt, my|our account, invoice ..4 wrong|old|again|missing, been|was sent ..3 to sign, asked|supposed ..2 to sign ..6, link|email|thing ..3 from|by ..3 to sign, button ..2 grey|gray|does|is|not, will|would not ..1 let ..2 finish|sign|click|go|through|submit|open, can not find ..2 button|menu|setting|settings|page, cancel ..2 account|subscription|plan, too many attempts, locked out, want|need ..2 refund|refunded, refunded, can not ..2 log|sign in|on, where is|are my|our ..3 document|documents|contract|invoice|copy, do|did not ..1 get|receive ..3 copy|link|code|email|invitation, one of our|my ..1 users|colleagues|people ..3 left|leaver, change|update|transfer ..2 my|our|the ..1 card|address|owner|billing|email,
  money back, wants|want|needs|wanted|asking|asks me|us to sign ..4, delete|erase|remove ..3 data|details|account|passport, want|like it|them|that ..1 gone|deleted|erased|removed, about my|our data, stuck on|at|in processing|sending|loading|pending, i am getting ..6 twice|times|double, cancel ..1 subscription|account|plan, i|we cancelled|canceled ..6 charged|taken|billed|still|you, you ..2 taken|charged|billed ..2 another|me|us|again|twice, not ..1 getting|receiving|arriving|coming ..4 code|codes|text|email|emails|link|documents,
  came|come|comes|coming|is|are|showing ..2 back? blank|inverse|upside|mirrored|corrupted|garbled, will|would not ..1 let ..1 me|us|him|her|them|anyone|customers, problem|issue|trouble with ..2 your|the|my ..1 app|account|link|documents|signing|template|software|system,
  not ..1 working|work|works|load|loading|open|opening|send|sending|saving|syncing|connecting|responding|showing|arriving|going|letting|log|sign|add|find|see|access|download|upload|let me|us ..3,
  can not ..1 get in|into|on|onto|back|access|logged|signed|through, can not ..1 get ..4 to ..1 open|work|load|send|go|start|show|save|upload,
  can not ..1 log|sign|open|add|find|see|access|download|upload|send|reset|change ..4,
  says|saying|said ..3 error|expired|failed|denied|invalid|reached|locked|limit|wrong, error message|code,
  link ..4 expired|broken|dead, stopped working, crashes|crashed|crashing|freezes|frozen|stuck ..1 on,
  billed|charged ..2 twice|wrong|double|too|again, refund,
  my|our account|invoice|password|login|subscription|card|envelope|document ..4 not|is|was|says|locked|wrong|blocked|missing|expired,
  password ..1 reset, forgot|forgotten|lost|reset ..2 password|login|code|access,
  my|our|the ..3 disappeared|vanished|deleted, been with you ..2 since|for,
  we|i are|am ..2 customer|customers|user ..1 of yours|already|with|since, already ..1 a customer,
  using you|your product|it ..2 since|for, sent ..6 wrong ..1 person|candidate|client|email|address|version,
  pull|take ..1 it|that back, have|got a problem with your, there is a problem with, is blank|empty|broken, bug,
  upgrade|cancel|downgrade|add ..1 my|our|seats|users|another|account, seat limit,
  your|our ..3 is|are|has|went|been ..1 down|offline|broken|failing|crashing, is|are|still down again|since|and,
  cancel my|our|the subscription|account|plan, is|are|was|been|gone|went|back down|offline ..1 for|since|again`);

/** The caller says that it is in order again. */
export const fixed = wordsIn(`
  i have|got|see|found it ..1 now|here|yes|thanks|great|super|perfect|there|with|i|okay|on|and, he|she|they has|have got? it|them ..1, he|she|they is|are in now|yes|and|thanks|great|super|good|perfect|lovely|brilliant, he|she|they says|say ..2 in|got|works|working,
  it is ..1 downloading|printing|opening|loading|sending|through|gone|there|saved|back|live|active, right|yes|okay|all saved|done|sent|signed|fixed|changed, saved ..1 it|now|yes|right, went|was ..1 faster|quicker|easier,
  it has ..1 gone|worked|opened|loaded|changed|arrived|come, that explains|was it|that, now it|he|she|they|i ..1 works|can|has|have|is|goes|opens|loads|see, can ..1 sleep,
  it|that|they ..1 came|come|comes through|up|back, what a relief, that is better|good|it, problem solved, it let|lets me|us|him|her, we are ..1 back|sorted|live|good,
  that is them|it|him|her on|in|off|back ..2, was easy|quick|painless, now i understand|see|get, turned ..3 off, that did the trick, that is|was it ..1 thanks|thank|cheers|lovely, look at that, oh clever, got them all, all i needed,
  got it ..3 yes, yes got it, it|that is|says ..1 cancelled|canceled|closed|active until, main|that issue|problem is ..1 clear|solved|gone|fixed, it is ..1 done ..2, that is ..1 done|it|fixed|sorted ..3, gone ..1 green|through, there we go, that is got it, oh yes there it is, working ..1 now|again, oh ..1 there it is, found it,
  it|that|now works|worked|working ..1 now|again|, that did it,
  that|it ..1 worked|fixed|solved|helped|sorted|done|fixes|solves|sorts,
  it is|says|shows|has|gone ..1 working|completed|done|fixed|gone|sent|in|there|back|sorted|green|signed|red|voided|through,
  it ..2 went|gone through|green|red, got it ..4 thanks|thank|now|brilliant|great|perfect|working|open|back|it|okay,
  i|we can ..1 see|log|open|type|sign|send|get|add ..3 now, i am in ..1 now|again|great|thanks|yes,
  we are in ..1 now|again|great|thanks|yes, there it is|we,
  all good|set|sorted|done ..1 now|thanks|thank|then, life saver|lifesaver, lifesaver,
  you are a star|legend|lifesaver|genius|angel, problem ..1 solved|gone|sorted, she|he|they ..2 got it|signed,
  just came|arrived|popped, yes ..1 it is ..1 there|back|working, done|clicked it?, sorted, oh thank god, beautiful`);

/** How a caller leaves who was helped. */
export const contented = wordsIn(
  `cheers for, thank you for ..2 help, thanks for ..2 help, lovely stuff|thanks, that was easy|quick, super, grand, perfect, great, brilliant, wonderful, lovely, excellent, awesome, that helps|helped, very helpful, thank you so much|very, thanks so much|a, that is ..1 all|everything ..1 i|we, you have ..1 been|helped`,
);

/** The agent, or the caller, finds that it does not fit. */
export const unfit = {
  agent: wordsIn(`
    only ..1 offer|provide|support ..3 simple|advanced|basic ..4, have to be eighteen|18|over|of, must be eighteen|18|over, do not ..1 buy|purchase|need ..2 leads|services|ads, would be ..1 better|right choice|place|product, you would|will need a|an ..3,
    only ..1 handle|help|able ..3 with|questions ..4, can not ..2 be ..1 signed ..3, that is not ..1 something ..1 we ..2, can not help with that, i can not help|pass ..3, you do not need ..1 plan|us|account|subscription|licence|license|anything, for one|1|a ..1 document|form|contract ..8 free, sorry ..1 we|i can not help, offers|pitches|sales to us,
    outside what we ..2 do|offer, not something we|i ..1 offer|do|support|sell|cover|handle, do not ..1 hire|recruit|buy, careers page|team, press address|office|team,
    not ..2 the right|best|good fit|one|product|tool|place|choice|solution|service, not ..2 a ..1 fit|match,
    would|will|does|can not ..1 work|help|suit|fit|be ..2 for|you|right,
    not ..3 able to help|serve|support|offer|apply|take, we|i ..1 only do|serve|work|sell|support|offer|help ..5,
    we do not ..1 serve|work|sell|operate|support|offer|cover|take ..6, not ..1 available in|for ..4,
    too small|big for, minimum is|of ..5, have to be|being honest, be honest with you,
    better ..1 off|served|place ..4 with|to|else|portal, is not something we|i can, better place to ask,
    not eligible|qualify, rather not sell, do|would|will not ..1 need a|our|any|the ..1 subscription|plan|account|licence|license|paid, do|would|will not ..1 need|have to pay|buy|subscribe, should|would|could not ..1 sell|recommend ..2 you|it|that, no|little use ..2 to you|for, is no use, not worth your|the ..1 money|while, waste of your, free ..4 no account needed`),
  caller: wordsIn(
    `makes no sense for us|me, not ..2 able to take it|this ..2 further, we are ..2 not permitted, whoever|person|who runs|handles|heads marketing|purchasing|procurement|advertising, companies|businesses|brands like yours, client|clients in your space|industry|sector, my|a|the application|cv|resume|thesis|dissertation, job|jobs|vacancy|vacancies|internship|position ..2 going|open|available|with|at|there, i am ..2 journalist|reporter|student|blogger|recruiter, doing ..2 master|masters|phd|thesis|study|survey, writing ..2 article|piece|paper|story, so|then you|it|this are|is not for|right|what ..2 me|us, it is not for us|me, not what i|we need|want|looking, i am ..1 student|journalist|competitor|researching|researcher, for my|a thesis|essay|paper|homework|dissertation|class|article|school project, just a hobby, i work for ..5 competitor|docusign, you can not help me|us then`,
  ),
} as const;

/** The caller wants none of it. */
export const noInterest = wordsIn(`
  save|keep your ..1 stamp|stamps|breath|time|money, all right|alright|grand|okay|fine as we|i|it are|am|is, not ..1 see ..2 need|needs|point|call|use ..1, not ..1 see as|why|that we|i need, no call for it,
  not ..2 interested, no interest, take|get|remove me|us|my ..3 off|list|number|from, off ..1 your|the list,
  unsubscribe, stop|quit calling|callin|ringing|emailing|contacting|phoning,
  do not call|ring|contact|email|bother ..3 again|me|anymore|us,
  not ..2 shopping|looking|buying|market ..3 for|in|anything|software|right|at|anymore,
  leave it ..1 there|at|thanks|alone|be, we will leave it, no thanks|thank ..1 you, no ..1 thank you, not for us|me,
  i|we will pass on this|that|it, think ..2 pass, going|have to pass, think we will stick|stay,
  stick|stay with ..2 what|paper|the, not ..2 need ..2 it|this|anything|that|you,
  not going to ..1 happen|work|buy|change|switch, do not ..1 waste, waste ..1 your|my time,
  save yourself|your the|breath, never mind ..1 then, forget it, we will manage,
  if i|we want|need ..5 i|we will ..1 find|call|ring, if ..8 change ..3 call, i would ..1 only delete,
  i told you no, not today, nobody to ..1 call|ring|email|contact, not do|want ..1 business ..2 with ..2 robot|robots|machine|machines|you, good day sir|madam, good|fine ..1 as|where we|i, happy|fine with|as ..2 what|we|it|paper,
  maybe another time, gone with|decided on|going with ..2 <competitor>, we have decided against,
  too expensive|much for us|me, not ..1 reason to|why ..2 change|switch`);

/** Words that close a call. */
export const goodbyes = wordsIn(`
  bye, goodbye, bye bye, byebye, good bye, cheers, cheerio, see you, speak soon|then|tomorrow|to|later,
  talk soon|then|later|to, thanks|thank, take care, have a ..2 day|one|weekend|evening|afternoon|night|good|great,
  good night|day|luck|evening|afternoon, ta ra, ta|tara bye?, later, so long, au revoir, ciao, adios, you too,
  bless you, right then, all the best, that is all|it|everything, gotta|got|have to? go|run|dash,
  i must ..1 go|run|dash, must dash, losing you, all set, same to you, catch you, till then|next, tschuss,
  appreciate it, much obliged`);

/** The caller breaks off. */
export const breaksOff = wordsIn(
  `line goes|went|is dead, hangs|hung up, dial tone, silence, i am hanging up, hanging up, hang up, not ..1 talking to ..1 robot|machine|computer|bot|ai, hate these things, i got|have to, i gotta, sorry i, hold on, wait, one|1 sec|second|moment, hang on`,
);

/** The agent speaks into silence. */
export const stillThere = wordsIn(
  `are you still there|with|on, can you ..1 hear me, hello ..1 are you|is, still there|with me, you seem to have, seems|think i|we|you ..1 lost|dropped|gone|disconnected, i can not hear, lost you, did i lose|we`,
);

/** How an agent speaks to a customer who needs help. */
export const helping = wordsIn(`
  what|which is not working|loading|opening|going, what|which ..2 error|message|browser|version|device, which browser|version|device, are you ..1 logged|signed in, what do|does ..2 you|it see|say, tell me what you see|it says, what has gone wrong, your ..2 invoice|ticket|envelope|template,
  ticket, refunded|refund ..1 it|you|that, resend ..2, reset link|mail|email, your account, look ..2 into accounts|account, i have ..1 added|removed|changed|updated|reset|unlocked|cancelled|refunded ..2, could|can you ..2 look|check ..2 under|in settings|billing|folder,
  is|see|have a|an disturbance|outage, engineers are ..1 working|looking, a mistake of ours, our ..1 mistake|fault, support team ..3 reply|answer|write|look, switched on, spam folder, the code goes, they can ..1 resend|send`);
