import { wordsIn } from './lines.ts';

/** What agents ask for before a caller tells of what goes wrong today, which is no objection to what is offered. */
export const askedOfToday = wordsIn(`
  what ..2 reason,
  what|which|how ..6 wrong|trouble|worst|hurts|slow|problem|problems|difficult|frustrating|pain|bother|bothers|annoys|annoying|dislike|miss|missing,
  what|why ..2 made|makes|led|brings|brought|prompted|leave|stop|switch|switched,
  what|how ..4 using|use|used|send|sending|sign|signed|signing|handle|do ..6 now|today|currently|moment|present|instead|them|those|it,
  what ..3 better|improve|change|different ..4 today|now|is|it, what happened, what ..2 current|today,
  how ..3 work|working|going|find|like ..3 you|now|it|that|today, tell me ..2 about`);

/** What agents ask for before a caller says when it suits him, which is no objection to the time. */
export const askedWhen = wordsIn(
  `when|what ..3 suit|suits|work|works|good|best|convenient|time|day, which day|time|slot, what time, when ..3 call|meet|talk|available|free`,
);

/** The caller accepts an answer, or drops what he had against it. */
export const acceptance = {
  accepted: wordsIn(`
    that|this|it|which is|sounds|seems|looks|would|does|makes|made|makes|will|could|might|feels ..3 fair|reasonable|fine|good|great|perfect|better|sense|doable|manageable|acceptable|helpful|reassuring|nice|excellent|brilliant|lovely|ideal|cool|fantastic|easier|cheaper|enough|wonderful|sorted|alright|okay|promising|interesting|useful|clever|handy|different|relief|something|smart|comforting,
    that|which|it helps, that|which|it works ..1 for, that|which|it will|would|could ..1 work|do|help,
    does put ..1 mind, puts ..1 mind, fair|good|easy|reasonable|simple enough, makes ..1 sense, makes sense,
    well|right|okay then i|we will ..2, fair point, good point, point taken, i see ..1 okay|good|well|fair|then|so|right, got it, understood,
    good to know|hear, glad to hear, happy to hear, relieved, phew, that answers|settles|explains, convinced me,
    you have convinced|sold, in that case, live with that|it|this, feel|feels ..1 better|safer|easier, after all,
    i like that|it|the|this, like ..1 sound of, love that|it, even|much|far better, worth it|a|trying,
    no ..1 problem|issue then, not ..1 a? problem|issue|concern then|anymore, not ..2 problem,
    not worried ..1 anymore|then, not so bad, not bad, not too bad, that is less|cheaper, cheaper than,
    what i|we needed|wanted ..1 to? hear,
    sounds|sound|looks ..2 good|great|fair|fine|perfect|reasonable|like|okay|better|ideal|doable|promising,
    i can do|try|live|work|manage, could do|try|live|work|manage, we|i can ..1 do|live|work|try,
    let us|me do|try|go|book|start|set|see|give, i will|would ..2 take|try|give|have|like, happy|glad with|to,
    did not know that, had no idea, i had not|never thought|realised|realized|known|considered, that changes,
    that is|was all i|we ..1 needed|wanted|need ..3, you can ..1 grand|great|lovely|oh, now you are talking, sold, you got|have me, done deal, go on then ..2, if you ..3 then, when you put it, i|we had not realised|realized|known|thought, that is ..2 sorted, what a relief, music to,
    happy|pleased|delighted with that,
    that is what we|i ..1 need|needed|want|wanted, you are right, you got ..1 point, not a problem, less of a,
    much obliged, no problem ..1 then, fine by|with me|us, can do|spare|manage|handle ..2, calms|reassures ..1 me|us, am|are|me reassured,
    no|not ..2 issue|problem|bother|worry|worries|concern|objection ..2 then|now|anymore|so|sir|at, nothing stopping|left|wrong|killing,
    concern|worry|problem|doubt|that is|are ..2 gone|settled|sorted|solved|fixed, takes care of, settle|settles|settled|answers|covers that|it,
    i|we could|will|can|would ..1 live|accept|handle ..1 with|it|that, they will accept|like|love|manage, suits us|me|fine, suit us|me ..1 nicely|fine|well|better,
    i|we do not ..1 need ..2 board|him|her|them|approval, i take ..1 point, adds up, you have ..1 convinced|persuaded,
    that|it does it, changes things|everything|that, sounds|looks ..1 different, not ..1 worried|bothered|scared,
    did|had not think|thought|realise|realize|know ..1 of? that|it|about, when|what time can|could|do|would we|i|you ..1 start|begin|do`),
  /** He goes on to buy, whatever he says before. */
  committed: wordsIn(`
    let us ..1 just? do|have|get|try|go|start|book|set, go on ..4 then|so|put|sign|send|on, sign us|me up,
    you can|may proceed, please proceed, i am listening, send it|that|me ..2 on|over|through, convinced me, sold,
    you have ..1 convinced|persuaded ..1 me|us, put ..2 me|us down, put ..2 down for, book me|us|it, i am in, we are in,
    we|i will take|try it|that|1, i will go|start with ..2, happy to ..1 go|try|start|give, let us ..2 ahead`),
  /** Manners as much as assent: they count in the very next words. */
  agreed: wordsIn(`
    okay|fine|great|good|perfect|brilliant|excellent|cool|nice|super|lovely|wonderful|awesome|grand|right|sure|alright|sweet then,
    okay|great|good|perfect|brilliant|excellent|lovely|wonderful|awesome|sweet|nice that|let|thanks|thank|good|great|fine|fair|sounds|perfect|we|i|so|and,
    great|perfect|brilliant|excellent|wonderful|lovely|sweet|awesome|deal|cool|nice|grand,
    yes ..1 okay|fair|sure, all right, alright, okay, i suppose that|so|i|it,
    if ..2 that|so|works ..3 fine|okay|good|happy, as long as, go ahead|on`),
  persists: wordsIn(`
    already ..1 signed|gone|went|moved|switched up|with|to|over,     still ..2 want|rather|need|like|prefer|have, thought as much, they all say, no good|use to|for me|us, not holding my breath, dream on, pull the other, my hands are, above my,
    all right|alright|fine|grand|okay|happy|good as we|i|it|things, save your, never mind|bother, no point, if he|she|they says|say|likes|agrees,
    still ..4 not|too|much|expensive|high|worried|steep|lot|sure|problem|concern, but, even so,
    not ..2 sure|convinced|sold|really|happy, i do not know, i would not, we will see, will have to think,
    need to think, think about it, maybe, whatever, not for us|me, never mind, forget it, if you say,
    that is what they|everyone, as i said, i ..1 told|said you|that, do not care, already told, not interested, hm,
    leave it, told you so, money is ..1 still, mark my words, no ..3 is going to, not with ..3, not even, they do not, stop here, i said, not helpful|good|help, does not|not help, too bad, shame, pity`),
} as const;
