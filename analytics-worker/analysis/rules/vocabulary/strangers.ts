import { wordsIn } from './lines.ts';

/** Who buys nothing and is nobody's customer, by what he says when he begins. */
export const strangers = {
  /** Somebody else sent him a document. */
  signer: wordsIn(`
    landlord|landlady|employer|boss|bank|agent|agency|lawyer|broker|school ..1 wants|want|asked|asks|needs|sent me|us ..3 to sign ..4,
    did not ..1 sign up for ..2, got|received|had a|an|this ..1 email|text|link|message ..2 from you ..3,
    i signed something|a|the|my ..3 for|with|at a|an|my|the ..2, been|was|got asked|sent|told ..3 to sign`),
  /** He studies or writes about it. */
  researcher: wordsIn(`
    my|a|the ..1 dissertation|thesis|essay|coursework, school|university|uni|class|college project|assignment|paper,
    i am ..2 student|journalist|reporter|blogger, not ..1 a customer, writing ..2 article|paper|piece`),
  /** He wants to sell something himself. */
  seller: wordsIn(`
    whoever|person|who runs|handles|heads marketing|purchasing|procurement|advertising, client|clients in your space|industry|sector,
    companies|businesses|brands like yours, free audit|consultation of|for? your, grab # minutes, leads for you, love to partner`),
} as const;

/** How a recogniser writes that somebody laughs. */
export const laughter = /\((?:[a-z]+ )?(?:laugh|giggl|snigger|chuckl)[a-z]*\)/iu;
