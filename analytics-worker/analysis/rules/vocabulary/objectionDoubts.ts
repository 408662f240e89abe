import { wordsIn } from './lines.ts';

/** How a doubt is put; what it is about stands around it. The sets are those of `objectionSets.ts`, people and products. */
export const doubts = {
  /** It bars the way: what nothing else explains is a missing feature. */
  bar: wordsIn(`
without ..7 <useless>, <useless> ..3 without|unless, if ..2 not|no ..8 <useless>, unless ..8 <useless>,
it is|would be finished|over|dead|done ..4, if|until|unless|without ..12 can|could not ..2 take|go|move ..3 further|forward|ahead|on, knockout|knock out, unless|until ..8 can|could not,
has|have|need|needs to ..1 program|code|build|develop ..2 something|it|that|anything, has|must|needs|need|have to? ..6 otherwise|or|else ..6 <useless>, must be|have ..5 otherwise|or,
deal|show breaker|stopper|killer, that|it|this rules|ruled it|us|you|that out,
that|this|it|which is|would|might|will|could be? a|the|our|my|really|quite? real|big|huge|bit|kind|major|serious|total|complete? of? a? <worry>,
this is|be problem, this is <worry>, not ..2 good|suitable for us|me|our,
important|essential|critical|crucial ..12 if ..2 not|no ..3 <useless>
`),
  doubt: wordsIn(`
my|our|only|big|main|biggest|real|her|his|their|1|major|serious|first ..1 <worry> ..1 is|with|about|would|though|there|being|was,
there is|are a|some|1|my|our <worry>, here is my|our|the ..1 <worry>, got|have a|one|1|my ..1 <worry> ..1 about|with|over,
what|thing|that|it ..1 worries|bothers|concerns|scares|stops|troubles|frightens|puzzles me|us|my|our,
i|we|am|are|would|feel|makes|make|made|me|us|is|bit|little|quite <uneasy>, <uneasy> about|of|that|to|because|with,
i|we am|are ..2 not ..2 <sure>, not ..2 <sure> ..1 about|if|whether|with|how|on|of|yet|any|it|this|that,
i|we do? ..1 doubt|fear, hesitate|hesitating, i|we do? not ..1 trust|believe, i|we can not ..1 see|imagine|picture,
have|got the|a|some ..1 fear|worry|doubt ..1 that|it|about, would|had my|me|our doubts, have|got|has ..2 concerns|doubts|reservations|misgivings|hesitations|worries|qualms, hard|tough|tricky sell,
hard|tough|tricky|difficult to sell|justify|swallow|convince|persuade|explain, puts|putting|put me|us off,
gives|giving|gave me|us pause, makes|make|made me|us ..1 hesitate|pause|think,
sounds|seems|feels|looks ..2 risky|scary|worrying, is|are ..2 risky|scary|worrying|worrisome,
would|will not ..1 go for|fly|work for|here|with, rather not,
been|got|were|was ..2 burned|burnt|bitten|stung|let ..2 by|before|with|once|last|badly, learned|learnt ..2 hard way,
would|will ..1 freak|panic|object|flip|balk, have a ..1 fit|heart|meltdown, go mad|nuts|ballistic|mental|spare,
<boss> ..3 choke|faint|scream|explode|laugh|cry
`),
} as const;

/** What a doubt is about; of two that fit the same words the upper counts. */
export const topics = {
  trust: wordsIn(`
security|secure|safe|safety|privacy|gdpr|hipaa|compliance|compliant|servers|server|american|abroad|offshore|encryption|encrypted|hacked|hack|hackers|hacking|breach|breaches|leak|leaks|leaked|secured,
<sensitive> ..5 <online>,
client|customer|patient|personal|sensitive|confidential|clients|customers ..1 data|information|records,
data ..3 stored|kept|sits|live|hosted|goes|protection|privacy|law,
legally|binding|enforceable|validity|legality|court|judge|lawsuit|lawyers,
legal validity|value|standing|weight|status|force|side, stands|stand|hold|holds up, cloud,
trustworthy|reliable|reliability|uptime|outages|downtime, lock|locked in,
you|company|startup ..3 around|bust|bankrupt|disappear|under|new|small|young,
government|regulator|regulators|registry|ministry|embassy|inspector|auditor|notary, wet ..1 signed|ink|signature, accept|accepted|recognised|recognized ..2 by|in|electronic,
scam|fraud|forged|forgery|fake|forge|squiggle, ai|robot|bot|machine,
everyone|everybody|they|all|salespeople|vendors ..1 say|says|promise|promises|claims|claim
`),
  integration: wordsIn(`
integration|integrations|integrate|integrates|integrating|connect|connects|connecting|connection|sync|syncs|synced|syncing|plugged|api|interface|migrate|migration|migrating|importing|plug|sso|compatible|compatibility|connector,
program|programming|developers|coding|code|script, work|works|working|play|plays|talk|talks|fit|fits|tie|ties ..2 with|to|into|in|alongside ..2 our|my|<system>,
<system>, moving|move|transfer|transferring ..4 over|across
`),
  price: wordsIn(
    `<priced>, budget|budgets|expense|expenses|licensing|money|affordable|afford|spend|spending|paying|pay|cheap, per seat|user|envelope|document|head`,
  ),
  authority: wordsIn(
    `convince|persuade|get|sell|past|by ..3 <boss>, <boss> ..3 approve|approves|agree|agrees|convince|persuade|like|go|see, <approval>, my decision`,
  ),
  timing: wordsIn(
    `timing|timescale, time|bandwidth|capacity|resources to|for, busy|peak|high season|period|time, takes|take ..2 long|weeks|months|ages|while, rollout|implementation, before|by ..2 <later>, now`,
  ),
  status_quo: wordsIn(
    `<user> ..5 adopt|use|using|learn|learning|accept|used|change|switch|adapt|figure|cope|embrace|get|sign|handle|take|go, <change>, adoption|training|retrain|retraining|relearn, learning curve, <another>, older|elderly|old ..1 clients|customers|people|folks|staff|partners|patients, disruption|transition|habit|habits`,
  ),
  competitor: wordsIn(`
<competitor>
`),
  feature: wordsIn(`
in|only ..1 english|french|german|spanish|italian|polish|arabic,
feature|features|functionality|functions|capability|template|templates|bulk|reminders|branding|mobile|app|language|languages|offline|audit|reporting|workflow|workflows|fields|formatting|attachments|notary|witness|storage|limit|limits|size|support|logo|editor|analytics|tracking|payments|sms|stamp|stamps|seal|approvals,
complicated|complex|fiddly|difficult|overkill|confusing|basic|clunky|usability, missing|lacking|lack|lacks|without,
not have|do|support|handle|offer|possible|available, qualified|advanced, otherwise
`),
} as const;
