import { wordsIn } from './lines.ts';

/**
 * Words of things that go wrong, whatever the thing: who is asked how he does it today and says one of these tells of a pain; elsewhere it
 * takes two.
 */
export const mishaps = wordsIn(`
lost|loses|losing|misses|forgetting|forgets|forget|forgot|jammed|jams|crashes|crash|crashing|freezes|fails|failing|failed|breaks|bounces|dissolve|dissolved|vanishes|vanished|disappears|disappeared,
unsigned|unreadable|illegible|blurry|smudged|soaked|soggy|torn|missing|incomplete|wrong|late|expired|stale|outdated|mangled|crumpled|muddy|black|blank,
crying|cry|tears|yelling|shouting|swearing|cursing|complaining|complain|moaning|furious|angry|confused|annoyed|fuming|tormented|grief|misery|hell|murder|torture,
chasing|chase|chases|nagging|hunting|rummaging|begging|hounding|waiting|queueing|queuing|retyping|rekeying|reprinting|rescanning,
rain|rains|wet|mud|mush|coffee|wind|dog ..1 ate, poof, and then ..2 nothing, gone missing, goes missing, never ..2 arrives|arrived|comes|came|back|seen|know|knows|signed|sign|get|got,
nobody|noone ..2 knows|answers|reads|signs|signed|bothers|remembers|can|ever, half ..2 them|time|people|clients|customers|of, a third ..1 come|of, somebody|someone ..3 forgets|forgetting|forgot|denies|denied|swears|swore|leaves|drops,
falls|fall|falling over|apart|through|down, takes|take|took|taking ..2 us|me|the|a|ages|forever|days|weeks|hours|guts|week|fortnight|month|#, # days|weeks late|later|behind, one day goes,
turns|turn|turned up ..3 late|when|wrong|shut|drunk|gone, by the time ..6 finished|gone|over|signed|late|out, shut|shutting|shuts|closing|winding down, panic|stuck|stranded|dead|out of action,
through the nose, arm and a leg, rip|ripped|ripping off, bleed|bleeding|eating us|me, kept|keep|keeps bumping|putting|raising|hiking|jacking|changing|adding, doubled|tripled the|our|my, surcharge|surcharges, charges|charge ..1 # ..3, cost|costs|costing us|me ..3 #,
blur faces, clipboard|clipboards ..2 crying, have|has to ..1 log|type|enter|print|sign|scan|drive|ring|call ..4 again|twice|times|every|three|in|each, does nothing ..3 but, ends|end up ..1 signing|doing|driving|paying|printing|ringing,
differently, nothing matches, does not match, mismatch, jump|jumps|jumping about|around, boxes|piles|stacks|drawers|mountains|heaps of, # places|times|inboxes|spreadsheets|folders, spend|spends|spending ..2 my|half|hours|days|a|#, eats ..2 hour|day|evening|morning,
paying for|through ..6 use|uses|never|not|nose|half, been through ..1 war|wash, log|logged ..1 in ..1 # times, swears|swore blind, denies|denied ..2 ever, kicks|kicked|kick ..2 back, dings|dinged|fined|fines|penalty|penalised|penalized
`);
