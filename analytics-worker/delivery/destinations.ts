import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { token } from '../../events/ids.ts';
import { EarshotError, messageOf } from '../../lib/errors.ts';
import { httpsUrl } from '../../lib/https-url.ts';

/** Where a tenant's messages go. Addresses and tokens are secrets: never in a log, a row or an error. */
export type Destination =
  | { kind: 'slack_webhook'; url: string }
  | { kind: 'slack_bot'; apiUrl: string; token: string; channel: string }
  | { kind: 'printed' };

export type Destinations = { of(tenant: string): Destination };

export type DestinationSettings = {
  /** Path of the YAML document. */
  config?: string | undefined;
  /** Serves every tenant that the document does not name. */
  webhookUrl?: string | undefined;
  slackApiUrl: string;
};

const slack = z
  .strictObject({
    webhookUrl: httpsUrl.optional(),
    botToken: z.string().min(1).optional(),
    channel: z.string().min(1).optional(),
  })
  .superRefine(({ webhookUrl, botToken, channel }, context) => {
    const missing = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    if (webhookUrl !== undefined && botToken !== undefined)
      missing('botToken', 'give webhookUrl or botToken, not both');
    else if (webhookUrl === undefined && botToken === undefined)
      missing('webhookUrl', 'give webhookUrl, or botToken and channel');
    else if (botToken !== undefined && channel === undefined) missing('channel', 'is needed with botToken');
  });

const document = z.strictObject({ tenants: z.record(token, z.strictObject({ slack })) });

/** @throws EarshotError `bad_destinations`, naming the field, when the document cannot be read or does not fit. */
export async function readDestinations(settings: DestinationSettings): Promise<Destinations> {
  const { tenants } = settings.config === undefined ? { tenants: {} } : await readDocument(settings.config);
  const shared: Destination =
    settings.webhookUrl === undefined ? { kind: 'printed' } : { kind: 'slack_webhook', url: settings.webhookUrl };
  const named = new Map(Object.entries(tenants).map(([tenant, own]) => [tenant, destinationOf(own.slack, settings)]));
  return { of: (tenant) => named.get(tenant) ?? shared };
}

function destinationOf(
  { webhookUrl, botToken, channel }: z.infer<typeof slack>,
  settings: DestinationSettings,
): Destination {
  if (webhookUrl !== undefined) return { kind: 'slack_webhook', url: webhookUrl };
  return { kind: 'slack_bot', apiUrl: settings.slackApiUrl, token: botToken ?? '', channel: channel ?? '' };
}

async function readDocument(file: string): Promise<z.infer<typeof document>> {
  const read = await readFile(file, 'utf8').catch((error: unknown) => {
    throw bad('DESTINATIONS_CONFIG', messageOf(error));
  });
  const parsed = document.safeParse(parsedYaml(read));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw bad(issue?.path.join('.') || 'DESTINATIONS_CONFIG', issue?.message ?? 'does not fit');
}

/** The parser's own message would quote the line, and with it a token. */
function parsedYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [place] = (error as { linePos?: { line: number }[] }).linePos ?? [];
    throw bad('DESTINATIONS_CONFIG', `is not YAML${place ? ` (line ${place.line})` : ''}`);
  }
}

function bad(field: string, message: string): EarshotError {
  return new EarshotError({
    code: 'bad_destinations',
    field,
    message,
    fix: 'see docs/alerts.md for the form of the document',
  });
}
