import { wordsIn } from './lines.ts';

/** Words that carry no claim, and words at which a speaker begins something new. */

/** Never mean anything: they are no tokens. Longer ones first where one begins another. */
export const fillers = wordsIn(`
um, umm, uh, uhh, uhm, er, erm, err, eh, ah, ahh, hm, hmm, mhm, mm, mmm, oh, ooh, huh, basically, literally, honestly,
obviously, essentially, frankly, kinda, sorta, kind of, sort of, you know, you see, to be honest, to be fair,
to be frank, if you will, as it were, so to speak, if i'm honest, i guess you could say, shall we say, let's see,
let me see, let me think, how do i put it, what's it called, how do you say, how do you call it, and stuff,
or whatever, and whatnot, if you like, you understand, yknow, y'know, bear with me, hang on a sec, dear, mate
`);

/** "like" is a filler, unless one of these stands before it: "I like", "looks like", "something like". */
export const likeAfter = new Set(
  wordsIn(`
i, we, you, they, would, really, not, do, did, look, looks, looked, sound, sounds, feel, feels, felt, seem, seems,
something, anything, things, tools, systems, much, more, exactly, quite, people, also, to, what, stuff, nothing
`),
);

/** A new sentence begins at one of these when it stands first, or after a pause of the recogniser's. */
export const restarts = wordsIn(`
so, anyway, anyways, okay so, ok so, now, well, right so, also, plus, by the way, the thing is, yeah so, and yeah,
yeah, yes, yep, no, nope, okay, ok, alright
`);

/** A clause begins at one of these. */
export const conjunctions = new Set(
  wordsIn(`
but, because, cause, cos, coz, cuz, since, although, though, while, whereas, unless, until, till, if, when, once,
whenever, except, which, who, where, so, then, otherwise, before, after, instead
`),
);

/** "and", "or" and a comma begin a clause before one of these. */
export const subjects = new Set(
  wordsIn(`
i, we, you, he, she, it, they, there, that, this, those, these, our, my, your, his, her, their, what, how, why, do,
does, did, can, could, would, will, is, are, if, when, then, so, everyone, everybody, nobody, someone, somebody, yeah,
yes, no, not, maybe, please, let, currently, right
`),
);

/** A question begins with one of these. */
export const questionWords = new Set(['what', 'how', 'why', 'who', 'where', 'when', 'which', 'whose']);
export const questionVerbs = new Set(
  wordsIn(`
do, does, did, can, could, would, will, is, are, was, were, has, have, should, may, shall, am, had
`),
);
export const askedPersons = new Set(
  wordsIn(`
i, we, you, he, she, it, they, there, that, this, your, my, our, the, these, those, a, any, anyone, somebody, someone
`),
);
