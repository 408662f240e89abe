import { wordsIn } from './lines.ts';

/** Where a plain word is the name of a product. */
export const plainFrames = wordsIn(`
trial|trialing|trialling|testing|test|demoing|reviewing|considering|checking ..1 out? <name>,
use|using|used|uses|tried|called|named <name>, looking|look|looked at <name>,
have|had|got|we are|is|was ..1 <name> for|until|before|since|but|account,
and|or|on|with|to|versus|than|like|from <name>, <name> is|was|for|charges|does|costs|has|wants|said,
comparing|evaluating|considering|versus <name>, switched|moved|came from <name>, switching|moving from|to <name>,
been|are|were|with|on ..1 on|with <name>, <name> contract|subscription|account|trial|demo|software|app|license,
left|dropped|cancelled|ditched <name>
`);

/** Where the name of a product follows that nobody has to know. */
export const calledFrames = wordsIn(`
use|using|used|tried|trying|have|had|on|with|at|considering|evaluating|comparing something|tool|software|app|product|platform|service|system|one|thing|program|provider|company ..2 called|named,
use|using|used|tried|trying|have|had|on|with|at|considering|evaluating|looking|comparing ..2 a|an|some|this|another|1|little|local|small ..3 tool|software|app|product|platform|service|system|thing|program|provider|one|company ..2 called|named
`);

/** Words that end such a name. */
export const nameEnds = wordsIn(`
for, and, or, but, to, in, on, at, with, by, from, of, is, it, its, that, which, who, we, i, you, they, he, she, the,
a, an, so, because, since, if, when, now, then, right, not, just, already, currently, today, mostly, really, my, our,
your, their, this, what, was, were, are, do, does, did, has, have, had, will, would, can, could, until, before, after,
as, well, too, also, yes, no, okay, please, maybe, though, still, never, something, only, about, like
`);

/** Words about other work than ours around such a name: it is sold for something else. */
export const otherWork = wordsIn(`
crm, accounting, invoicing, payroll, bookkeeping, scheduling, project management, inventory, erp, practice management,
case management, property management, calendar, chat, marketing, email marketing, ticketing, help desk, helpdesk,
applicant tracking, ats, booking, bookings, patient records, school system, reservation, storage, database, billing,
point of sale, dispatch, payments
`);

/** Names that are everyday words when they are written apart: "can I sign now", "do you sign". */
export const sayings = wordsIn(`
signnow, yousign, signeasy, signrequest, signwell, signable, rightsignature, betterproposals, oneflow, blueink,
opensign, contractbook, boldsign
`);

/** What is done with a maker's other product: nobody signs in it. */
export const otherUse = wordsIn(`
<name> ..2 edit|editing|merge|convert|reader|creative|photoshop|illustrator|indesign
`);

/** Before such a name: somebody signs. */
export const signers = wordsIn(`
the, a, write, make, get, to, can, i, we, you, they, he, she, could, will, would, please, must, should, them, people,
do, let, just, not, shall, everybody, everyone, never, always, us, me, him, her, who, customers, clients, then, may,
might, did, does
`);

/** Behind such a name: it is one, whatever stands before. */
export const namedBy = wordsIn(
  `trial, account, subscription, contract, demo, license, licence, envelopes, plan, people, rep, quote, guy, lady, fella, chap, webinar, offer, price, prices, pricing, seats, renewal, invoice, link, links, thing, things, website, sales, free`,
);

/** Behind such a name: somebody is told to sign. */
export const toldToSign = wordsIn(`
here, please, below
`);

/** Behind such a name where it begins what is said: it is the subject. */
export const telling = wordsIn(
  `is, was, has, had, does, did, charges, costs, for, and, or, at, mostly, since, we, i, right, said, says, told, quoted, offered, sent, came, gave`,
);
