import type { Fact, FactData, FactType } from '../../events/catalogue.ts';
import { VERSION } from '../../events/envelope.ts';
import { eventId } from '../../events/ids.ts';
import type { Span } from './decode.ts';
import { Fields } from './fields.ts';

/**
 * What kind of upload a fact was read from. Live spans are provisional; the report says the same again as log records
 * and, richer, as the history beside the recording.
 */
export type Source = 'spans' | 'logs' | 'history';

/** Collects the facts of uploads, and the fields that no fact took. */
export class Out {
  readonly facts: Fact[] = [];
  readonly #followed: Fields[] = [];
  readonly #tenant: string;
  readonly #call: string;
  readonly #source: Source;

  constructor(tenant: string, call: string, source: Source) {
    this.#tenant = tenant;
    this.#call = call;
    this.#source = source;
  }

  fields(where: string, values: Record<string, unknown>): Fields {
    const fields = new Fields(where, values);
    this.#followed.push(fields);
    return fields;
  }

  /** `key` is what the upload repeats: a span's id, an item's id. */
  add<Type extends FactType>(key: string, at: number, type: Type, data: FactData<Type>, span?: Span): void {
    const instance = this.#source;
    const id = eventId({ tenant: this.#tenant, call: this.#call, kind: 'upload', instance, key });
    this.facts.push({
      ...{ v: VERSION, id, type, tenant: this.#tenant, call: this.#call, producer: { kind: 'upload', instance }, at },
      ...(this.#source === 'spans' ? { final: false } : {}),
      ...(span ? { span: { traceId: span.traceId, id: span.spanId, ...parentOf(span) } } : {}),
      data,
    } as Fact);
  }

  /** A fact of a span, under the span's id. */
  span<Type extends FactType>(span: Span, type: Type, data: FactData<Type>, part = '', at = span.endAt): void {
    this.add(`${span.traceId}:${span.spanId}${part}`, at, type, data, span);
  }

  left(): string[] {
    return this.#followed.flatMap((fields) => fields.left());
  }
}

function parentOf({ parentSpanId }: Span): { parentId?: string } {
  return parentSpanId === '' ? {} : { parentId: parentSpanId };
}
