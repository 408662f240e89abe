import { wordsIn } from './lines.ts';

/** Phrases that the frames of objections name. */
export const phraseSets = {
  /** What a doubt is called: "my … is", "that is a …". */
  worry: wordsIn(`
concern, worry, worries, hesitation, reservation, fear, doubt, hang up, hangup, sticking point, objection,
stumbling block, obstacle, issue, problem, catch, snag, hurdle, question mark, blocker, downside, drawback, challenge,
niggle, bugbear, deal breaker, dealbreaker, deal killer, show stopper, showstopper, non starter, nonstarter, no go,
nogo, stretch, tough sell, hard sell, red flag, turn off, risk, hassle, limitation, disappointment, downer, tough one,
big ask, negative, nuisance, let down, setback
`),
  uneasy: wordsIn(`
worried, concerned, nervous, hesitant, skeptical, sceptical, wary, afraid, scared, uneasy, uncomfortable, unsure,
reluctant, anxious, cautious, suspicious, torn, doubtful, paranoid, on the fence, in two minds, dubious, apprehensive,
leery, unconvinced, iffy, terrified, jittery, twitchy
`),
  sure: wordsIn(
    `sure, certain, convinced, comfortable, sold, keen, confident, crazy, thrilled, a fan, wild, a big fan, persuaded, at ease, happy about, happy with, mad, wild about`,
  ),
  dear: wordsIn(
    `expensive, pricey, pricy, costly, steep, dear, spendy, overpriced, exorbitant, extortionate, high, rich for`,
  ),
  degree: wordsIn(
    `really, very, pretty, quite, a bit, a little, a tad, bit, little, rather, somewhat, fairly, awfully, so, just, still, more, way, super, kind of, too, terribly, extremely, crazy, ridiculously, insanely, a touch, awful, much too, far too, way too, a little too, a bit too, quite a bit, seriously, absolutely`,
  ),
  cash: wordsIn(`
money, cash, dough, to spend, to pay, to ask, for us, for me, for a, for an, for what, for something, for just,
for someone, for only, for our, per user, per month, per seat, a month, per person, a head, per head, a year, a seat,
a user, each, for #, for the
`),
  priced: wordsIn(
    `price, prices, pricing, cost, costs, fee, fees, quote, number, figure, rate, subscription, bill, licence, license`,
  ),
  later: wordsIn(`
next year, next quarter, next spring, next summer, next fall, next autumn, next winter, next season, new year,
january, february, march, april, june, july, august, september, october, november, december, q1, q2, q3, q4, spring,
summer, autumn, fall, winter, christmas, easter, the holidays, first quarter, second quarter, third quarter,
fourth quarter, few months, couple of months, half a year, year, fiscal year, season, audit, move, merger, months,
month, weeks
`),
  busy: wordsIn(`
busy, swamped, slammed, snowed under, stretched, underwater, flat out, overloaded, up to my neck, up to our necks,
up to my eyeballs, buried, rushed off, hectic, run off our feet, manic, maxed out, insane, run ragged, flat out busy,
crazy busy
`),
  project: wordsIn(
    `season, audit, move, moving, migration, merger, reorganization, reorganisation, restructure, restructuring, project, launch, hiring, renovation, tax season, closing, another, acquisition, rollout, inspection, harvest, year end, enrolment, enrollment, exams, building work, rush, an office move`,
  ),
  capacity: wordsIn(
    `time, bandwidth, capacity, resources, headspace, hands, energy, manpower, people, head space, the space`,
  ),
  approval: wordsIn(
    `approval, sign off, signoff, buy in, green light, go ahead, permission, blessing, the nod, consent, authorization, authorisation, a yes, saying yes, say so, approving, signing off, okay from`,
  ),
  decide: wordsIn(
    `decide, commit, sign off, approve, agree to, buy, sign anything, make that decision, make the decision, make that call, make the call, say yes, spend, purchase, pull the trigger, do that, sign up, sign, promise, do it, do anything, okay`,
  ),
  sensitive: wordsIn(`
client data, customer data, patient data, our data, my data, personal data, sensitive data, client information,
customer information, patient information, medical records, patient records, contracts, documents, signatures,
confidential stuff, sensitive stuff, our documents, our contracts, my documents, client documents, client files,
our files, customers signatures, data, information, files, paperwork, records
`),
  online: wordsIn(
    `cloud, internet, online, your servers, someone else's server, somebody else's server, your server, abroad, in america, in the states, overseas, the web, a website, someone else, somebody else, third party, a startup, big tech`,
  ),
  secure: wordsIn(
    `secure, safe, private, legal, binding, legally binding, valid, enforceable, watertight, compliant, reliable, hold up, holds up, stand up, stands up, legit, real, count, counts`,
  ),
  paper: wordsIn(`
biro, fountain pen, the book, our book, paper, wet ink, wet signature, pen, printing, real signature, the old way, face to face, ink, handwritten, in person,
physical copy, hard copy, what we have, what we know, what works, what i know, what i have, pen and paper,
word and email, our way, the current way, the way we do it, how we do it, excel, doing it by hand, our spreadsheet,
spreadsheets, the fax, binder, filing cabinet, post
`),
  change: wordsIn(
    `change, changes, changing, switch, switching, technology, computers, software, tech, anything new, new things, new tools, new tool, learning, new systems, new system, new software, anything digital, apps, new stuff, anything different, another system, new ways, moving again, upheaval`,
  ),
  another: wordsIn(
    `another tool, another system, another login, another app, another software, another platform, another subscription, another password, another piece of software, yet another, one more tool, 1 more tool, 1 more thing, 1 more system, 1 more login, 1 more password, new tool`,
  ),
  technical: wordsIn(
    `tech savvy, technical, computer literate, computer people, tech people, techy, techie, digital people, good with computers, good with technology, computer savvy, great with computers, great with technology, very digital, technically minded, a computer person, computer person`,
  ),
  useless: wordsIn(
    `no good, no use, useless, pointless, worthless, not good, a problem, problem, dead in the water, deal breaker, dealbreaker, show stopper, showstopper, no point, non starter, no go, nonstarter, waste of time, not interested, out, dead, forget it, will not work, can not use, can not do it, can not take, could not use, can not buy, would not work, does not work for, not worth, not for us, not for me, of no interest, stuck, a no, it is a no, not an option, no deal, can not win, we are done`,
  ),
} as const;
