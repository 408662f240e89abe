/** A reader of protobuf messages by table: enough for OTLP and for the header of a recording. Throws on what is broken. */

type Scalar = 'text' | 'hex' | 'bytes' | 'bool' | 'int' | 'double' | 'fixed' | 'sfixed';
/** Field number → name, type, and whether it repeats. A message is a function, so that it may contain itself. */
export type Table = Record<number, readonly [name: string, type: Scalar | (() => Table), repeated?: 'many']>;
export type Message = Record<string, unknown>;

const MOST_NESTED = 40;
const FIXED_BYTES = 8;

export function readMessage(buffer: Buffer, table: Table, depth = 0): Message {
  if (depth > MOST_NESTED) throw new RangeError('too deep');
  const message: Message = {};
  for (let at = 0; at < buffer.length;) {
    const [tag, afterTag] = varint(buffer, at);
    const [raw, next] = payload(buffer, afterTag, Number(tag & 7n));
    at = next;
    const field = table[Number(tag >> 3n)];
    if (!field) continue;
    const [name, type, repeated] = field;
    const values = typeof type === 'function' ? [nested(raw, type, depth)] : scalars(raw, type, repeated !== undefined);
    if (repeated) message[name] = [...listOf(message[name]), ...values];
    else message[name] = values.at(-1);
  }
  return message;
}

/** A field that holds text; empty when it holds none. Numbers that JSON writes as such become text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

type Raw = bigint | Buffer;

function payload(buffer: Buffer, at: number, wire: number): [Raw, number] {
  if (wire === 0) return varint(buffer, at);
  const [size, start] = wire === 2 ? varint(buffer, at) : [BigInt(wire === 1 ? 8 : 4), at];
  const end = start + Number(size);
  if (![1, 2, 5].includes(wire) || end > buffer.length) throw new RangeError('length');
  return [buffer.subarray(start, end), end];
}

function nested(raw: Raw, type: () => Table, depth: number): Message {
  if (typeof raw === 'bigint') throw new TypeError('wire type');
  return readMessage(raw, type(), depth + 1);
}

function scalars(raw: Raw, type: Scalar, packed: boolean): unknown[] {
  const isFixed = type === 'double' || type === 'fixed' || type === 'sfixed';
  if (!packed || !isFixed || typeof raw === 'bigint') return [scalar(raw, type)];
  const count = Math.floor(raw.length / FIXED_BYTES);
  return Array.from({ length: count }, (_, index) => scalar(raw.subarray(index * FIXED_BYTES), type));
}

function scalar(raw: Raw, type: Scalar): unknown {
  if (typeof raw === 'bigint') {
    if (type === 'bool') return raw !== 0n;
    if (type === 'int') return asNumber(BigInt.asIntN(64, raw));
    throw new TypeError('wire type');
  }
  switch (type) {
    case 'text':
      return raw.toString('utf8');
    case 'hex':
      return raw.toString('hex');
    case 'bytes':
      return raw.toString('base64');
    case 'double':
      return raw.readDoubleLE();
    case 'fixed':
      return String(raw.readBigUInt64LE());
    case 'sfixed':
      return asNumber(raw.readBigInt64LE());
    default:
      throw new TypeError('wire type');
  }
}

/** As a number where it fits, else as text. */
export function asNumber(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function varint(buffer: Buffer, start: number): [bigint, number] {
  let value = 0n;
  for (let at = start, shift = 0n; ; at++, shift += 7n) {
    const byte = buffer[at];
    if (byte === undefined || shift > 63n) throw new RangeError('varint');
    value |= BigInt(byte & 127) << shift;
    if (byte < 128) return [BigInt.asUintN(64, value), at + 1];
  }
}
