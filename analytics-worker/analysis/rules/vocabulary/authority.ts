import { wordsIn } from './lines.ts';

/** Those whose word counts, beside those of `deciders.ts`. */
export const roles = wordsIn(`
bursar, governors, governor, directors, partners, the doctor, head, headteacher, head teacher, council, members, practice manager, ops director, chairman, chair, secretary, officer, data protection officer,
it, legal, compliance, finance, accounts, head office, corporate, landlord, dean, vicar, mother in law, father in law, boss, owner, treasurer, dpo, cto, cfo, ceo, coo, vp, cro, chief, doc, physician, manager, name partners`);

/** Who decides about the money, as frames over what the caller says. */
export const authority = {
  decision_maker: wordsIn(`
name ..1 over|above|on ..1 the door|sign|van|shopfront, all on me, just on me, it is on me, i bought|founded|cofounded|started|opened ..2 company|business|agency|firm|shop|place|outfit|practice|clinic|studio|school, i set ..1 the|my|this|our business|company|firm|agency|practice|this|it up, i set up ..2 business|company|firm|agency|practice|this,
i am ..1 boss|owner, me myself and, i write|sign the checks|cheques|cheque|check, i have ..2 sign|signing off|authority ..3 up|to|of|for, not need to ask ..2, no need to ask, told me to ..1 just? pick|choose|decide|go, my own company|business|firm|agency|practice|shop|outfit, i can decide ..2 what|myself|alone|now|that,
it is|that is my ..1 business|company|firm|agency|shop|practice, i own a|an|the|my ..2 <business>, i have|got ..1 my own ..1 <business>, i have|got a|an ..1 <business> out|over|up|down|in|here, sits|rests|lies|stops with me, under # ..8 put ..3 card, anything under # ..6,
me myself and i, only god, i own the|this|that|it, between us|them, decide|decided|choose ..1 together|jointly|between|both,
me|i and _ ..2 other|partner, the other partner|owner|director|founder, me|myself and my ..1 brother|sister|wife|husband|partner|son|daughter|dad|father|mum|mom|mother|cofounder, my ..1 brother|sister|wife|husband|partner|son|daughter|dad|father|mum|mom|mother|cofounder and i|me|myself,
does|do|goes what|with ..1 i say|tell|decide, what i say goes, what i say, both of us decide, fifty fifty, 50 50, we are the ones, sits|lies|rests|stops with me|us, i call the shots,
i wear|run the trousers|show, i get|have to? decide ..1 myself?, budget is mine, my own farm, no one|body to ask, i run the, nobody above me,
leave|leaves|left|leaving it to|with|up me, started my own, i decide|choose|sign|approve|buy|pay|own,
i am the ..3 one|person|decision|boss|owner|founder|buyer,
i am|run the|a|an? ..2 owner|founder|cofounder|ceo|md|boss|proprietor|president|principal|director|cto|cfo|coo,
i am|as|being a|the|one? ..2 managing partner|director, managing partner|director,
i am the owner|founder|ceo|boss|president, founder|owner|proprietor|ceo|president here|of|and|speaking,
i own|founded|started,
my|mine|our decision|call|choice|money|company|business|firm|own|name|shop|practice|budget|agency,
it|that is mine|me|my|up|just, is my|mine call|decision|choice|yes, that would|will be me, up to me|us, i do, i can,
i make|hold|control|have|take ..2 decision|decisions|purse|budget|final|call|calls|authority|say, just me,
me|myself alone|yes, nobody|no else to ask|decides|has|needs, no one else to? ask|decides|has|needs, nobody else,
do not need|have to? ..1 approval|permission|ask|anyone|anybody|sign, no sign off|approval needed, the buck stops,
final say|word is|mine|with, i get to|the final, one of ..3 partners|owners|directors, we decide|own|choose ..1,
my partner and i|me decide|own, yes i can|do|am|decide, i have the|final|full ..1 authority|say|word, i sign off|the,
my own business|company|boss|firm|agency|practice|shop, i am self employed, i am the one,
i will|would be|do|decide|sign|make, within my|our budget, has|have no say, i hold the, own boss, the card is mine,
sole owner|proprietor|trader|director, mine, of course it|i|yes, it is|was me, partner in the
`),
  needs_approval: wordsIn(`
<role>|they|everyone|everybody ..1 all? has|have|needs|need|got|must|would ..1 to? ..1 approve|okay|bless|agree|release|vote|clear|authorise|authorize ..2, <role> and she|he is, <role>|they|he|she ..1 all? has|have|needs|got to|would ..1 say|sign|give|nod|see|have|get ..3 yes|off|release|it|approval|blessing|okay|nod|first,
<role> ..1 has|have to okay|approve|bless|vote|agree, nothing ..1 passes|happens|moves|goes ..2 without, run|put|take ..1 it|this|that|anything ..1 past|by|to|before ..2 <role>|her|him|them, after|over|above that it is ..2 <role>, over|above # ..3 <role>, in front of|before ..1 the|my|our <role>, go|goes|going to the|our ..1 <role>,
i can|could|may not ..2 sign|signing|commit|agree|buy|decide|say|approve|spend ..5 without|on|for|us|anything|yes|today, do|can|not ..1 do squat|anything|nothing ..1 without, <role>|she|he|wife|husband ..2 has|holds|keeps|controls ..1 the chequebook|checkbook|purse|purse|budget|card|money, without ..1 their|his|her|the ..2 say so|say|okay|blessing|approval|nod,
would have to ask|check|clear ..3, say so of|from,
nod|nods|push|waves it through, green light, blessing, talk|speak to my|the|our ..2 first, has|have to be|get signed|approved|cleared, he|she wants|likes to see|know ..1 before, authorised|authorized by, ask permission, wants to see it first,
line manager approves, has|have got to ..1 approve|okay|bless|sign|agree|vote|clear, has|have|needs to ..1 sign|okay|approve|clear|bless ..1 it|this|that|off, bless|blesses it|this,
partners|board|committee|team|group|owners|family|council ..1 vote|decision|approval, rubber stamp|stamps,
she|he|they has|have|gets|get|makes|make|got the final|last say|word|call|decision, have my head,
signs|sign the checks|cheques,
need|needs|needed|require|requires|want|wants|get|gets|got|take|takes|have|has ..3 approval|okay|yes|permission|blessing|signature|vote|nod|agree|approved|signed|green,
has|have|had to|got ..3 approve|okay|agree|sign|ask|run|go|clear|check|sell|convince|pass|put|say|be|take,
approve|approves|approved|signs|okays the|it|off|every|this|that|by,
would|will|must|needs|has ..2 have|to|need? ..2 approve|approved|voted|okay|sign|agree|clear|put, approval of|from|by,
sign off from|by, voted|vote by|of|through,
run|put|get|take|pitch|sell|bring|clear ..3 past|to|by|through|with|before my|the|our|her|him|them|finance|procurement,
my|the|our|his|her boss|manager|director|cfo|ceo|partner|partners|board|finance|husband|wife|head|owner|principal|md|trustees|committee|president|treasurer ..2 has|have|needs|need|must|would|will|gets|signs|approves|decides|okays|holds|controls|wants|say|says,
ask my|the|our|him|her|them boss|manager|director|partner|partners|board|wife|husband|finance,
goes|go|going through|to|past the|my|our|him|her|procurement|finance|purchasing|legal,
the|a board|committee|trustees|council, down to my|our|the|him|her|them,
goes|go|going to|through|past|before a|an|the|our|my,
without the|my|our|his|her board|boss|say|okay|approval|approving|yes|partner|signature|saying, my boss|manager,
need to ask|check|talk|speak|run|convince|get, not my decision|call|money|choice|budget alone|to|yet?,
not just|only me|mine, final say|word|decision|call is|lies|rests ..1 with|his|hers|theirs|the|my, over my head,
above me|my, above|over # ..4 board|approval|partner|boss|okay|sign,
purchasing|procurement|finance does|do|would|will|has|have|must|needs, i merely|only|just bring|propose|suggest,
's okay|approval|signature|yes|permission, purse strings, holds the, put his|her|their name, check|clear with
`),
  influencer: wordsIn(`
<role>|he|she|they will? ..1 picks|pick|choose|chooses|decides|decide ..2 i ..2 just|only|make|put|do|give|tell|show|recommend, <role>|he|she|they picks|chooses|decides|pick|choose ..3 systems|tools|system|tool|one, i will ..1 be? recommend|recommending|suggest|suggesting|advise|advising ..8, takes|take|makes|make|has|have the final call|decision|say,
i ..2 do|doing ..1 the? legwork|homework|digging|research, legwork ..6, i ..2 put ..2 in|into a spreadsheet ..3, say what|which i would|like|prefer ..1 pick?, i ..1 make the case, listens|listen to me, <role> will pick|choose|decide, i ..2 tell|show|give ..1 him|her|them which|what ..4,
been|was asked|told to ..1 price|find|get|look|ring|compare|check|call|source|shop|scout|research|see, told me to ..1 ring|find|get|look|compare|call|price|check|see, above|upstairs decides|decide|picks,
i|only|just tell them what, advise on, pros and cons, my recommendation, get a say, takes it from there, not me who,
i write|prepare|draft|do ..4 evaluation|scoring|score|technical, i write|prepare|draft|do the evaluation|assessment|requirements|comparison|specification|spec,
i|we ..1 recommend|advise|suggest|shortlist|research|compare|evaluate|test,
make|makes|making|give|gives|write|prepare|collect|gather|put|do|drew|draw|present ..2 recommendation|recommendations|comparison|list|shortlist|spreadsheet|requirements|report|research|summary|options|three|evaluation,
comparison|list|spreadsheet|shortlist|research|report|homework|digging ..3 for|to|in|of,
she|he|they is|are|will|would? choose|chooses|choosing|decide|decides|pick|picks|picking|makes|make,
picks|chooses|decides|choosing|picking|selects,
i was|have|been been|told|asked|tasked ..2 to|with ..1 get|find|look|compare|collect|research,
asked|told me to ..1 find|look|get|compare|research|collect|check|call,
i only|just|merely ask|call|inquire|enquire|advise|recommend|compare|collect|research|do|write|make|gather|look|put|pass|help,
for my|our|the director|boss|manager|doctor|md|ceo|owner|chef to,
my|i input|opinion|recommendation|advice|recommend|have a say, they ask|listen|value|take my|to,
part of the|a ..2 team|committee|group, i am|just|only the|an? intern|assistant|pa|secretary|receptionist,
technical requirements|evaluation,
i am|was only|just|merely gathering|collecting|comparing|researching|helping|preparing|compiling|shortlisting|putting|doing,
i influence|have influence|weigh, gatekeeper
`),
};
/** A title with nothing else, where he was asked who decides. */
export const titles = [
  'my|our|the ..2 boss|ceo|cfo|coo|md|director|manager|owner|husband|wife|partner|partners|board|committee|head|principal|president|chairman|council|trustees|dean|treasurer|vp|chief|landlord|father|mother|dad|mum',
  'procurement|purchasing|finance|headquarters|legal',
  'head office',
];
/** A question of the caller's, or somebody else's decision, tells nothing of who decides here. */
export const notAuthority = [
  'i can not|look|try|do|give|sell|see|hear|send|tell|type|give|bring|ask|take|imagine|understand|only|not|just|wait|live|go|also|find|upload|share|get',
  'i do not|roofs|weddings|it|the|have|think|need|like|know|want|my|a|all|this|send|twenty|use|see|love|hate|this|that|mean|what|appreciate|work|remember|get|understand|care|contracts|about|lots|some|so|enjoy|marketing|recruiting|hope',
  'i will|would be recommending|advising|using|sending|collecting|out|away|there|able|glad|happy|interested',
  'i just|only do not',
  'i sign|buy|pay it|for|them|paper|one|a|up|documents|the|in',
  'i own a|one|some',
];

/** What tells it even where nobody asked. */
export const unaskedAuthority = {
  decision_maker: wordsIn(`
name ..1 over|above|on ..1 the door|sign|van|shopfront, all on me, just on me, it is on me, i bought|founded|cofounded|started|opened ..2 company|business|agency|firm|shop|place|outfit|practice|clinic|studio|school, i set ..1 the|my|this|our business|company|firm|agency|practice|this|it up, i set up ..2 business|company|firm|agency|practice|this,
i am ..1 boss|owner, me myself and, i write|sign the checks|cheques|cheque|check, i have ..2 sign|signing off|authority ..3 up|to|of|for, not need to ask ..2, no need to ask, told me to ..1 just? pick|choose|decide|go, my own company|business|firm|agency|practice|shop|outfit, i can decide ..2 what|myself|alone|now|that,
it is|that is my ..1 business|company|firm|agency|shop|practice, i own a|an|the|my ..2 <business>, i have|got ..1 my own ..1 <business>, i|we have|got a|an ..1 <business> out|over|up|down|in|here, sits|rests|lies|stops with me, under # ..8 put ..3 card, anything under # ..6,
i am ..2 one of the ..1 founders|owners|partners, i can say that, i decide ..1 about|on, my own budget ..1, mine is|has the last|final ..1 word|say, last|final word|say is mine|ours, budget|decision|money|call is mine|ours, i|we will decide it?, decide it ..1 between us,
spend up to ..3 without, not ..1 need anyone|anybody|nobody 's? ..1 permission|approval|okay, nobody but me, full|complete|total control of|over ..3 budget|spending|it, i please myself, name is|'s ..1 on|over|above the door, i can say yes,
answer to nobody|noone|no, no one above me, i have ..1 signed off already, it|that is my ..1 wee|little|small|own ..1 business|company|practice|shop|firm, my practice|business|company|shop|firm|agency my|and, brother|sister|wife|husband|partner and me|i own|run|decide, i own the|this|it, decide together, i wear the trousers,
budget is mine|ours, my own farm|money|call|budget|decision, no one|body to ask but, nobody to ask, i choose and,
i run|own the|this company|business|firm|agency|practice|show|place, it is my money|company|business|decision|call,
i make the|all ..1 decisions|calls, the decision is mine, i have ..1 final say,
i am the one who|that decides|signs|pays|buys, i decide, i sign the cheques|checks, i have signed it off,
i am the ..2 decision maker, decision maker is me
`),
  needs_approval: wordsIn(`
<role>|they|everyone|everybody ..1 all? has|have|needs|need|got|must|would ..1 to? ..1 approve|okay|bless|agree|release|vote|clear|authorise|authorize ..2, <role> and she|he is, <role>|they|he|she ..1 all? has|have|needs|got to|would ..1 say|sign|give|nod|see|have|get ..3 yes|off|release|it|approval|blessing|okay|nod|first,
<role> ..1 has|have to okay|approve|bless|vote|agree, nothing ..1 passes|happens|moves|goes ..2 without, run|put|take ..1 it|this|that|anything ..1 past|by|to|before ..2 <role>|her|him|them, after|over|above that it is ..2 <role>, over|above # ..3 <role>, in front of|before ..1 the|my|our <role>, go|goes|going to the|our ..1 <role>,
i can|could|may not ..2 sign|signing|commit|agree|buy|decide|say|approve|spend ..5 without|on|for|us|anything|yes|today, do|can|not ..1 do squat|anything|nothing ..1 without, <role>|she|he|wife|husband ..2 has|holds|keeps|controls ..1 the chequebook|checkbook|purse|purse|budget|card|money, without ..1 their|his|her|the ..2 say so|say|okay|blessing|approval|nod,
would have to ask|check|clear ..3, say so of|from,
get|go|goes|run|be past|by|before ..2 legal|finance|board|procurement|it|compliance|members|boss|partners|committee, goes to ..2 members|board|committee|partners|council ..3 vote|first,
check|clear|ask|talk|speak with|to|by? my|the|our ..2 missus|wife|husband|boss|partner|partners|board|dad|mum|brother|finance|manager|director|head|trustees ..1 before|first|about|and, authorised|authorized|approved|signed|cleared ..1 by my|our|the ..2,
before i|we could|can say|do|sign|buy|commit|agree ..1 yes|anything|to, have|need|get to? ..1 get|have ..2 's blessing|okay|approval|permission|nod,
my|our|the ..2 boss|director|manager|board|cfo|ceo|md|partners|trustees|finance|head|owner|controller|committee|principal|controller|head|office ..2 has|have|needs|need|must|would|gets to? ..1 approve|okay|agree|vote|authorise|authorize|say|nod|clear,
has|have|needs|need|must|still to say yes, nod|nods|wave|waves|sign|signs|push|pushes it|this|them through,
need|needs|require|get|got|ask|asking ..1 approval|permission|sign|sign-off from|off|of|for, green light,
run|put it|this|that by|past|to my|the|our|him|her, without the ..4 saying|okay|approval|approving,
have|need|got to ask my|the|our|him|her, not my decision|call|money, 's okay for,
get|got|need|have|without|ask ..4 blessing|permission|approval, members|partners|trustees|board|directors|committee|owners|shareholders has|have|would|must|need ..2 vote|approve|agree|pass|okay,
talk|speak|check to|with my|the|our ..2 first, ask my|the|our ..2 first,
be|been authorised|authorized|approved|signed ..1 by, line|my|our manager|boss|director approves|signs|decides,
wants|want|needs to see|check|read|approve it first, turns out the ..3 wants|has|needs,
up to my|the|our boss|board|director|partners|manager|owner|husband|wife
`),
  influencer: wordsIn(`
<role>|he|she|they will? ..1 picks|pick|choose|chooses|decides|decide ..2 i ..2 just|only|make|put|do|give|tell|show|recommend, <role>|he|she|they picks|chooses|decides|pick|choose ..3 systems|tools|system|tool|one, i will ..1 be? recommend|recommending|suggest|suggesting|advise|advising ..8, takes|take|makes|make|has|have the final call|decision|say,
i ..2 do|doing ..1 the? legwork|homework|digging|research, legwork ..6, i ..2 put ..2 in|into a spreadsheet ..3, say what|which i would|like|prefer ..1 pick?, i ..1 make the case, listens|listen to me, <role> will pick|choose|decide, i ..2 tell|show|give ..1 him|her|them which|what ..4,
been|was asked|told to ..1 price|find|get|look|ring|compare|check|call|source|shop|scout|research|see, told me to ..1 ring|find|get|look|compare|call|price|check|see, above|upstairs decides|decide|picks,
i just|only|merely make|did|gather|collect|give|help|try|test|pull|put ..4, wants my opinion|view|input|advice|take, i am just|only|merely ..1 the one who|giving|helping|trying|doing, makes the pick|choice, then ..4 chooses|decides|picks,
legal|procurement|it|finance|director|boss|owner picks|chooses, i give ..1 advice|recommendation|opinion, i got|was handed|given ..3 project|task|job, i make the|a ..1 advice|recommendation|comparison|shortlist, i make recommendations|the recommendation,
been|was told|asked|tasked ..2 to|with ..1 get|find|look|compare|collect|research,
she|he|boss|director|doctor|manager|they ..1 asked|told|ask me to|for,
boss|director|manager|owner said|says|wants|asked|told ..2 call|get|find|look|collect|compare|ring,
i make|write|collect|prepare ..2 comparison|list|requirements|recommendation|shortlist, my recommendation,
i recommend, i only|just tell them what, to advise on|them, pros and cons, i|we get a say,
not|is me who picks|decides|chooses, takes it from there, i do|did the research|comparison|legwork|homework|digging,
but ..2 procurement|boss|director|board|committee that|who makes|decides|picks|chooses
`),
};
/** He does not know who decides. */
export const unsure = wordsIn(
  `no idea|clue, not ..1 clue who, not ..1 idea who, do not know, could not tell|say, not sure who, i have no idea, who knows, good question`,
);
