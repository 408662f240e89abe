import { z } from 'zod';
import type { SignalDefinition } from '../../../events/signals.ts';
import {
  actionItem,
  emotions,
  gapKinds,
  moods,
  objectionTypes,
  outcomes,
  owners,
  passageKinds,
  stances,
} from '../results.ts';

/** Without limits or optional fields, which strict endpoints refuse; `verify.ts` checks the rest. */
const proof = { item: z.number(), quote: z.string() };
const otherProof = z.object(proof).nullable();

/** The form of a model's answer: claims with their proof. It holds no score; scores are formulas of ours. */
export function answerForm(signals: readonly SignalDefinition[]) {
  return z.object({
    signals: z.array(
      z.object({
        name: z.enum(signals.map(({ name }) => name)),
        value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
        range: z.array(z.number()),
        withdrawn: z.boolean(),
        ...proof,
        confirmation: otherProof,
      }),
    ),
    objections: z.array(z.object({ type: z.enum(objectionTypes), ...proof, resolution: otherProof })),
    competitors: z.array(z.object({ name: z.string(), stance: z.enum(stances), ...proof })),
    actionItems: z.array(
      z.object({
        owner: z.enum(owners),
        kind: actionItem.shape.kind,
        action: z.string(),
        due: z.string().nullable(),
        ...proof,
        confirmation: otherProof,
      }),
    ),
    contentGaps: z.array(z.object({ kind: z.enum(gapKinds), topic: z.string(), ...proof })),
    moods: z.array(
      z.object({
        from: z.number(),
        to: z.number(),
        mood: z.enum(moods),
        strength: z.enum(['mild', 'strong']),
        ...proof,
      }),
    ),
    emotions: z.array(z.object({ emotion: z.enum(emotions), intensity: z.enum(['low', 'medium', 'high']), ...proof })),
    outcome: z.object({ outcome: z.enum(outcomes), evidence: z.array(z.object(proof)) }),
    passages: z.array(
      z.object({ kind: z.enum(passageKinds), about: z.string(), answered: z.boolean().nullable(), ...proof }),
    ),
  });
}
export type AnswerForm = ReturnType<typeof answerForm>;
export type Answer = z.infer<AnswerForm>;
