import { wordsIn } from './lines.ts';

/** How a caller speaks of his own business: before its name, "we're a …", "I work at a …". */
export const ownBusiness = wordsIn(`
i|we am|are|is ..4, i|we chair|represent|lead|head|help|teach|run|own|manage|started|founded|operate|have|got ..4,
i|we have got|been ..4, i|we work|works|working in|at|for|with ..4,
i|we call|calling|ring|ringing|phone|phoning|speak|speaking|am|are|from|for ..2 from|at|for|with|behalf ..4,
calling|ringing|phoning|here|speaking|am|are|is|come|based|over from|at|for|with|of ..4,
this is ..5 from|at|with|of|over ..4, it is _ _? from|at|over|of|with at? ..3, my name is _ _? from|at|with|of ..3,
it|this is|was a|an|my|our|the ..3, my|our|this ..1, for|at|in|with|of a|an|my|our|this|the ..4,
head|director|manager|owner|founder|partner|run|runs|running|look|part|own|owns|manager|managing|operations|dispatch|sales|here|purchasing|marketing ..2 of|at|for|in|after|with ..5,
us|we are just|only|basically ..4, here at|in the|a|an ..3, as a|an ..4, we are into|in ..2, in the, i|we|here|me|us
`);
export const doing = [
  'we|i do|sell|install|make|build|offer|provide|organise|organize|plan|put|fit|run|produce|supply|handle|arrange|cover|manage|lend|rent|teach|train|repair|distribute|import|export|buy|manufacture|broker|specialise|specialize|work|deal|mostly|mainly|only|just|have|ship|move|print|publish|translate|develop|design|service|clean|grow|write|am|are ..6',
  'we|i am|are|have been ..2 in|into|doing|selling|making|building|running|organising|organizing ..4',
  'what we do is ..4',
  'mostly|mainly|primarily ..3',
  'commercial|residential',
];
/** Those whom he serves are no business of his: "for restaurants", "our clients are hotels". */
export const served = wordsIn(`
clients|customers|tenants|buyers|guests|users are|is|like|include|were|being ..3,
for|to|with|by|serve|serves|serving|mostly|against|between|from other|foreign|local|small|big|large|private|some|various|different|many,
sell|sells|selling|software|apps|tools|systems|ads|websites|stuff|services|products|app|cleaning|marketing|supplies|equipment|solutions|platform|staff|advice|insurance|recruit|recruiting|placements|furniture|machines|training to|for|with|into|used|by|do ..3,
like|as our|my|the, instead of, unlike a|an, used to ..4,
clean|insure|supply|place|staff|audit|train|advise|represent|recruit|deliver ..4, my|our|the accountant|lawyer|bank|solicitor|insurer|landlord|supplier|client|customer|client's,
client|customer is|was|has ..3, not a|an|the
`);
