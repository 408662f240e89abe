import { wordsIn } from './lines.ts';

/** Frames around a system: that the product must work with it, or need not. */
export const needed = wordsIn(`
has|have|includes|include|does this|that|the|your ..1 plan|package|version ..4,
need|needs|have|has|got|must|should|want|wants|would|like ..4 work|talk|connect|integrate|sync|push|go|plug|tie|hook|link|fit|feed|land|live|post|write|file|save|sit|speak|play|drop|dropped|flow ..6,
work|works|working|integrate|integrates|integrated|integrating|integration|connect|connects|connected|connecting|connection|connector|sync|syncs|synced|talk|talks|talking|plug|plugs|tie|ties|hook|hooks|link|links|push|pushes|play|plays|compatible|interface|plugin|app|embed|embedding ..2 with|to|into|for|nicely|well|through|via|in|inside|from ..4,
in|into|to|with|through|via|inside our|the|my ..2, built|build|set|configured|stored|live|lives|run|runs|did ..3 in|on|around ..1, lives|live|living|stays|kept|keep|goes|sits in|on|inside ..2,
need|want|require|use|using|through|via|have|is|offer|there|get|like|love ..2 a|an|your|the|rest|open|good ..2,
everything|it|data|contacts|deals|records ..4 in|into|from ..2, go|goes|going|feed|push|land|save|drop ..1 straight|directly|automatically into|to|in, hook|plug|tie|link|connect ..3,
support|supports|supported ..1, do|does|is|can|will you|it|this|there ..5, must ..3, big on ..1, is a must ..1
`);
export const neededBehind = [
  'admin|administrator|expert|people|consultant',
  'does|do|can|could|will|would it|you|that|this connect|work|integrate|link|talk|sync|plug',
  'integration|integrations|connector|connection|plugin|sync|add|app|user|users|shop|house|integrate|package|native|link',
  'is a must|essential|critical|key|important|big|the|dealbreaker',
  'yes',
  'for the|our|everything|deposits|deals|contacts|crm|archive|client|records|invoices',
  'has|have|needs to|got',
  'and',
];
/** Behind these stands the name of his system, on whatever list it is or is not. */
export const introduces = wordsIn(`
system|software|crm|erp|program|platform|database ..2 it? is? called|named, our|the ..2 system|software is, integrate|integrates|integration|sync|syncs|connects|connect|plugs|plug|hooks|hook with|into|to our|the?, does|do|can|will|would it|this|that ..1 work|talk|speak with|to
`);
export const notNeeded = wordsIn(`
settle for, happy with just|only,
not ..2 need|require|want|care|matter|use|necessary|important|essential|connected|talk|integrate|fussed|worry|worried,
no need, can|could live without, leave that|it|them out, forget about, no integration|connection|connector,
is enough for, stay|stays|staying|keep|kept|remain|remains|be ..1 separate, not interested,
not|no a? must|requirement|dealbreaker|need|necessity, would be comfortable|nice|handy|convenient|a bonus, not ..1 necessary, nice to have, not now, never mind|use, nobody touches|uses,
keep|kept that|it|them separate, that is|has gone, phasing|phased out, getting rid of
`);

/** Said anywhere in an item, they tell that a system is spoken of as one to work with. */
export const spokenOf = wordsIn(`
integrate|integrated|integration|connected|synced|hooked|linked,
needs|need|must|should|would|has|have to? ..2 connect|sync|integrate|link|talk|feed|push|pull|hang|plug,
pulling|pull|pulls|push|pushes|pings|ping|feeds|writes ..3 out|from|into|when|in, talking to it,
we would|will need that, need ..1 support, want|wants|need|needs an api
`);
