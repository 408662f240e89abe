import { wordsIn } from './lines.ts';

/**
 * Verbs by what they say of the product that is their object, as `base past participle`; regular ones by their base alone. Behind `+` stand
 * the words one of which must lead from the verb to the product.
 */
export const verbs = {
  /** "we are on it", "stuck with it". */
  be: `am was been + on|with|in|into|through|at|off|a, is was been + on|with|in|into|through|at|off|a, are were been + on|with|in|into|through|at|off|a, be been been + on|with|in|through`,
  /** He knows it by his own work. */
  feel: `stand stood stood, bear bore borne, hate, loathe, love, like, fault, know knew known + inside, struggle + with, fight fought fought + with`,
  /** He works with it. */
  use: `use, utilise, utilize, have had had, own, subscribe + to, rely + on, share, keep kept kept,
    pay paid paid, spend spent spent + on|with, waste + on, run ran run + through|on|with|in|via|off, run ran run, operate + on|with, send sent sent + through|via|on|with|in|by|using|from|out,
    sign + in|on|through|via|using, do did done + in|on|through|via|with|by|using, go went gone + through|via|out|into, work + with|in|on|through,
    put put put + through|into|in, give gave given, live + in|on, sit sat sat + in|on, handle + in|with|through, manage + in|with|through, deal dealt dealt + with,
    stick stuck stuck + with|on|to, tie + into|to|in|with, lock + into|in, stay + with|on, renew, get got got + through|via|with, fill + in, borrow, store + in, keep kept kept + in`,
  /** He turns from it. */
  quit: `leave left left, drop, cancel, ditch, quit quit quit, bin, scrap, dump, abandon, axe, sack, terminate, replace, outgrow outgrew outgrown,
    stop, switch + from|off|away, move + from|off|away|on, migrate + from|off|away, come came come + off|from|away, get got got + rid|off|away|out, give gave given + up,
    walk + away, change + from|away, go went gone + off, part + with, break broke broken + with, finish + with, let let let + lapse|go|expire, take took taken + over, phase + out, jump + ship|from, import + from, transfer + from`,
  /** He turns to it. */
  enter: `switch + to|over, move + to|over|onto, migrate + to|onto, go went gone + with|for|to|over|back, choose chose chosen, pick, buy bought bought, purchase,
    sign + with|up|for|to, roll + out, install, introduce, adopt, bring brought brought + in, put put put + in, set set set + up|with, start + with|using|on, take took taken + on|up, get got got, join, opt + for, jump + to, settle + on|for`,
  /** He looks at it beside others. */
  weigh: `look + at|into|over, compare, consider, evaluate, test, demo, review, explore, shortlist, check + out, weigh, price, research, assess,
    think thought thought + about|of, lean leant leant + towards|toward|to, incline + to|towards, talk + to|with, speak spoke spoken + to|with, chat + to|with, meet met met, negotiate + with,
    download, see saw seen, watch, ask + for|about|what, ask, ring rang rung, call, phone, contact, hear heard heard + from|back, sit sat sat + through, wait + for|on, kick + tires|tyres, tender + to`,
  /** He looked at it for a time. */
  try: `try tried tried, trial, pilot, play + with, experiment + with`,
  /** He knows of it. */
  know: `hear heard heard + of|about, know knew known, mention, recommend, suggest, swear swore sworn + by, push, say said said, prefer, mean meant meant, see saw seen + in|on, receive, send sent sent + us|me, confuse + with, go went gone + about, rave + about, talk + about, speak spoke spoken + of|about, read read read, hear heard heard, believe, work + at|for`,
} as const;

/** What a product does that is the subject, by what that says of how the caller stands to it. */
export const acts = {
  using: wordsIn(`
keeps, keep, costs, charges, charge, drives, does, makes, lets, raised, increased, doubled, hiked, put, changed, went, crashes, logs, takes, has, works, runs,
renews, expires, eats, won, sends, goes, comes, stores, holds, handles, bills, billed, charged, ends, lapses`),
  left: wordsIn(`was, were, had, did, let, became, wanted, turned, screwed, burned, burnt, lost`),
  evaluating: wordsIn(`
offered, offers, offer, quoted, quote, quotes, said, say, says, told, tell, promised, promise, promises, sent, gave, give, gives, pitched, showed, showing, wants, want, called, rang, emailed,
phoned, looks, looked, look, seems, seemed, seem, sounds, sounded, sound, wanted, would, coming, presenting, approached, claims, claim, reckon`),
} as const;

/** Nouns behind a product's name: what he has of it, or what he was shown. */
export const belongings = {
  using: wordsIn(`
account, accounts, subscription, contract, licence, license, licences, licenses, renewal, bill, bills, invoice, invoices, seats, seat, plan, templates, users, user, customer, customers, house, shop,
people, admin, login, logins, agreement, setup, envelopes, workflow, workflows, forms, fees, costs`),
  evaluating: wordsIn(`
trial, demo, webinar, quote, quotation, offer, rep, reps, salesman, saleswoman, sales, guy, lady, website, brochure, proposal, pilot, presentation, pitch, price, prices, pricing, video, person, fella, chap`),
} as const;

/** Words that tell of a use that it goes on, or is over, and that something is one of several. */
export const marks = {
  now: wordsIn(`
now, currently, today, presently, still, at the moment, at the minute, these days, right now, at present, for years, since, every, always, already, to this day`),
  over: wordsIn(`
once, at one point, at one stage, one time, before, previously, formerly, originally, back then, in the past, anymore, any more, no longer, any longer,
gave it up, binned, cancelled, canceled, ditched, dropped, scrapped, stopped, the end of, never again, pulled the plug, nobody renewed, never renewed, did not renew, not renewed, ran out, lapsed, expired, did not stick, did not last, never stuck,
did not work, never bothered, got rid of, going back to, back to paper, went back, moved on, packed it in, called it a day, walked away, did not take, never took off, did not suit, hated it, switched it off, fell through, came off, dumped, finished with, nightmare, disaster`),
  beside: wordsIn(`
the other, other one, others, another, second, as well, too, also, shortlist, short list, in the running, on the list, on my list, on our list, alternative, alternatives, candidate, candidates, contender, contenders, options, option, between, down to, versus, against, final, finalists, tender,
quote, quotes, quoted, demo, demos, trial, pilot, webinar, offer, offered, prices, compare, comparing, cheaper, favourite, favorite, towards, pricing, you guys and, you and, yourselves and, you lot and`),
  listed: wordsIn(
    `shortlist, short list, on the table, on the list, in the running, on our list, on my list, in the mix, in the frame, on the shortlist, and you, and yourselves, and you guys, or you, versus you`,
  ),
  /** Of a thing that is named they say that it is what he works with. */
  own: wordsIn(`
we use, i use, we have, i have, we got, use, using, today, now, currently, at the moment, at the minute, ours, our, my, stuck with, tool, system, provider, moment, present`),
  /** Behind its name they say the same. */
  his: wordsIn(
    `that is what i, that is what we, which is what we, which is what i, which we use, which i use, that is the one we, that is the one i, is ours`,
  ),
  tried: wordsIn(`a go, a try, a spin, a whirl, a shot, a bash`),
  compared: wordsIn(
    `than, unlike, difference, different, differ, differs, similar, heard of, compete, competitor of, instead of, rather than, call themselves`,
  ),
  /** Those who use what is not his. */
  others: wordsIn(`
customer, client, bank, landlord, accountant, lawyer, solicitor, supplier, vendor, friend, mate, competitor, other side, agency, council, buyer, seller, tenant, notary, insurer, neighbour, neighbor, fella, chap, somebody, someone, anyone, anybody, nobody else, everyone else, everybody else, the other, another`),
  /** Those of his own house, though they are not he. */
  insiders: wordsIn(
    `parent company, head office, headquarters, group, everyone here, everybody here, brother and i, wife and i, husband and i, me and`,
  ),
} as const;

/** Words before a verb that tell its tense. */
export const auxiliaries = {
  future: wordsIn(
    `will, going, might, may, about, want, wants, plan, planning, hoping, hope, like, ready, close, shall, consider, considering, thinking, rather, prefer`,
  ),
  unreal: wordsIn(`would, could, if, should, unless, imagine, suppose`),
  past: wordsIn(`was, were, had`),
  stopping: wordsIn(`stop, quit, stopping, quitting, finish`),
  stopped: wordsIn(`stopped, finished, ended, ceased`),
} as const;
