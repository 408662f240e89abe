import { AccessToken, RoomAgentDispatch, RoomConfiguration } from 'livekit-server-sdk';

export type RoomKey = { apiKey: string; apiSecret: string };

export type TokenOptions = {
  room: string;
  identity?: string;
  name?: string | undefined;
  /** JSON with what the platform knows of him. */
  metadata?: object;
  agentName: string;
  tenant: string;
  dispatch: object;
};

/** What lets a caller into a room and sends for an agent, as the api's token does. */
export function callerToken({ apiKey, apiSecret }: RoomKey, options: TokenOptions): Promise<string> {
  const { room, identity = 'caller', agentName, dispatch, tenant, name, metadata = {} } = options;
  const who = { identity, metadata: JSON.stringify(metadata), ...(name ? { name } : {}) };
  const token = new AccessToken(apiKey, apiSecret, { ...who, ttl: '1h' });
  token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true, canPublishData: true });
  token.roomConfig = new RoomConfiguration({
    metadata: JSON.stringify({ earshot: { tenant } }),
    agents: [new RoomAgentDispatch({ agentName, metadata: JSON.stringify({ tenant, ...dispatch }) })],
  });
  return token.toJwt();
}
