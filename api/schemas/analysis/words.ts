import { z } from '@hono/zod-openapi';

/** What was said, or made of it; null without the right to read it. */
export const said = z.string().nullable();

/** Where a claim comes from: the transcript's item by its number and id, and the words of it. */
export const proof = z.looseObject({ item: z.number().int(), item_id: z.string().optional(), quote: said });
export const proofs = z.array(proof);

/** A sentence and what shows it. */
export const point = z.looseObject({ text: said, evidence: proofs });

/** A name, and every place where it was said. */
export const mention = z.looseObject({ about: said, evidence: proofs });

export const counted = z.looseObject({ name: z.string(), count: z.number() });
