import type { z } from 'zod';
import { EARSHOT } from '../lib/command-line.ts';
import type { Problem } from '../lib/errors.ts';
import { catalogue, isFactType, type Fact } from './catalogue.ts';
import { envelope, MAX_EVENT_BYTES, VERSION, type Envelope } from './envelope.ts';
import { parseEventSubject } from './subjects.ts';

/**
 * What a message turned out to be. `unknown_type`: this version does not know the type yet; it is stored raw and
 * counted. `refused`: it cannot be understood; the problem names the field and the fix.
 */
export type Decoded =
  | { kind: 'fact'; fact: Fact }
  | { kind: 'unknown_type'; envelope: Envelope }
  | { kind: 'refused'; problem: Problem };

export function encode(event: Envelope | Fact): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(event));
}

/** Reads one message of the event stream. `subject`, where given, must agree with the envelope. Never throws. */
export function decode(bytes: Uint8Array, subject?: string): Decoded {
  if (bytes.byteLength > MAX_EVENT_BYTES) {
    return refuse(
      'oversized',
      undefined,
      `${bytes.byteLength} bytes, the limit is ${MAX_EVENT_BYTES}`,
      'split or shorten data',
    );
  }
  const json = parseJson(bytes);
  if (json.kind === 'refused') return json;
  const newer = newerVersion(json.value);
  if (newer) return newer;

  const framed = envelope.safeParse(json.value);
  if (!framed.success) return wrongShape(framed.error);
  const disagreement = subject === undefined ? undefined : disagreementWith(subject, framed.data);
  if (disagreement) return disagreement;

  const { type } = framed.data;
  if (!isFactType(type)) return { kind: 'unknown_type', envelope: framed.data };
  const data = catalogue[type].safeParse(framed.data.data);
  if (!data.success) return wrongShape(data.error, 'data.');
  return { kind: 'fact', fact: { ...framed.data, type, data: data.data } as Fact };
}

function parseJson(bytes: Uint8Array): { kind: 'json'; value: unknown } | Extract<Decoded, { kind: 'refused' }> {
  try {
    return {
      kind: 'json',
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    };
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'not UTF-8';
    return refuse('malformed_json', undefined, why, 'publish one JSON object in UTF-8 per message');
  }
}

function newerVersion(value: unknown): Extract<Decoded, { kind: 'refused' }> | undefined {
  const v = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined;
  if (typeof v !== 'number' || v <= VERSION) return undefined;
  return refuse(
    'newer_version',
    'v',
    `is ${v}, this worker knows up to ${VERSION}`,
    `upgrade the worker, then: ${EARSHOT} dlq redrive`,
  );
}

function disagreementWith(subject: string, event: Envelope): Extract<Decoded, { kind: 'refused' }> | undefined {
  const named = parseEventSubject(subject);
  if (!named)
    return refuse('bad_subject', 'subject', `${subject} is no event subject`, 'publish to ev.<tenant>.<call>.<type>');
  for (const field of ['tenant', 'call', 'type'] as const) {
    if (named[field] === event[field]) continue;
    return refuse(
      `wrong_${field}`,
      field,
      `is ${event[field]} in the event and ${named[field]} in the subject`,
      'publish an event only under its own subject',
    );
  }
  return undefined;
}

function wrongShape(error: z.ZodError, prefix = ''): Extract<Decoded, { kind: 'refused' }> {
  const [first, ...others] = error.issues;
  const field = prefix + (first?.path.join('.') ?? '');
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return refuse(
    'wrong_shape',
    field,
    `${first?.message ?? 'does not fit'}${more}`,
    'send the field as docs/events.md gives it',
  );
}

function refuse(
  code: string,
  field: string | undefined,
  message: string,
  fix: string,
): Extract<Decoded, { kind: 'refused' }> {
  return {
    kind: 'refused',
    problem: { code, ...(field === undefined ? {} : { field }), message, fix },
  };
}
