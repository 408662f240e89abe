import { z } from 'zod';
import { token } from '../../events/ids.ts';
import { defaultSignals, signalDefinition, type SignalDefinition } from '../../events/signals.ts';
import { consent, escalation, interruption, limits, sentence, silence, turns } from './talk-fields.ts';
import { tools } from './tool-fields.ts';
import { model, oneOrTwo, recogniser, voice } from './vendor-fields.ts';

/** What one agent is and does (docs/agent-config.md). Keys and addresses of vendors are none of it: they are settings. */
export const agentDocument = z
  .strictObject({
    name: token,
    product: z.literal('voice').default('voice'),
    company: z.string().trim().min(1).max(200),
    /** Who the agent is; signals, escalation and consent are added to it. */
    prompt: z.string().trim().min(1).max(32_000),
    greeting: sentence,
    consent: consent.optional(),
    goodbye: sentence.default('Thank you for calling. Goodbye.'),
    /** Said when there was a voice and no words came. */
    unheard: sentence.default('I am sorry, I did not catch that. Could you say it again?'),
    recognisers: oneOrTwo(recogniser),
    models: oneOrTwo(model),
    voices: oneOrTwo(voice),
    turns: turns.prefault({}),
    interruption: interruption.prefault({}),
    /** Starts an answer before the turn is surely over; costs tokens that nobody hears. */
    preemptiveGeneration: z.boolean().default(true),
    silence: silence.prefault({}),
    limits: limits.prefault({}),
    signals: z
      .array(signalDefinition)
      .min(1)
      .max(50)
      .default([...defaultSignals]),
    tools: tools.prefault({}),
    escalation: escalation.prefault({}),
    /** Open, it gives the system prompt to any caller who asks for it, and takes his orders. */
    sessionTopic: z.enum(['closed', 'open']).default('closed'),
    /** Whether models of LiveKit's cloud may be used. */
    cloudModels: z.boolean().default(false),
  })
  .superRefine((document, context) => {
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const index of repeated(document.signals)) wrong(['signals', index, 'name'], 'is defined twice');
    if (document.cloudModels) return;
    const cloud = 'is a model of the cloud, which needs cloudModels: true';
    if (document.turns.detection === 'cloud') wrong(['turns', 'detection'], cloud);
    if (document.interruption.mode === 'adaptive') wrong(['interruption', 'mode'], cloud);
  });
export type AgentDocument = z.infer<typeof agentDocument>;

function repeated(signals: readonly SignalDefinition[]): number[] {
  const names = signals.map(({ name }) => name);
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
}
