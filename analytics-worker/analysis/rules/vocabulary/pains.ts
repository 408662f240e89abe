import { wordsIn } from './lines.ts';

/** What goes wrong now, as frames by the way in which it goes wrong: each of these is enough on its own. */
export const pains = {
  /** It does not work, or breaks. */
  fails: wordsIn(`
is|are|it|thing|page|link|everything stuck on|in|at|there|loading|always?, stuck always?, crash|crashes|crashed|freezes|froze|crashing,
breaks|broke|fails|failed|failing|dies|expires|expired|jams|jammed|glitches|glitching, expire|expiring on|before,
broken for?, bounce|bounced|bounces, times|timed|timing out, unstable|flaky|patchy|unusable|useless|hopeless|outdated|glitchy|buggy|laggy|clunky|cumbersome|unreliable,
goes|went|going|is|was down again|all|every|for|twice, spinning wheel, error message|code|every, an error,
keeps|keep|kept ..2 crashing|logging|failing|dying|breaking|freezing|timing|getting|bouncing|not|saying|biting|stopping|asking|changing|losing|going|kicking|dropping|cutting|disappearing|sending|happening|forgetting|expiring|coming|running,
keep|keeps|kept having|chasing|asking|forgetting|losing|printing|missing|getting,
does|did|is|will|has|can not ..1 work|push|sync|save|load|open|integrate|send|connect|show|support|allow|arrive|scale|let|update|come|properly|attach|upload|talk|accept,
never ..1 works|worked|arrives|arrived|syncs|loads, stopped|stops working|sending|loading|syncing, never did ..3,
somebody|someone else 's ..2 on|in|instead, back|backed|pull|pulled|pulls|backs out ..3 of|because|cause|on, marks|marked|shows|showed ..3 signed|paid ..2 not, comes back like|again, removed ..3 times,
nothing talks|connects|works|syncs, blocked|locked|locks|kicked|kicks|logged|logs|throws|shuts me|us|them|everybody? ..1 out|off|up, locks up,
limit|limits reached|biting|exceeded|kept|keep, ran|runs|running out of, blank|illegible|unreadable|blurry|blurred|crooked|upside|inverse|inverted|grainy|garbled,
can not ever? ..1 add|remove|log|find|open|send|read|change|cancel|download|upload|access|delete|track|prove|use|reach|see|edit|search|tell,
got|no no signal, round in circles, not enough seats|licences|licenses|envelopes|logins, hard to|too read|find|use|edit, bad|poor|terrible quality`),
  /** It gets lost, or nobody knows where it is. */
  lost: wordsIn(`
gets|get|got|goes|go|going|went lost|missing|stuck|wet|ignored|forgotten|misplaced|throttled|buried|mixed|crumpled|walkabout,
stuff|things|documents|papers|forms gets|get|go|goes|going|getting lost|missing|misfiled|mixed,
lose|loses|losing|lost ..2 it|them|one|deals|customers|candidates|half|sales|business|clients|days|time|money|papers|documents|contracts|forms|job|sale|deal|signature|page|packet|contract|form|sight|customer|client,
is|are|was|were ..1 lost|missing, misfiled|mislaid|misplaced|mangled|soggy|torn|smudged|faded|crumpled|forged|disputed,
can|could not|never ..1 find|tell|read|locate ..2, nobody|noone|no|one ..1 can|could|ever|never|dares|bothers ..2 find|read|open|use|sign|figure|reach|see|follow|answer|do|dares|them|it,
no one|nobody can|knows|could|ever|signs|finds|notices|reads|answers|picks|fills|returns|checks|dares|replies|responds|remembers|sees|has|files|looks,
no idea|clue ..2 who|where|what|whether|if|which, do|does|did not know who|where|what|whether|if|which|what's, you|we|i never know,
fall|falls|fell|slip|slips|slipped|slipping through|between, cracks, version control, no overview|visibility|tracking|reminders|trail|record|way ..2 know|see|tell|track|of, gone with ..3, still never find ..2, lose|lost ..3 in # ..2,
all over the place|shop, scattered, hunting|searching|digging|rooting|rummaging for|through|around ..2, looking through ..2, in ..2 different places|drawers|folders|inboxes|systems, drawer|box|pile|stack full ..4,
turns to mush|pulp, went|goes|go|gone quiet|cold|dark|silent|elsewhere|walkabout, the last ..3 see|saw|hear|heard of, spam|junk ..1 folder?,
ate it|them, covered in, coffee|mud|jam|grease|blood on|all ..2, floods|flooded|soaked|soggy, gets|got|getting|is wet, wet from ..2, signed ones live`),
  /** It takes long, or somebody has to be chased. */
  slow: wordsIn(`
takes|take|took|taking|needs|need ..1 forever|ages|weeks|days|hours|long|months|half|too|all, takes|take|took|taking|needs ..2 # days|weeks|week|hours|day|months|minutes,
weeks|days|hours|months|ages|forever to|before|until|for|just ..1 get|come|sign|return|everybody|everyone|find|hear|one|it|somebody, back # weeks|days|months|hours later|after,
weeks|days|months|hours later, two|2|# weeks|days|months if you are lucky, if you are lucky, slow|slows|slowing us|everything|things|deals|to|down,
so|too|very|really|painfully|dead|terribly|dreadfully|awfully slow|clunky|complicated|clumsy|confusing|fiddly, it is slow, slow,
chase|chasing|chased|nagging|nag|hounding, forever|always|constantly|endlessly|still ..1 reminding|asking|chasing|ringing|waiting|printing|emailing|calling, ringing|calling|phoning|texting|emailing people|everyone|them|clients,
waiting|wait|waits ..3 for|days|weeks|on|forever|hours|signature|signatures|sign, every time ..3 wait, backlog|bottleneck|bottlenecks|delays|delay|delayed|holdups, held up,
come|comes|came|go|goes|is|are|get|gets|paid ..1 late, never on time, drag|drags|dragging|drags on, endless|never ending, pile|piles|piling up, up until ..1 midnight|night,
it|they|them|contract|contracts|that|this|thing|papers|documents|forms just? sit|sits|sat|sitting, just sits|sat|sit, on somebody|someone 's desk, everything|all|it|deal|deals waits`),
  /** It comes back wrong, or not at all. */
  wrong: wordsIn(`
comes|come|came|coming|sends|send|sent|get|gets|got|return|returned ..3 back ..3 unsigned|wrong|blank|upside|incomplete|missing|late|after|half|with|covered|without|bad|unreadable|dirty|weeks,
back at all, or not at all, if it|they|you|we come|comes|get|gets|see back|them|it at all, unsigned|incomplete|half signed|half filled|half completed, not ..2 signed|countersigned|filed|returned|answered|dated|initialled,
wrong date|version|person|side|page|way|name|file|address|copy|documents|place|amount|box|signature|spot|field|form|price|prices,
missing|miss|misses|missed|forget|forgets|forgot|skip|skips|skipping|skipped ..3 page|pages|signature|signatures|field|fields|initials|initial|date|dates|deadline|deadlines|bit|box|line|it|sign|boxes|sections, forget|forgets|forgot to,
does|do|did not sign|bother|fill|return|answer|read|reply|respond ..2, they simply|just do not, never ..1 do|does|did|fill|read|reply|answer|respond|signs|sign|returns|return|comes|come|send|came|complete ..2,
fill|fills|filled ..3 wrong|incorrectly|badly, mistakes|mistake|errors|typo|typos, a page missing, one|1|always|a page missing,
refuse|refuses|refused|reject|rejects|rejected|bounced|declined|kick|kicks ..2 back|it|them|us|that|because|for, bank|court|registry|council|client ..2 sends|send|sent ..2 back,
turn|turns|turned up ..4 unsigned, on file nothing, nothing on file, not on file, old|outdated|previous version|prices|template, prices from, guesswork,
forms|documents|letters|people just? ..1 ignore|ignored, not ..2 hold|stand up, not worth|valid, audit|auditor|auditors|inspector|regulator|lawyer ..3 found|complained|flagged|finding|wrote|giving|gives|thrilled|moaning, not ..1 thrilled|impressed|happy, wrote|writes us up, compliance risk|issue|problem, fines|fined|penalty|fine from|for,
not ..2 legal|legally|legible|readable|reliable|compliant|secure|professional, legally ..2 not|great|dubious|shaky, data breach|leak, under one name, shared login|account|password, gets changed by`),
  /** It is work that nobody should have to do. */
  labour: wordsIn(`
spend|spends|spending|spent|wasting|waste|wastes|wasted ..3 hours|day|days|afternoons|time|week|mornings|evenings|weekend|weekends|half|minutes|life|afternoon|friday|monday|morning ..1, a waste, lose|loses a|the|half morning|afternoon|day|hour|evening, fixing|correcting|sorting|explaining|cleaning ..3 by hand|again|up|manually, on the phone half|all, sits|sitting|sat in|on his|her|their|an|the|somebody inbox|email|desk,
eats|eating|eat|costs|cost|costing ..2 hours|half|day|fortune|time|afternoon|up, # hours|days ..1 a|every|each day|week|month ..2 just|chasing|on|doing|typing,
type|types|typing|enter|enters|entering|key|keying|copy|copying|rekey|retype|retyping|rekeying it|them|everything|all|the|data|in|that|this ..4 twice|again|hand|manually|over|into,
twice by|into|over|in, same ..1 into|in #, double entry|handling|work|typing, retype|retyping|rekey|rekeying|redo|redoing|reprint|rescan|resend|resending|recreate,
have|has|had|having|need|needs to ..1 redo|retype|print|rescan|resend|start|chase|drive|ring|phone|scan|remind|type|hunt|make ..2, end|ends|ended up driving|printing|chasing|calling|ringing|reading|doing|retyping|typing|scanning,
start|starts|started|starting|do|does ..2 over|again, driving|drive|driven|drives|drove ..3 miles|hours|across|out|over|around|just, staying|stays|here|up until|till ..4, manual data|entry, everything ..1 by hand,
labor|labour intensive, time consuming, inefficient|tedious|laborious|cumbersome|antiquated|prehistoric, does nothing else, full time job, round and round, back and forth, to and fro, screenshots|screenshot`),
  /** It costs more than it should. */
  cost: wordsIn(`
raised|raise|raising|put|hiked|doubled|changed|upped|increase|increased|tripled|jacked ..2 price|prices|fee|fees|cost|bill|rates|up,
price|prices|bill|cost|costs|renewal ..2 went|gone|doubled|up|joke|tripled|jumped|climbing|rising, too expensive for what, gets|getting|become|becoming ..1 too expensive|dear|much|pricey,
charged|billed|charge|charges|charging ..2 me|us ..2 for|twice|extra|every, charge|charges per ..1 document|envelope|signature, pay|paid|paying for ..3 not|half|never, costs|cost extra, double billed|billing|charged, got billed, come|comes|came in at double|triple|twice, money down|back, down the drain, overcharged|overcharging|overpaying,
ate|cost|costs|costing me|us|a|# ..3 fortune|grand|money|deal|deals|client|customer|thousand, stiffed|cheated|ghosted|screwed|burned|burnt|stung, extra every`),
  /** How he, or somebody, feels about it. */
  felt: wordsIn(`
a pain ..2 having|to|in, drowning|buried|swamped in|under, bleeding, on my|our back|case, makes|make us look ..3, bad that|the ..1, so bad, back to|on carbon|paper|pen|the|post|square,
nightmare|hassle|painful|headache|headaches|mess|chaos|shambles|disaster|pita|mayhem|bane|bugbear|farce|horror|ordeal|palaver|faff, a|an|real|the|my|such|bit|awful|terrible|huge|biggest pain|time with, awful time,
driving|drives|drove me|us|everyone ..1 mad|crazy|nuts|insane|wall|bonkers|bananas, killing me|us|my, fed up ..1 with|of|by, sick|tired of|to, had enough of, bane of my, hate|hates|loathe|dread|dreads chasing|printing|it|of|scanning|paper|doing|that|the|this|having,
angry|upset|furious|annoyed|frustrated|cross|moaning|complain|complains|complained|complaining|complaints|whinging|shouting|grumbling|shirty|hopping ..1 with|at|up|about|that|from|because|too|me, another complaint, everybody|everyone is ..1 angry|mad|fed,
what|that|this|here is ..1 is? the trouble|problem|annoying|issue|thing|catch, problem|trouble|issue|snag|difficulty is|was|with|being ..1 that?, worst part|thing|bit|of, annoying|frustrating|maddening|infuriating|exhausting,
a|an|one|the|another|some|big|real have|problem|issue|error|bug|trouble|problems ..2 with|since|that|when|every, quit|left over it|this|that, ridiculous|absurd|insane|unbelievable|shocking|appalling|dreadful|horrendous|horrible|terrible|awful,
looks|look|makes us look unprofessional|terrible|amateur|bad|amateurs|silly|stupid|cheap|old, unprofessional|embarrassing|amateurish, support is|was|never|takes|answers ..2 none|awful|after|terrible|useless|slow|days|week|like, no support, there is none, happens ..1 all|every|again|too, all the time, whole thing with, lost ..2 to a|the competitor`),
  /** It eats time or money, or nobody has it in hand. */
  drain: wordsIn(`
come|comes|came ..3 back ..1 with ..4 missing|blank|wrong|empty, if we|i are|am lucky, pile|stack|heap ..2 on my|the|our ..1 desk|table|floor, rung|phoned|called|chased|emailed ..6 # times, when he|she|they|somebody|someone ..1 leave|leaves|left|is off|away ..4 gone|stuck|nobody, in somebody|someone 's inbox|drawer|head|desk,
costs|cost|costing us|me ..2 # ..3 quid|pounds|euros|dollars|each|every|a, half ..1 of ..1 monday|tuesday|wednesday|thursday|friday|morning|day|week goes|gone, wait ..1 and ..1 we? wait, takes # ..4 day|days|hours|week|us|people, takes # of us ..4,
half the time ..8 not|nothing|never|swears|nobody|blank|wrong|late|gone, by the time ..8 finished|gone|over|late|elsewhere|cold, does nothing ..3 but, through the nose, eating|bleeding|killing|robbing us|me ..1 alive|dry?,
falls|fell|falling|goes|went over|down every|whenever|when|all, have|has to ..1 log|type|enter|key|copy|fill|sign|print|write ..4 twice|# times|places, type|types|enter|write|writes|fill|copy ..5 in # places|systems|spreadsheets|times, ends|end|ending up ..1 signing|doing|driving|paying|printing|ringing|standing,
takes us ..3 fortnight|week|month|ages|guts|days, differently ..3 nothing|so|and, paying for # ..6 and|but|when, jump|jumps|jumping|moves|shift about|around, boxes|piles|stacks|mountains of ..5 ceiling|everywhere|stuff|paper, charges|charge|cost|costs ..1 # ..3 go|time|each|pop|parcel|envelope,
nobody|noone knows how|where|what|who|which, eats|eat ..1 hour|day|half|evening|morning ..3, forgetting|forgets to ..3, # days|weeks late, poof, turn|turns to mush, kept|keep|keeps bumping|putting|hiking|jacking ..4 up, fed up with, been through a|the war|wash, shutting|closing down ..3 us`),
} as const;

/** Together with others, or where he was asked what is wrong, these tell of it too. */
export const slightPains = wordsIn(`
problem|problems|trouble|issue|issues|bother|pain|struggle|struggling|difficult|hard|tricky|awkward|clumsy|confusing,
late|long|again|wrong|paper|manual|manually|twice|angry|messy|stress|stressful|bad|badly|worst|worse|ugly|old,
three|two|several|few weeks|days|times, expensive|price|cost|dear, every|each time, forget|forgot|miss|missing|lost|lose,
print|printing|scan|type|typing|drive|driving|remind|reminding, never|nobody|hardly|half, somebody|someone ..3 signature|sign|has, has|have to, no one, always,
half the time, most of the time, too many|much, at all, not ..1 great|ideal|good|perfect|fun|efficient|fast|easy, dropped|drops|drop off, sometimes|often ..1, only|just one|1, one|1 in #, wait|waiting|waits, without`);

/** No pain: it is said of the product on offer, of the call, or it is denied. */
export const painless = wordsIn(`
crying out loud, line is ..2, this line ..3, not ..1 ring|call|phone|email ..1 me? again, not worth setting up, keep walking|doing|using ..3, because of you ..2,
talk, lost you|on, broke|breaking up, could not tell|say|hear, i|we can not hear|stay|talk|wait, slow down, hurry up, traffic,
you are breaking|cutting, could you repeat, do|have people|customers|anyone ..2 complain|trouble|problems, long contract, cleared all|that|up, all sorted|fixed|solved,
those days, with you, can not open the stand, work|works|good|right|much|expensive|big|small for us|me, be lost without, lost track of time, gave up the,
no|never|not any|a|one|once|much|real|particular trouble|problem|problems|complaints|issue|issues|thing|complain|complains|bother|pain,
not|no a problem|issue|problem|pain, no|not problem|problems|worries|trouble|bother|issue|hurry|rush, no one|nobody|never|not ..1 ever|once ..1 loses|lost|complains|complained|forgets|misses,
nobody|noone|none complains|minds|complained, never had|lost|once, not a bit, works|work|working fine|well|great|ok|okay|perfectly|grand, it is|was fine, if ..6,
what if, afraid|worried|worry|concern|concerned|nervous|trust|sceptical|skeptical, sorry to|for bother|have|disturb, is it|there|this, would be ..6, i|we have read ..6, would|could have ..6,
your price|prices|plan|tool|system|product|website|site|people|app, is|far|bit|be|that too expensive|much|dear, my|his|her|your head, his lookout|headache, you people, you|your guys|lot,
that is ..2 steep|much|expensive|money|nuts|pricey, happy|pleased|satisfied|content with, i|we can not ..1 say|wait|complain|remember|think|promise|decide|sign|buy|commit|speak|talk, at|in the|old other|last company|job|place`);

/** Said anywhere in an item they tell that it is over, somebody else's, or of this very call. */
export const notHis = wordsIn(`
that is|are ..1 all? sorted|solved|fixed|history|over|behind, cleared all that, we|i do not ..1 mind, his|her|their lookout|headache|funeral, not mine,
you guys|people|lot, the line is, excuse the|my, this call, on hold for, talk faster|slower, i|we have ..1 read|heard, i|we read|heard, on the forums, they told me, i tell you,
one of our|my suppliers|customers|clients|competitors, my|our ..1 brother|sister|cousin|nephew|neighbour|neighbor|friend|mate|uncle ..3 has|had|have|loses|uses|is|runs|got, do not want to be, looking for something, people have ..2, i will wait, i studied, like the next`);

/** What an agent asks to hear what goes wrong. */
export const problemQuestions = wordsIn(`
what is|are the|your|biggest|main ..2 problem|trouble|issue|headache|pain|challenge|frustration|difficulty, what is ..1 wrong|broken, what is not working,
what ..2 goes|going|went wrong, worst|hardest|biggest ..2 part|thing|problem|headache|of, what ..2 bothers|annoys|frustrates|hurts, why are you ..1 leaving|switching|looking,
what is|are making you ..2, what makes|made ..1 you|it ..2 leave|leaving|look|switch|change|call|nightmare|painful|hard, what happens|happened with|to|after|then|next, what seems to be the`);
