import { z } from 'zod';
import { channels } from '../../events/types/call.ts';
import { token } from '../../events/ids.ts';
import { EarshotError } from '../../lib/errors.ts';

/** What the one who sends for an agent says of the call: the metadata of LiveKit's dispatch, as JSON (docs/rooms.md). */
const dispatch = z.strictObject({
  tenant: token.optional(),
  /** Which configuration: `ada`, or `ada@3` for a version. */
  config: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}(@\d{1,9})?$/, 'must look like name or name@version')
    .optional(),
  channel: z.enum(channels).optional(),
  /** The key under which emulated vendors know the call; only where they are set. */
  vendorKey: z.string().min(1).max(200).optional(),
});

export type Dispatch = {
  tenant: string | undefined;
  channel: (typeof channels)[number];
  config: { name: string; version: number | undefined } | undefined;
  vendorKey: string | undefined;
};

/** @throws EarshotError `bad_dispatch`: whoever makes the token or the dispatch rule has to mend it. */
export function readDispatch(metadata: string): Dispatch {
  const parsed = dispatch.safeParse(metadata.trim() === '' ? {} : json(metadata));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw badDispatch(issue?.path.join('.') || 'metadata', issue?.message ?? 'does not fit');
  }
  const { tenant, channel = 'unknown', config, vendorKey } = parsed.data;
  const [name, version] = config?.split('@') ?? [];
  return {
    tenant,
    channel,
    vendorKey,
    config: name === undefined ? undefined : { name, version: version === undefined ? undefined : Number(version) },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badDispatch('metadata', 'is not JSON');
  }
}

function badDispatch(field: string, message: string): EarshotError {
  const fix = 'send JSON such as {"tenant":"acme","config":"ada","channel":"web"} as metadata of the dispatch';
  return new EarshotError({ code: 'bad_dispatch', field, message, fix });
}
