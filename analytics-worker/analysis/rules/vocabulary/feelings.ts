import { wordsIn } from './lines.ts';

/** What shows how a caller feels, stronger than single words do; by emotion. */
export const feelings = {
  frustration: wordsIn(`
for god|heaven|pity 's? sake, would rather you did not, sick to death, wretched, thieves|crooks|robbers|cowboys, rip off, daylight robbery, told you ..3 waste, not listening, who gave you, no good to ..1 me|anyone, laughable|pathetic|hopeless|rubbish, save your breath, pull the other, do not insult, having a laugh, taking the mickey|piss, do not send nothing|me anything, at the end of my|our,
just great|brilliant|wonderful|fantastic|lovely|perfect seriously|really|then|that, that is just great|brilliant|wonderful|fantastic, oh great|brilliant|wonderful|fantastic so|now|another|what, what use are|is, they|he|she|it|you had? better ..1 be|call|do|ring|fix|or|because, makes no sense, right whatever, automated ..1 rubbish|nonsense|garbage|crap, not ..1 very? reassuring|comforting|encouraging, lending|paying you ..1 money ..1 for,
holding my breath, all as bad as, all the same, told you ..2 twice|already|before|three, whatever ..1 bye, that is what they ..2 last time, round and round, why does nobody|noone, deliberate ..1 is, next department, nobody ..2 does|tells|answers|knows, again i have|had, for the third|second|fourth|umpteenth time, hook people, jack it up, not ..1 care, every time i ring|call,
unbelievable, ridiculous, sick|tired|fed ..1 of|up, sick and tired, wasting my|our time, waste of time,
drives|driving|drive ..2 crazy|mad|nuts|insane|wall, how many times,
third|fourth|fifth|2nd|second|3|4 time ..4 asking|ask|called|calling|told, i|we ..1 already told|said, just told you,
already told, still waiting|not|no, been waiting|holding, nightmare,
frustrated|frustrating|annoyed|annoying|infuriating|irritating, are you ..1 kidding|joking|serious|nuts|mad, come on,
no use to me|us|anyone|anybody|man, useless, not helpful, not helping, what a service|joke|mess, is a joke, killing me, pain in,
cannot believe, can not believe, no clue why, a mess, at my wit, could have said, do not listen|listening,
third|second|fourth|fifth|2|3|4 time this|today|in|now|already, forget it,
called|asked|tried|emailed|rang|rung|written ..1 # times, called|asked|tried|emailed|rang twice,
want|get a|to ..1 real? person|human, costing us|me ..1 money, again and again, every single|second time,
of course you do|can not|do, figures, that is what they all|the chat|everyone, you ..1 do nothing, happy now,
keeps happening, had it with, had ..1 enough, losing ..1 patience|rag, this is pointless, round|around in circles,
not what i asked, not good enough, beyond a joke, how hard can, fobbed|fobbing off, messing|mess me about|around,
not answer ..2 question, not an answer, never works, always this|late|the, shambles, farce
`),
  anger: wordsIn(`
not ..1 talk|talking|speak|speaking|telling|tell|explain ..2 recording|recordings|computer|robot|machine|machines|computers|gizmo|gizmos, quit calling|callin|ringing, did not ask ..2 call|ring|email|phone, packing|jacking it in, complaining|complain ..1 to, give me my money,
not ..1 ring|call|phone|email|contact ..2 again, take my|me|our ..2 off, take me off, number off, want nobody to, not ..2 do business with, phoned|rung|called by a ..1 computer|robot|machine, robots, take my number, want it gone,
furious|livid|outraged|fuming, i am|get|got ..2 angry|mad, disgusting|disgraceful|appalling|outrageous,
hate ..1 these|this|you|robots|machines, shut up, stop calling|talking|selling, hanging up, off ..2 list,
bloody|damn|damned|crap|bullshit|fucking|shit, sue|lawyer ..2 you, leave me alone, how dare, sending ..2 bill,
speak|talk to ..2 manager|human|person|supervisor, not ..1 talking to ..1 robot|machine, scam|scammers,
no absolutely not, what part of, never again, do not push
`),
  enthusiasm: wordsIn(`
thanks ever so, thanks|thank you a million|bunch|heaps|tons|indeed|kindly|thank, ta very|ever much|so, many thanks, cheers pal|mate|love|for|all|my|thanks|big, appreciate|preciate you, god bless, bless you|her|him|your, very|most|awfully|really decent|civil|good|kind|thoughtful of you,
fair play, clever thing|girl|boy|you, nicely done, well done, good girl|stuff|job, top|great|good stuff|job|man|work, eases my, puts my mind, takes the sting, rather good|nice|clever, happy|delighted|pleased with that|it|this, glad of it|that, i like that|it|this|her|him, that is a relief, music to, that was quick|fast|easy|painless, you have made my, made my day, hurrah|hooray|yay|whoopee|bingo|splendid|marvellous|ripper|beauty|lekker|sweet|deadly|savage|belter|stellar|fab|fabulous|glorious|stonking|dandy,
too easy, sounds a plan|treat, that is the ticket|stuff|spirit|dream, would be the dream, exactly the, just the job|thing|ticket, very thing, half my ..2 back, saves|saved|save me ..3, saves us, i am in, count me in, i am sold, can not fault, looking forward, it|that is ..2 perfect|wonderful|brilliant|marvellous|beautiful,
dope, laughing|giggling|laughs, are|is not you|that|this ..1 kind|patient|sweet|nice|lovely|good|clever|wonderful, you too dear|love|pet|hen,
real|really|so|very|most|super|dead helpful|kind|nice|easy|handy|good|quick, legend|star|angel|champ|lifesaver|gem, stoked|chuffed|delighted|thrilled|over the moon, you betcha, feel better|happier, not ..1 daft|stupid|bad, ta pet|love|duck|pal|mate|hen|so|very|ever, thanks ever so|a million|a lot|heaps, oh sick|nice|brilliant|lovely|great|amazing|perfect, that is ..2 sorted, sorted then, been ..2 helpful|lovely|great|brilliant|patient|kind, smashing|magic|tidy|mint|lush|class|sound|bang on|tip top|top notch, done sold, so easy, dead easy, let us go, you got me, huge, works a treat, for the patience, appreciate ..2 help|time|patience, nice one, good man|lad|woman, happy out, that would be tidy,
not ..2 bad ..1 at|actually, actually not bad, why not, love it|that|this|to, i|we ..1 love ..2,
amazing|awesome|fantastic|brilliant|excellent|wonderful|superb|incredible|beautiful|gorgeous|magic|marvellous|marvelous|terrific|perfect|stunning,
exactly|just what i|we ..1 need|needed|want|wanted|looking, what i|we needed to hear, can not wait,
so excited|happy|good|easy|cool, wow|sweet|cool|great|lovely|super|nice|grand|sold,
sounds ..1 great|perfect|good|amazing|fantastic|brilliant|wonderful|lovely,
that is ..2 great|good|perfect|lovely|brilliant|wonderful|nice|helpful|handy|clever|efficient|excellent|cool|fantastic|amazing|kind,
very|really|so|much good|helpful|nice|useful|kind|impressed|fast|quick, impressed, big help, game changer,
makes sense, makes perfect|total|good|a sense, works for me|us, let us do|go|book, you are ..1 star|legend|doll|angel|gem|lifesaver|very|so|great,
lifesaver, thank you so much, thanks ..1 so|ever ..1 much, happy days, spot on, smashing, cracking, champion, brill,
beauty, deadly, ideal, glad i ..1 called|rang|asked, pleased, you have ..1 sold|convinced ..1 me, can not argue with,
that was ..1 easy|painless|quick, much|far|way better ..2 than, very good of you, you have ..1 helped|saved,
appreciate ..1 that|it|your|you, happy with, bless you, this was|is efficient|great|helpful,
would be ..1 great|lovely|perfect|nice|good|ideal
`),
  relief: wordsIn(
    `that should|will|would solve|fix|do|sort it|that, that is ..1 nothing i|we, main|that issue|problem is ..1 clear|solved|gone, thank god|goodness|heavens, phew, what a relief, that is a relief, relieved, mind at rest|ease, weight off, lifesaver, heart attack, glad ..2 to|that|it, good to know|hear, feel better, that helps, you saved|have saved`,
  ),
  confusion: wordsIn(
    `not ..1 understand|follow|get|sure what, confused|confusing|puzzled|baffled, i am lost, what do you mean, what is that|this, what does that mean, no idea what, over my head, say that again, could you repeat, come again, pardon, how do you mean, wait what, sorry what, you lost me, makes no sense, not make sense`,
  ),
  hesitation: wordsIn(
    `not ..2 sure|convinced|certain, i do not know, maybe, i suppose, i guess, have to think, need to think, think about it, we will see, hard to say, on the fence, not ready, hesitant|hesitate|nervous|worried|unsure|wary, perhaps, kind of risky, let me think|see ..1 about, in two minds`,
  ),
} as const;

/** How much a feeling weighs, in the points of single words (-5 to 5). */
export const weights = { frustration: -4, anger: -5, enthusiasm: 3, relief: 3, confusion: -1, hesitation: -1 } as const;

/** Words of manners, and of the matter, that tell no feeling though the list of valences has them. */
export const unfeeling = wordsIn(`
thanks, thank, please, sorry, yes, no, not, yeah, hello, hi, good, want, wants, wanted, need, like, sure, okay, ok,
fine, help, helps, matter, share, shared, sign, signed, agree, agreement, agreements, problem, problems, pay, paying,
paid, cut, stop, lost, lose, miss, missing, missed, number, united, trust, solution, solutions, solve, free, chance,
ease, safe, secure, securities, hope, justice, god, fire, fired, kill, dead, die, drop, dropped, hard, cool, risk,
pressure, alone, apologise, apologize, apologies, pardon, welcome, favor, growing, interested, interesting, care,
join, accept, approve, approval, clean, clear, clearly, charge, charged, charges, doubt, emergency, error, errors,
expired, fail, gift, holiday, insurance, injury, legal, law, court, defects, damage, debt, demand, deny, difficult,
promise, promised, reach, reached, rich, chaos, warn, warning, war, worth, vision, worried, straight, strike, hell,
huge, big, top, true, block, blocked, sick, ill, illness, bill, bills, crash, delay, delayed, dispute, limited, limit,
limits, pretty, award, grant, grants, honest, honestly, support, supported, supports, important, natural, exclusive,
forget, forgot, forced, fresh, steal, cancel, cancelled, cancels, leave, left, leaving, regulatory, violence, hand,
hands, bother, save, saved, saves, noisy, oversight, ha, haha, kind, bless, dear
`);
