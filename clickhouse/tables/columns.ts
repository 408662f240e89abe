import { z } from 'zod';
import { column, storeTypeOf } from './define.ts';

/** Epoch ms that DateTime64(3) takes as they are, 1973-2286. ClickHouse reads smaller numbers as seconds. */
const epochMs = z.number().min(1e11).max(1e13);

/** A time: epoch ms, rounded to the millisecond. */
export const time = () => column("DateTime64(3, 'UTC')", epochMs.transform(Math.round));
export const text = () => column('String', z.string());
/** Text with few distinct values. */
export const word = () => column('LowCardinality(String)', z.string());
/** A word out of a closed set; `''` stands for none. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  column('LowCardinality(String)', z.enum(values));
export const flag = () => column('Bool', z.boolean());
export const float32 = () => column('Float32', z.number());
export const float = () => column('Float64', z.number());
export const uint8 = () => column('UInt8', z.int().min(0).max(255));
export const uint16 = () => column('UInt16', z.int().min(0).max(65_535));
export const uint32 = () => column('UInt32', z.int().min(0).max(4_294_967_295));
/** Up to 2^53; larger ones need `bigUint64`. */
export const uint64 = () => column('UInt64', z.int().min(0));
export const bigUint64 = () =>
  column(
    'UInt64',
    z
      .bigint()
      .min(0n)
      .max(2n ** 64n - 1n)
      .transform(String),
  );

export const nullable = <Schema extends z.ZodType>(inner: Schema) =>
  column(`Nullable(${storeTypeOf(inner)})`, inner.nullable());
export const list = <Schema extends z.ZodType>(inner: Schema) => column(`Array(${storeTypeOf(inner)})`, z.array(inner));
