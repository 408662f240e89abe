import { vocabularyOf, wordsIn } from './lines.ts';

/** What a caller says that matters, by kind; `<feature>` and `<role>` name what it is about. */
export const passageFrames = {
  buying_signal: wordsIn(`
    how|when|where ..3 start|started|sign up|begin, can|could|when i|we ..2 start|begin|buy|order,
    how soon|quickly|fast can|could|would, what ..4 next steps|step,
    send ..2 contract|quote|invoice|proposal|order|agreement|paperwork, let us ..1 do|go|book|start|sign|try|get,
    we|i are|am ready to, want|like|love|happy|ready to ..1 start|buy|sign|go|try|get|book|see|order|move,
    where do i|we sign, do you take ..2 cards|card, is there a ..1 discount|trial|contract,
    can|could you ..2 set|put us|me ..1 up|down, live ..1 by|before|in|next|on,
    how long ..3 setup|set|onboard|implement|implementation|get|take, go ahead, sign me|us up,
    what ..3 need|needed to ..1 get|start|sign, which|what plan ..3 we|i|you, free trial,
    how|what ..4 onboarding|training ..1, we have ..1 budget, budget is ..2 approved|there,
    that is ..1 what we|i ..1 need, exactly what we|i, we|i will take it|#, book me|us,
    demo ..3 please|next|tomorrow|this`),
  feature_request: wordsIn(`
    do|does|can|could|will you|it|they ..3 have|do|support|offer|handle|send|remind|sign ..5 <feature>,
    is|are there ..3 <feature>, would be ..1 nice|great|good|ideal|helpful ..2 to|if ..6 <feature>,
    wish ..6 <feature>, need|want|require|looking ..5 <feature>, must|has to have|support|be ..4 <feature>,
    i would like|love ..4 <feature>, does it have|come|support ..4 <feature>, any <feature>,
    important ..6 <feature>, can|could ..4 <feature>`),
  stakeholder: wordsIn(
    `my|our|the <role> ..2 has|would|will|needs|wants|decides|signs|approves|is|said|asked|likes|hates|does|must|makes, ask|tell|convince|show|with|by|to|past my|our|the <role>, i am ..1 a|the <role>, she|he is ..1 a|the|our|my <role>, <role> ..1 to approve|sign|decide|agree`,
  ),
  switching_barrier: wordsIn(`
    locked|tied|stuck|bound|committed in|into|to|with|until,
    contract|subscription ..4 runs|until|till|ends|expires|renews, under contract,
    all|everything ..2 our|my|the ..2 templates|documents|contracts|data|history|files ..2 in|there|on,
    moving|migrating|transferring|importing|migrate|move ..3 templates|documents|everything|data|contracts|over,
    trained|training|retrain ..2 staff|team|people|everyone|everybody, paid ..3 front|advance|year|upfront,
    too much ..1 hassle|trouble|effort ..1 to ..1 switch|change|move, used to ..1 it|this|the|our|<competitor>,
    just ..1 signed|renewed|bought|moved|switched, learning curve, we|i built|set|have everything ..2 around|up|in`),
  comparison_request: wordsIn(`
    how|what ..5 different|better|compare|compares|difference|differ ..3 from|than|to|with|between,
    compare|compared|comparison ..4 to|with|<competitor>, versus|vs ..1 <competitor>,
    better|cheaper|different|worse|like than? ..1 <competitor>, why ..4 over|than|instead ..2 <competitor>,
    what ..3 you ..2 do|have|offer ..3 <competitor> ..2 not|does, advantage|advantages ..3 over`),
  affirmation: wordsIn(`
    exactly, absolutely, definitely, that is ..1 right|true|correct|it, sounds ..1 good|great|fine|perfect,
    makes ..1 sense, perfect, great, good point, fair enough, i like that|it, i see, that works, works for me|us,
    of course, correct, brilliant, excellent, lovely, wonderful, nice, cool, awesome, sure, yes, okay, right,
    got it, understood, sweet, super, fantastic, amazing, love it|that`),
  clarification: wordsIn(`
    could|can|would you ..1 repeat|say|explain|clarify|rephrase ..2 that|it|again, say that|it again, come again,
    pardon, sorry what|i, what was that, what did you say,
    did not ..1 catch|hear|get|understand ..1 that|you|it|what, not ..1 catch|hear|get ..1 that|you,
    what do you mean, how do you mean, what does that mean, what is that ..1, not ..1 understand|follow|sure what,
    one more time, slower|slowly, you cut|broke ..1 out|up, breaking up, excuse me, which one|1, meaning what, huh,
    repeat that|please|it, again please, can ..1 hear you, what is a ..2`),
} as const;

/** The agent shows that he listens: he takes up what was said. */
export const listening = wordsIn(`
  i see, i understand, understood, got it, noted, i hear you, that makes sense, makes sense, fair enough|point,
  so you|your|that|it|the|# ..8, if i understand, let me ..1 make sure|confirm|repeat|recap|summarise|summarize,
  to confirm|recap|summarise|summarize, sounds like|frustrating|painful|tough|difficult,
  that sounds|must|is ..1 be? frustrating|painful|tough|difficult|hard|annoying|stressful|slow|impressive|reasonable|understandable|clear,
  sorry to hear, i can imagine, you mentioned|said, as you said,
  thanks|thank ..1 for telling|sharing|explaining|being, good to know, right so, okay so, of course,
  that is ..1 understandable|fair|helpful|useful|impressive|lovely|clear, i appreciate|apologise|apologize,
  you are right`);

/** What can be asked for, by its short name. */
export const features = vocabularyOf(`
bulk_send = bulk, bulk send, bulk sending, mass send, send in bulk, batch, several at once, many at once
templates = template
reminders = reminder, automatic reminders, nudge, nudges, chase automatically, remind people
mobile = mobile, mobile app, app, phone app, on the phone, on their phone, on a phone, tablet, ipad
offline = offline, without internet, no signal, without a connection
branding = branding, our logo, logo, white label, custom branding, our colours, our colors
audit_trail = audit trail, audit log, history of who signed, proof of signature
qualified_signature = qualified signature, qualified, qes, eidas, advanced signature
api = api, webhooks, embed, embedded signing, sdk
sso = sso, single sign on, okta, azure ad
payments = payment, payments, collect payment, take payment, deposit
in_person = in person signing, in person, at the door, on the spot, kiosk
languages = other languages, spanish, french, german, two languages, 2 languages, italian, polish, language
approvals = approval workflow, approval step, approvals, internal approval
fields = form fields, fields, checkboxes, conditional fields, dropdowns
attachments = attachment, upload files, attach, photo, photos
id_check = id check, identity check, id verification, identity verification, text code, sms code, two factor
notary = notary, notarization, remote notary, witness
storage = storage, archive, retention, folders
analytics = analytics, reporting, reports, tracking, see who opened, dashboard
editor = editor, pricing table, quote builder, redlining, comments
import = import templates, import, migrate our templates
signing_order = signing order, in order, sequence, one after the other, several signers, multiple signers
stamp = stamp, seal, company stamp
export = export, download all, csv
`);

/** What a call is about, by subject. */
export const subjects = vocabularyOf(`
pricing = price, pricing, cost, how much, per user, per month, discount, quote, plan, plans, fee
security = security, secure, gdpr, hipaa, encryption, encrypted, soc 2, data, privacy, audit trail, compliant
legality = legally binding, legal, court, eidas, esign act, qualified, witness, enforceable
integrations = integration, integrate, connect, api, webhook, salesforce, hubspot, zapier, crm, sync
templates = template
reminders = reminder
mobile = mobile, phone, tablet, ipad
onboarding = onboarding, set up, setup, training, migrate, import, trial, getting started
support = support, ticket, help line, customer service
team = team, users, seats, colleagues, staff
volume = a month, a week, a year, documents, contracts, envelopes
timeline = deadline, by monday, next week, next month, this month, go live, timeline
competitors = docusign, pandadoc, hellosign, adobe_sign, proposify
billing = invoice, billing, refund, charged, subscription, renewal
`);
