import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { z } from 'zod';
import { EarshotError } from '../../lib/errors.ts';
import { agentDocument, type AgentDocument } from './document.ts';
import { nearest } from './near.ts';

/** A prompt of 32 000 characters and all the rest fit well. */
export const MAX_DOCUMENT_BYTES = 128 * 1024;

const SEE = 'write it as docs/agent-config.md gives it';

type Path = readonly PropertyKey[];
type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  /** Kinds of one thing, told apart by their vendor. */
  oneOf?: JsonSchema[];
  const?: unknown;
};

/**
 * Reads YAML or JSON.
 *
 * @throws EarshotError `bad_agent_document`, naming line and column, the field, the reason and what to write instead
 */
export function parseAgentDocument(text: string): AgentDocument {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_DOCUMENT_BYTES)
    throw bad('document', `has ${bytes} bytes`, `give at most ${MAX_DOCUMENT_BYTES} bytes`);
  const lines = new LineCounter();
  // JSON is YAML too, so that one parser knows the lines of both.
  const source = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `line ${line}, column ${col}`;
  };
  const [mistake] = source.errors;
  if (mistake) {
    const reason = mistake.message.split(/ at line \d+|\n/)[0] ?? 'cannot be read';
    throw bad('document', `${at(mistake.pos[0])}: ${reason}`, 'correct the YAML or JSON');
  }
  const plain = plainOf(source);
  const parsed = agentDocument.safeParse(plain);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw bad('document', 'does not fit', SEE);
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const more = parsed.error.issues.length > 1 ? ` (and ${parsed.error.issues.length - 1} more)` : '';
  const { reason, fix } = explain(issue, plain);
  throw bad(path.map(String).join('.') || 'document', `${at(offsetOf(source, path))}: ${reason}${more}`, fix);
}

/** Aliases that would unfold without end are refused by the parser when it makes the value. */
function plainOf(source: Document): unknown {
  try {
    return source.toJS();
  } catch (error) {
    throw bad('document', error instanceof Error ? error.message : 'cannot be read', 'write it without aliases');
  }
}

function explain(issue: z.core.$ZodIssue, plain: unknown): { reason: string; fix: string } {
  if (issue.code !== 'unrecognized_keys') return { reason: issue.message, fix: SEE };
  const [key = ''] = issue.keys;
  const known = knownKeys(issue.path, plain);
  const meant = nearest(key, known);
  if (meant !== undefined) return { reason: 'is no field', fix: `did you mean ${meant}?` };
  return { reason: 'is no field', fix: `the fields here are ${known.join(', ')}` };
}

let schema: JsonSchema | undefined;

/** The fields that there may be at a place of the document. */
function knownKeys(path: Path, plain: unknown): string[] {
  schema ??= z.toJSONSchema(agentDocument, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  let place: JsonSchema | undefined = schema;
  let value = plain;
  for (const step of path) {
    place = typeof step === 'number' ? place?.items : place?.properties?.[String(step)];
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  const vendor = typeof value === 'object' && value !== null ? Reflect.get(value, 'vendor') : undefined;
  const kind = place?.oneOf?.find(({ properties }) => properties?.['vendor']?.const === vendor) ?? place;
  return Object.keys(kind?.properties ?? {});
}

/** Where a field stands: its value, else its name, else what should have held it. */
function offsetOf(source: Document, path: Path): number {
  let node: unknown = source.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      offset = startOf(pair.key as Node, offset);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node as Node, offset);
    } else break;
  }
  return isScalar(node) ? startOf(node, offset) : offset;
}

function startOf(node: Node | null | undefined, otherwise: number): number {
  return node?.range?.[0] ?? otherwise;
}

function bad(field: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_agent_document', field, message, fix });
}
