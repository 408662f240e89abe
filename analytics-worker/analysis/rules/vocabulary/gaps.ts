import { wordsIn } from './lines.ts';

/** Where an agent looks things up. */
export const sources = wordsIn(`
  documentation, docs, notes, list, price list, material, materials, papers, paper, sheet, information, knowledge, knowledge base, records,
  guide, guides, handbook, manual, manuals, pages, page, help pages, brochure, library, catalogue, catalog, files, instructions, sources, faq,
  hands, front of me, anything i have, what i have, what i know, what i am given, what i was given, things i know, things i am given, system, data,
  what i can see, what i have been given, my end, things i have`);

/** What is known or told, and what is not. */
export const knowledge = wordsIn(`
  information, info, details, detail, knowledge, idea, clue, answer, clear answer, figure, figures, number, numbers, data, facts, insight, notion,
  record, records, word, inkling, visibility, estimate, specifics, way of knowing, way of telling, way to tell, way to know, means of knowing`);

/** How an agent says plainly that it does not know; what the caller said before was a question then, however he put it. */
export const ignorance = wordsIn(`
  i|we do not ..2 know, i|we have no|not ..3 <knowledge>, i|we do not ..2 have ..4 <knowledge>, i|we do not have the
  ..1 exact|precise|current|full ..3, no idea|clue what|how|whether|if|who|when|where, i|we ..2 can|could not ..2
  say|tell|answer|confirm|name|verify|establish|determine|judge, i|we could not ..1 find|see, unable to ..1
  say|tell|answer|confirm|find, not ..2 able to ..1 say|tell|answer|confirm|find, not ..3 something|anything|one ..1
  i|we can|could ..2 tell|say|confirm|answer|know|judge|promise|speak, not ..3 something|anything|one ..1 i|we
  am|have|know, i|we find no|nothing, i|we ..1 find|found|see|saw|have|got no|nothing ..4 about|on|of|regarding|in,
  i|we do not find|see, i|we have nothing ..1 on|about|here|there|to hand|say|tell, question|something|one|thing|point
  that? i|we can|could not ..2 tell|say|confirm|answer|know|judge|speak, not|nothing|never ..3 in|among|on|from|part
  ..3 <source>, outside|beyond|past ..3 what|knowledge|area|remit|scope|everything|anything|my|i, above|over my ..3,
  has|have|was|were|am|is not ..2 been? told|given|shared|briefed|informed|passed, do|does|did not ..1
  appear|mention|say|state|tell|specify|cover|come, is|are not ..2
  covered|mentioned|listed|documented|described|stated|specified|recorded|noted, only be guessing, would be a
  guess|guessing, rather not ..1 guess|promise|speculate, nothing to hand, nothing ..2 about|on, no ..1 mention of,
  silent on|about, is|are not known to, leave that|it to our|the|a|somebody|someone, no ..1 estimate|figure|word
  yet|on|of|about|for|here, that escapes|eludes me, not know|sure whether|if|what|how|who|when|where|which`);

/** How an agent says that it cannot answer. */
export const unanswered = {
  empty: wordsIn(`
    not|nothing|no ..3 find|found|finding|see|seeing|locate ..4 about|on|anything|information|mention|whether|any|regarding|that|a|notice|entry|answer|in,
    not find|locate, found nothing|no, nothing ..5 about|on|regarding|covers|mentions,
    no ..1 results|result|match|matches|entry|article|mention|hits, search ..3 nothing|empty|no,
    came up empty|blank, not ..1 covered|mentioned|listed|documented|described in|by,
    does not mention|say|cover|state,
    knowledge|help|documentation|docs|notes|material|base ..6 not|nothing|no|silent`),
  unanswered: wordsIn(`
    i|we do not ..2 know,
    i|we do not ..2 have ..5 information|info|details|detail|answer|figure|figures|number|numbers|data|access|visibility|front|hand|exact|that|specifics|insight|date,
    i|we have no|not|nothing ..2 information|info|details|idea|access|answer|data|way|visibility|about|on|knowledge|insight,
    i am|would not ..3 able|certain|sure|aware|familiar|qualified|allowed|authorized,
    not sure ..3 whether|if|about|what|how|when|which|that,
    i|we ..1 can not ..2 say|tell|answer|confirm|see|promise|speak|comment|look|check|give|find|guarantee|advise|verify|access,
    i|we could not ..2 say|tell|answer|confirm|find|speak, unable to ..1 say|tell|answer|confirm|find,
    have to ..2 check|ask|confirm|find|look|get|come ..3 on|that|with|back|for|into|out|it,
    would|will need to ..1 check|ask|confirm|find|look ..3 on|that|with|for|into|out|it,
    rather not ..1 guess|promise|say, rather ..6 than guess, do not want to ..1 guess|promise|say|misinform|mislead,
    good|great|excellent question ..6 not|someone|colleague|team|specialist|check|get,
    would|will ..1 have|need to ..2 confirm|check|answer|ask, beyond|outside ..3 know|knowledge|scope|help|what,
    that ..3 question for ..1 the|our|a|your ..2 team|department|specialist|colleague|support|sales|billing|legal|engineers|experts,
    someone|somebody|specialist|team|colleague|engineer|expert|support|sales|billing ..3 would|will|can|could ..3 know|confirm|answer|tell|clarify|best|get|check|come,
    do|have|would|could not ..2 have|got ..1 anything|a|any ..1 on|about|for|figure|number|date|answer|detail, would|i ..1 want|prefer|like|rather ..2 a ..1 colleague|specialist|somebody|someone ..2 answer|confirm|check|tell, would ..1 be guessing, something i would ..2 want|need,
    have|got no|not ..2 list|overview|price, i|we only have|know|see ..2 prices|figures|information|dates, have|got no|nothing ..1 figure|number|information|details|on ..3, can not ..2 give|offer ..2 advice|legal|figure|number, let us come back to, come back to that, take ..3 very? seriously, core values, always improving, keep things|it flexible, needs|need our ..2 team|desk|people|support|specialists, will come back to you with,
    not ..1 something ..1 i|we ..1 know|have|am, not want to ..3 wrong|false|incorrect|mislead,
    wrong answer|information, no way of knowing|telling, over my head, not my area|department|field,
    get|come|getting back to you ..2 on|about|with, i will find out,
    i will ..2 ask|check with ..3 team|colleague|specialist|engineers|product|legal|support|sales|someone`),
} as const;

/** An agent who asks back has not failed to answer. */
export const askedBack = wordsIn(
  `i see|understand|hear that, not ..1 sure ..2 follow|understand|understood|mean|caught|heard|got, not ..1 understand|follow|catch|hear, what|which do|did you ..1 mean`,
);

/** An agent's words after which the question is answered all the same: a clear no or yes. */
export const answeredAnyway = wordsIn(
  `yes, no, it does ..1, we do, that is included|possible|supported, it is, you can, of course, certainly, absolutely, correct, not at the moment|yet, we do not support|offer|have|do|sell|provide|charge|store|share, is not supported|available|possible|included`,
);

/** What calls for an answer without a question's form. */
export const indirectQuestions = wordsIn(`
  i|we need|want|wanted|would|like to ..1 know|ask|find|understand|check|hear,
  so|and|but|also|okay can|could|does|do|will, can|could|would you ..2 tell|say|explain|confirm|check|look,
  do you ..2 know, tell me it|this|that|is|does|will is|does|will|can|it|that|this, tell me ..2 if|whether|what|how|when|where|which|who|why,
  i|we wonder|wondered|wondering|was ..2 if|whether|what|how|about, i was wondering, any idea|chance|news|update,
  what about, how about ..3, in|at|on which ..8, would|could|will it|that|this ..3, question is, curious ..1 if|whether|how|what|about, not clear ..2 if|whether|how|what,
  my question, i am asking|wondering, do|does|did|can|could|will|would you|it|they|i|we|he|she|there|people|clients,
  is|are it|there|they|you, is that|this|your ..6 or|also|too|still|included|possible|secure|valid|legal,
  or not|only|just ..2 one, or is|are|does|do|not ..1 it|they|that|not,
  you can|have|do|support|offer|work ..8 this|that|it|with|for,
  what|how|when|where|which|who|why|whose is|are|do|does|did|would|will|can|could|about|much|many|long|far|often|big|soon|secure|happens|kind|if|was|were|has|have|s`);

/** Words that tell nothing of what a question is about. */
export const emptyWords = wordsIn(`
  a, an, the, do, does, did, is, are, was, were, be, been, can, could, would, will, shall, should, have, has, had,
  may, might, must, i, we, you, he, she, it, they, me, us, him, her, them, my, our, your, his, their, its, this,
  that, these, those, there, here, what, how, when, where, which, who, why, whose, whether, if, and, or, but, so,
  to, of, in, on, at, by, for, with, from, about, as, than, then, also, too, yes, no, not, okay, please, just,
  really, still, again, now, well, hi, hello, hey, sorry, thanks, thank, great, good, nice, perfect, tell, know,
  say, ask, asking, question, time, third, second, one, thing, any, some, more, much, many, long, like, want, need,
  wanted, because, get, got, going, go, actually, exactly, only, all, even, let, see, look, gonna, madame, sir, am,
  's, into, up, out, sure, right`);

/** The caller says himself that he asked before. */
export const askedAgain = wordsIn(
  `again, asked|asking|ask ..4 already|before|again|twice|times|time, already asked, did not ..1 answer ..2 question|that|me|it, not an answer, still ..3 answer|answered|know|waiting, second|third|fourth|2|3|4 time|times, my question was|is, repeat ..1 question, back to my question, answer ..1 question, as i asked|said`,
);
