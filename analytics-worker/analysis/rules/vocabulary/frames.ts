import { wordsIn } from './lines.ts';

/** How a caller says what his business is: before its name, "we're a …", "I work at a …". */
export const ownBusiness = wordsIn(`
i|we am|are|is ..4, i|we am|are at|in|with|from|for|into|based ..4, i|we chair|represent|lead|head|run|own|manage|started|founded|operate|opened ..4,
i|we help|teach out? at|in ..3, i|we have|got got|just|only? a|an|the|my|our|one|two|three|four|# ..3, i|we work|works|working in|at|for|with|as ..4,
i|we call|calling|ring|ringing|phone|phoning|speak|speaking|am|are ..2 from|at|for|with|behalf ..4, on behalf of ..4,
calling|ringing|phoning|here|speaking ..3 from|at|for|with|of ..4, this is ..5 from|at|with|of|over ..4, it is _ _? from|at|over|of|with at? ..3,
my name is _ _? from|at|with|of ..3, it is a|an|my|our|the|just|only ..3, my|our|family business|company|firm|practice|outfit is|does|do ..3,
head|director|manager|owner|founder|partner|chief|secretary|president|chair|vp|treasurer|coordinator|instructor ..2 of|at|for|in|with|to ..4,
i|we run|runs|look after|part of ..4, operations|dispatch|sales|purchasing|quality|billing|accounts|hr at|for|in|with ..4, over|here at ..3,
us|we are just|only|basically ..4, as a|an ..4, a? family ..1
`);
/** Where his business stands more often than another's. */
export const nearBusiness = wordsIn(`
we|i have|had got? ..3, it|this|that|was a|an|my|our|the ..3, my|our|this ..1, at|in|with a|an|my|our|this|the ..3, for a|an|my|our ..3, we|us
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
/** How he says what he is: before a profession. */
export const professed = wordsIn(`
i am ..4, we are ..3, as a|an ..2, i work as ..3, i|we have been a|an ..2, this is ..3 the|a, i was|am trained ..2,
here is ..2 the|a
`);
/** Words between "for" and those whom he works for: "for small hotels". */
export const ofOthers = wordsIn(`
other, local, small, big, large, little, private, the, some, many, various, different, foreign, these, those, all, most, our, independent, several
`);
/** Those who work for him and not he for them, behind "my", "our" and "the": "our web designer", "the courier". */
export const suppliers = wordsIn(`
accountant, bookkeeper, lawyer, solicitor, attorney, notary, bank, insurer, insurance, insurance company, broker, courier, recruiter, landlord, estate agent,
phone company, internet provider, broadband, web designer, web developer, developer, printer, it company, it support, it guy, cleaner, cleaners, agency,
temp agency, security company, tax adviser, tax advisor, auditor, doctor, dentist, vet, marketing agency, web agency, architect, surveyor, consultant, council,
caterer, translator, photographer, electrician, plumber, builder, mechanic, garage, cleaning company, software company, software vendor, supplier, distributor
`);
