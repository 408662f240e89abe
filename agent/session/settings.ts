import { z } from 'zod';

const endpoint = z.strictObject({ apiKey: z.string().min(1), baseUrl: z.url().optional() });

/** Where the vendors are and by which keys; from the environment, never from an agent's document. */
export const vendorEndpoints = z.strictObject({
  deepgram: endpoint.optional(),
  openai: endpoint.optional(),
  elevenlabs: endpoint.optional(),
});
export type VendorEndpoints = z.infer<typeof vendorEndpoints>;
export type Endpoint = z.infer<typeof endpoint>;
