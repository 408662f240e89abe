export type Endpoint = { apiKey: string; baseUrl?: string | undefined };

/** Where the vendors are and by which keys; from the environment, never from an agent's document. */
export type VendorEndpoints = {
  deepgram?: Endpoint | undefined;
  openai?: Endpoint | undefined;
  elevenlabs?: Endpoint | undefined;
  /** A model at a service, or on a machine of one's own, that speaks OpenAI's protocol. */
  compatible?: Required<Endpoint> | undefined;
};
