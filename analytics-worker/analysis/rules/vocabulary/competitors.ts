import { wordsIn } from './lines.ts';

/** Never used, or weighed and no longer: "we had it on the list, but it's out"; `<product>` is its name. */
export const ruledOut = wordsIn(`
    <product> ..8 ruled ..1 out, ruled ..2 out ..3 <product>, <product> ..9 they|it|that is|are ..1 out, crossed|struck ..2 off ..3 <product>, <product> ..6 off the list|table,
    <product> ..6 too much|big|heavy|complicated ..1 product|tool|for, <product> is|are|was ..1 out, not ..1 considering|interested ..2 <product>, <product> ..6 not ..1 an option, decided|said ..1 against|no ..2 <product>,
    never ..2 used|tried|heard|had|touched|seen ..3 <product>, have|has not ..2 looked|tried|seen|used|checked ..3 <product>, if|imagine|suppose ..1 we|i|you ..1 used|had|bought|have|took|use ..3 <product>`);

/** Others, whose product is not the caller's. */
export const otherPeople = wordsIn(`
  nephew|niece|friend|friends|brother|sister|cousin|neighbour|neighbor|buddy|uncle|aunt|dad|father|mother|competitor|competitors,
  wife|husband 's, in law, colleague at, other company, sister company,
  our|my clients|customers|client|customer|accountant|lawyer|bank|landlord|supplier, the bank, other side,
  guy|someone|somebody|people i know, everyone else, most people, he|she|they ..1 works at|for`);

/** Where the caller was before: what he had there he did not leave. */
export const formerPeople = wordsIn(`
  last|old|previous|former|other job|company|employer|firm|place|office|role|gig|life,
  where i|we ..2 worked|work|was|were, i worked at, used to work, when i was at`);

/** What an agent asks for before a bare name: what is used, what else is looked at, what was left. */
export const askedStance = {
  using: wordsIn(`
    use|using|send|sending|sign|signing|signed|signs|have|handle|handling|do|doing|manage|managing|run|running|work|working|handled|done ..8 now|today|currently|moment|present|right|instead|days|already|them|those,
    what|which|how ..4 use|using|sign|signed|send|sending|handle|do|doing|have ..6,
    current|currently|present|existing ..3 tool|system|solution|process|provider|setup|software|way|using, today`),
  evaluating: wordsIn(`
    who|what ..4 list|shortlist|running|table,
    looking|talking|considering|speaking|checking ..4 anyone|anybody|someone|somebody|others|else|other, else ..4 comparing|looking|considering|evaluating|talking|look|compare|consider|spoken|seen,
    who|which|what|any ..3 other|others|else|number|first|second|competing,
    other ..2 tools|vendors|providers|options|solutions|products|companies,
    comparing|considering|evaluating|alternatives|shortlist|compare`),
  left: wordsIn(
    `used|use|tried|have|had ..3 before|previously|past|earlier, before that|this, used|tried ..5 before, what ..2 happened|wrong, made ..3 leave|stop|switch|quit`,
  ),
} as const;

/** Words around a name that tell how it stands, where no frame does. */
export const stanceFields = {
  left: wordsIn(`
    left, dropped, cancelled, canceled, closed, ended, ditched, binned, scrapped, quit, stopped, walked, abandoned,
    dumped, anymore, previously, formerly, former, gave, expired, lapsed, switched, outgrew, terminated`),
  evaluating: wordsIn(`
    trial, trialling, trialing, demo, demos, quote, quotes, offer, compare, comparing, compared, weighing, shortlist,
    shortlisted, considering, consider, evaluating, testing, versus, between, leaning, options, alternatives, contender,
    looking, towards, pilot, piloting, tender, candidates, list, jumping`),
  using: wordsIn(`
    use, uses, using, have, has, pay, pays, paying, our, renews, subscription, seats, contract,
    licence, license, account, currently, still, know, knows, got, run, runs, from`),
  asking: wordsIn(`
    different, difference, differ, cheaper, than, like, heard, hear, told, recommended, better, worse, never, not, bank,
    sent, sends, compete, competitor, competitors, everyone, everybody, everyones, why`),
} as const;
