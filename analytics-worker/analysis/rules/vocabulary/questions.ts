import { wordsIn } from './lines.ts';

/** What an agent asks about, as frames over the agent's words. "How many" is told apart in find/asked.ts. */
export const questions: Record<string, readonly string[]> = {
  team_size: wordsIn(`
who works|uses|sends|handles|prepares|writes|collects|issues|manages|touches, who ..4 sends|handles|prepares|writes|collects|issues it|them|those|these,
which of your|you people|staff|team|colleagues ..3,
who ..4 would|will|is|are|else|should ..4 use|using|send|sending|sign|signing|work|need|access|system|it|handle|handling|write|writing|prepare|preparing|do|doing|operate|operating|manage|managing|collect|collecting|look|issue|issuing|run|running,
need|have|get|want accounts|account|access|logins|login|seats, just|only|mainly you, anyone|anybody else ..3,
how many|much ..3 would|will|do|would|could|should|might|are|need|are|going ..3 use|using|send|sending|need|access|sign|signing|log|touch|work|write|issue|involved|accounts|there,
how big|large|small ..4, what is|are the|your size of|team|company|headcount, what size is|team|company|firm|of,
is|are it just|only you, is that just|only you, just you|yourself or|then,
do|are|would you work|working|be|doing ..2 alone|on|by, are there ..2 others|other|anyone|anybody|more in|on|with|there|at|working|who|besides|or,
are there others|other ..3 use|send|work|using|sending, is it|that only|all you|yourself, only|just you|yourself, what|how about the|your team|people|staff, your team, and the|your team,
and|so|also|about the people|ones|colleagues|staff who send|sends|sign|use|uses|prepare|handle|write,
who|anyone|anybody else would|will|is|needs|uses|sends|be|there|on|in|work|involved|using,
number|count of users|people|staff|seats|licences|licenses|employees|agents|reps|accounts,
headcount, size|number of your|the team|company|firm|people|staff|users|practice|business, head|team count|size,
are you|we ..2 # people|staff, how|what about your team, tell me about your|the team|company|firm|business,
are|is|would|will # people|users|staff|of|persons|employees, who would|will be|use using|sending|it|this
`),
  monthly_volume: [
    'what|which ..2 volume|volumes|quantity',
    'what|which ..2 monthly|usual|typical|average number',
    'volume|quantity|usage',
    'how often do|does|would|is|are',
    'average|total',
    'how much ..2 paperwork|do|volume',
  ],
  location: wordsIn(`
where are|is you|your|the ..6, where ..2 based|located|calling|from, where do you work|sit|operate,
which|what city|town|part|country|region|area|state|place, whereabouts, where are|is you, what is your location,
based in?, where you are
`),
  industry: [
    'which|what company|firm|business|practice|organisation|organization',
    'what is the company|name',
    'what is|are ..3 business|company|startup|firm',
    'what ..2 business|industry|sector|field|trade|line|company|firm are|is|do|of|does',
    'what|which industry|sector|field|line|business|trade',
    'what do|does you|your|the company|firm|business|agency|organization|organisation? do|make|sell',
    'what kind|sort|type of business|company|firm|organisation|organization|work|practice|agency|shop|place|outfit',
    'tell me about|a your|little|bit ..3 business|company|firm|organisation|organization',
    'what does your ..3 do',
  ],
  use_case: wordsIn(`
any|which other ..1 documents|document|paperwork|forms|contracts,
what kind|kinds|sort|type|types|sorts of ..2 documents|document|paperwork|form|forms|paper|papers|contracts|agreements|files|things,
what|which ..2 documents|document|paperwork|form|forms|paper|papers, signatures for|on, what ..2 signatures,
what should|must|has|needs|would ..2 be|get|being|is|are ..1 signed|sent,
what would|will|do|are|did|is|else|could|might|does|kind|it ..6 sign|signed|send|sending|signing|signs|sends|out|use,
what is it|that ..5 sign|signed|send|signs, something|anything ..4 signed|sign|sending|send, which ones|kind|type,
what ..4 want|need|like|looking|hoping|hope ..3 signed|sign|sending|send, what are they|those|these,
what ..3 mainly|mostly send|sending|sign|use, what would|do you use it|this|us for, what|which ..3 go|goes|going through|over|into, what is the|your use,
what ..5 for
`),
  current_tool: wordsIn(`
anything|something ..2 today|now|place|already|currently|moment, already ..2 have|use,
is there ..2 tool|system|process|software,
how|what do|are|does|is ..6 now|today|moment|currently|minute|present|far|nowadays|days,
what ..3 using|use|doing|happens|sending,
how do|does|are ..4 sign|signed|send|handle|sending|manage|currently|do|collect|get|signing|fill|work|done|sent|go|capture,
what do|does|did ..6 with|use, what ..3 process|tool|software|system|setup|solution look|do|are|is|you,
how is|are it|this|that|they|those ..2 done|handled|signed|sent, currently|today|already|now ..3 using|use,
are|do you already|currently|today? using|use, what ..3 current|existing|present,
how does that|it|the process ..3 look|work|go, all|goes|go by post|paper|email|hand|mail,
that|it|this|those|they|you|and is|are|do|does|sign|send|it|this|them ..3 on|by|in|all|just|still|mostly? paper|post|hand|email|print|manual|pen|ink|mail,
what do|does you|they ..3 do|doing about|with|for, how do you renew|issue|agree|deliver|exchange|pass|gather|chase|keep|track|confirm|submit|file|arrange|organise|organize|complete|return|circulate
`),
  integration_needs: [
    'linked|synced|plugged|integrated|hooked|fit',
    'health record|records',
    'ehr|emr',
    'practice|case|booking|reservation|property|document|patient|client|customer|school|tenant|fleet|inventory management|system|software|database',
    'accounting|bookkeeping system|software',
    'hr system|software',
    'integrate|integration|integrations|connect|connected|connects|connection|plug|sync|hook|hooked|tie|link|linked|talk|talks',
    'work|works|working with|alongside|together ..2',
    'which|what|any|a ..2 crm|system|systems|software|tools|apps|platform|platforms',
    'crm',
    'work with|alongside',
    'fit in|into|with',
  ],
  decision_timeline: wordsIn(`
timescale|timescales|timeline|timelines|deadline|deadlines, by when,
when would|do|are|will|does|is|did|should|were|might|must|could|has|by|it|you|would ..7 start|live|running|decide|ready|choose|go|place|use|using|begin|move|picked|switch|deadline|on|launch|roll|rolling|working|decision|sign|end|ends|expire|it|this|up|finished|done|settled|meet|need|change|begin|introduce|introduced,
how soon|quickly|fast|urgent|urgently, what is|are your|the ..2 timeline|timing|time|timeframe|schedule|deadline|date,
your|any|the timing|timeline|timeframe|deadline, date|dates you have|had in, from what|which date, is|have|there|any ..4 date|deadline|timeline|timeframe,
when do|would|are|is you|it|they|your|that|she|he ..5, looking to start|decide|move|switch|go|buy|implement,
time frame, is there a|any rush|hurry, how urgent, in a hurry|rush
`),
  budget_authority: wordsIn(`
need|needs|have|has|want|wants to ..1 approve|agree|okay|sign|clear, need|have to ask|check|clear|run|consult ..2 anyone|anybody|someone|somebody, anyone|anybody|somebody|someone ..2 above|over you, you ..3 sign|signing it|this|that? off, _ decides|approves|chooses|picks, you own|run|lead ..3,
your ..2 role|part|say, do|are you ..2 own|owner,
who ..4 decide|decides|decision|approve|approves|choose|chooses|choosing|picks|pick|sign|signs|buy|buys|say|agree|authorises|authorizes|call|make|makes|go|budget|purse|money|pays|okay|ok|purchase|ahead|signing|approval|final|say|involved,
you|yourself|your ..4 decide|approve|deciding|approving|decision|choose|choosing|decisions|buyer|approval|authority|picking|buying,
is that|it|the|this ..4 your|yours decision|call|choice|alone|to|?, decision|call|choice|say|yours ..2 yours|is|make,
does|do|would|will|need|needs anybody|anyone|somebody|someone|someone|else ..4 approve|agree|decide|sign|okay|approval|to|involved,
whose ..3, is the decision yours, to whom,
who has|needs|holds|controls|makes|gives|signs|picks|decides,
can you decide|approve|buy|sign|choose, decision maker|makers|making, budget, be the one|ones|person
`),
  urgency: [
    'pressure on',
    'need it ..2 soon|quickly|fast',
    'is it urgent',
    'in a hurry',
    'how urgent|urgently|soon|quickly',
    'is it|this|there urgent|rush|hurry|pressing',
    'any|a rush|hurry|deadline',
    'hard|fixed deadline|date',
  ],
  pain_points: wordsIn(`
problem|problems|trouble|troubles|bother|issue|issues|pain|headache|headaches|challenge|challenges|frustrating|frustrations|wrong|worst|difficult|annoying|struggle|struggling|better|improve|fix|hurts|worries|bothers|slow|slows|missing|miss,
how is|does|are that|it|they|email|this|paper|things|everything working|work|going|go|find, how do you find,
what happens|made|brings|prompted|went|goes|makes|brought|led,
why are|do|is|did ..4 looking|look|leave|change|switch|now, what is the reason, what is wrong|going|not,
what would you want|like|change|improve, happy|satisfied|content with, what ..2 situation,
what kind|sort of ..2 trouble|problem|issue, what is the situation, what is going on, what can i|we
`),
};

/** What a question of a few words asks for: "And timing?", "Any systems?", "and today". */
export const shortQuestions: Record<string, readonly string[]> = {
  team_size: [
    'headcount',
    'in|at|on|behind the office|shop|desk|front|counter',
    'team|users|people|seats|headcount|staff|colleagues',
  ],
  monthly_volume: ['volume|volumes|quantity|monthly'],
  location: ['location|city|where|based|whereabouts'],
  industry: ['industry|sector|business|trade'],
  use_case: ['documents|paperwork|document|forms|which ones'],
  current_tool: ['today|currently|now|setup|tool|process', 'what with', 'with what', 'which tool|one|product'],
  integration_needs: ['integrations|integration|systems|system|crm|software|tools|erp'],
  decision_timeline: [
    'ready|hoping|want|planning|looking|able|like to start|decide|go|begin|switch|move|sign|buy',
    'timing|timeline|timescale|deadline|date|when|timeframe',
  ],
  budget_authority: [
    'anyone|anybody|someone above you',
    'your|the call|choice',
    'buying|purchasing work',
    'can you go ahead',
    'budget|decision|approval|who|authority|role',
  ],
  urgency: ['urgency|urgent'],
};
