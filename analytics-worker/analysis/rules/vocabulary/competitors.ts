import { wordsIn } from './lines.ts';

/** How a caller stands to a product that is sold instead; `<product>` is its name. */
export const stanceFrames = {
  /** Weighed, and no longer: "we had it on the list, but it's out". */
  ruledOut: wordsIn(`
    <product> ..8 ruled ..1 out, ruled ..2 out ..3 <product>, <product> ..9 they|it|that is|are ..1 out, crossed|struck ..2 off ..3 <product>, <product> ..6 off the list|table,
    <product> ..6 too much|big|heavy|complicated ..1 product|tool|for, <product> is|are|was ..1 out, not ..1 considering|interested ..2 <product>, <product> ..6 not ..1 an option, decided|said ..1 against|no ..2 <product>`),
  never: wordsIn(
    `never ..2 used|tried|heard|had|touched|seen ..3 <product>, have|has not ..2 looked|tried|seen|used|checked ..3 <product>, if|imagine|suppose ..1 we|i|you ..1 used|had|bought|have|took|use ..3 <product>`,
  ),
  /** He has it still. */
  leaving: wordsIn(`
    replace|replacing|replacement|leave|leaving|cancel|cancelling|ditch|ditching ..1 for? <product>, move|moving|switch|switching|migrate|migrating|get|getting|come|coming ..2 off|away|from|of <product>`),
  left: wordsIn(`
    left|dropped|ditched|cancelled|canceled|quit|binned|scrapped|dumped|abandoned|sacked|axed|terminated ..3 <product>,
    used to ..1 use|have|be|work|run|pay|do|send ..3 <product>, stopped|quit|gave ..1 using|up|paying ..2 <product>,
    got|getting rid of <product>,
    moved|switched|migrated|changed|came|went|walked ..2 off|away|from|over|on ..1 <product>,
    moved|switched|came ..2 from ..1 <product>, coming from|off <product>,
    not|no|never ..1 use|using|have|pay ..2 <product> ..2 anymore|longer,
    no longer ..2 use|using|have|on|with|pay ..2 <product>, not ..1 on|with|using <product> anymore,
    <product> anymore, was|were ..3 on|with|using|customers|users|subscribed|paying ..4 <product>,
    used ..4 <product>, i|we|had had? had <product>, i|we|just|already|previously had ..1 <product>,
    tried|trialled|trialed|piloted ..3 <product>, been on|with|through <product> before,
    once|previously|before|originally|formerly ..3 <product>,
    <product> ..6 binned|ditched|cancelled|canceled|dropped|quit|stopped|switched|expired|lapsed,
    last ..6 had|used|was|tool ..2 <product>, <product> before ..1 that|this, before ..1 that|this ..5 <product>,
    after <product>, burned|burnt|let by|down by|by? <product>, <product> did|was not ..2 work|for|out,
    bad experience|experiences with <product>, fed up with and left <product>,
    old|previous|former|last tool|system|provider|vendor|one ..3 <product>, ex <product>,
    <product> was ..4 disaster|nightmare|mess|pain|terrible|awful|useless|horrible|joke ..2 so|and,
    <product> ..3 never again, <product> ..8 went|gone back to, outgrew <product>, came back|out from|of <product>,
    parted|broke ways|up with <product>, let ..2 <product> ..2 lapse|expire|go, gave up on <product>,
    gone|went off <product>`),
  evaluating: wordsIn(`
    looking|looked|look ..2 at|into|to ..5 <product>, comparing|compare|compared|comparison|weighing ..5 <product>,
    evaluating|evaluate|evaluated|considering|consider|testing|test|trialling|trialing|trying|try|reviewing|exploring|shortlisted|shortlist|checking|demoing|assessing ..5 <product>,
    talking|talked|spoke|speaking|spoken|talk|chatting|met|meeting|negotiating|discussions|conversation ..2 to|with ..3 <product>,
    demo|demos|quote|quotes|trial|offer|proposal|pitch|presentation|quotation|pricing|price ..2 from|with|of|at|by ..3 <product>,
    <product> ..2 told|tells|assured|promised|called|rang|emailed|approached us|me|him|our, <product> ..2 came|come|comes in|out ..1 at|cheaper|lower|higher, <product> ..2 is|are|was|were ..2 cheaper|pricier|dearer|half, they|<product> ..3 their price|offer|quote|demo,
    other|two|three|few|handful|couple ..3 <product>, have|got|want ..2 quotes|prices|offers ..2 <product>, against <product>, <product> ..1 on the list|table|shortlist,
    <product> ..3 demo|trial|quote|offered|pitched|gave|quoted|offers|offer|sent|showed|said|wants|want|rep,
    between you ..1 and ..4 <product>, you and|or|versus|against ..3 <product>, <product> and|or|versus|against you,
    it|its|is between ..4 <product>, down to ..5 <product>,
    also|other|others|another|second|alternative|alternatives|candidate|candidates|contender|finalists|list|options ..4 <product>,
    <product> as well|too, <product> ..2 in|on ..1 running|mix|shortlist|list,
    <product> looked|looks|seemed|seems|sounded ..2, leaning|tending|inclined ..2 towards|toward|to ..1 <product>,
    go|going|gone|went|decided|switch|switching|move|moving|signing|sign|signed ..1 with|for|on|to|up ..2 <product>,
    signed up for|to ..2 trial|demo ..2 <product>, saw|seen|watched ..3 <product>, got ..3 from <product>,
    checking out <product>, thinking about|of <product>, might|may|could go with|for <product>,
    interested in <product>, <product> ..1 is|are ..2 option|alternative|cheaper|favourite|favorite|contender,
    <product> ..2 on ..2 friday|monday|tuesday|wednesday|thursday|tomorrow|week`),
  using: wordsIn(`
    use|using|uses ..4 <product>, we|i have|has|got|run|pay ..4 <product>, on|with|through|via|in <product>,
    on|with the|this|just|only <product>,
    currently|today|now|presently|existing|current|present|already|still ..5 <product>,
    paying|pay|spend|spending ..1 for|with|to? <product>, paying|pay <product>,
    been|are|am|is using|with|on|paying|in ..3 <product>,
    stuck|locked|tied|bound|married ..2 with|to|in|into|on ..3 <product>,
    <product> is what ..3 use|uses|using|have|has|got, <product> ..3 that is what we|i ..1 use|have,
    team|office|company|legal|sales|hr|finance|department|firm|guys ..2 use|uses|run|runs ..1 <product>,
    <product> is|are ..1 killing|eating|costing|charging|driving|bleeding|hurting|ripping|slow|clunky|annoying,
    our|my ..2 <product>,
    <product> ..2 contract|subscription|renewal|license|licence|account|bill|plan|invoice|agreement|seats|expires|renews|customer|user|users,
    <product> ..3 runs|run|ends|expires|renews|up ..2 out|in|for|renewal|next|soon|friday,
    <product> today|now|currently|right, <product> at|for the|now moment|mostly,
    move|moving|switch|switching|migrate|migrating|get|getting|leave|leaving|replace|replacing|cancel|cancelling|canceling|ditch|ditching|dump|dumping|drop|dropping|out ..3 off|away|from|of|our|over|with|rid ..2 <product>,
    jump|jumping|away|change|changing|go|going ..3 from <product>, our|my|the ..2 people|staff|team|girls|lads|office ..1 know|knows|have|has <product>,
    leave|leaving|replace|replacing|cancel|cancelling|canceling|renew|renewing|renewed|ditch|ditching <product>,
    get|getting|want ..1 rid|out|off of? <product>,
    happy|unhappy|satisfied|fed|frustrated|struggling|annoyed|fine|stick|sticking|staying|stay|content ..2 with|up|using|on ..1 <product>,
    <product> ..4 for years|# ..1 now|already|years?, we|i have|has ..2 <product>,
    we are|am a? <product> ..1 shop|house|customer|customers|user|users|people,
    <product> since|keeps|kept|came|comes|drives|does|does|makes|made|raised|increased|increases|put|logs|doubled|hiked|got|gets,
    <product> and|but|it|because ..2 it|they ..1 is|keeps|works|does|costs|takes,
    everything|all|it ..3 goes|runs|go|done|sits|lives ..2 through|in|via|on|with <product>,
    send|sends|sending|sign|signing|do|does|doing ..5 in|with|through|via|by|on|using <product>`),
  /** Somebody else's, never used, or a question about it. */
  mentioned: wordsIn(`
    mentioned|mentions|recommended|recommends|suggested|suggests ..2 <product>, pushes|pushing|push|swears by?|likes|loves|prefers|wants|fan ..2 of? <product>, works|worked|working ..1 at|for <product>,
    do|does|did not ..2 use|have|need|like|want|know ..2 <product>, not <product>, heard ..3 <product>,
    like|than|versus|unlike|instead|rather ..1 than|of? <product>, as ..3 as <product>, same ..2 as <product>,
    compare|compares|different|difference|better|worse|cheaper|differ|compared ..4 to|with|from|than|and|between ..2 <product>,
    kind|sort|type|version of <product>,
    someone|somebody|people|friend ..3 mentioned|recommended|said|mention|recommends|suggested|swears ..2 by? <product>,
    someone|somebody|everyone|everybody|they|he|she|clients|client|customers|customer|supplier|suppliers|bank|banks|vendor|vendors|landlord|agency|parent ..4 use|uses|used|has|have|send|sends|using|sent|had|on ..4 <product>,
    get|got|getting|receive|received|receiving|sent ..5 <product> ..2 from|by|emails|envelopes|link|links,
    import|migrate|convert|transfer|bring ..4 from <product>, do|are|is you|it ..4 like|similar ..1 to? <product>`),
} as const;

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
