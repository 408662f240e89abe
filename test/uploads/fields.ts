/**
 * The fields of a decoded record. Remembers which were read, so that a test can name what a mapping left behind.
 */
export class Fields {
  readonly #where: string;
  readonly #values: Record<string, unknown>;
  readonly #read = new Set<string>();
  readonly #inner: Fields[] = [];

  constructor(where: string, values: Record<string, unknown>) {
    this.#where = where;
    this.#values = values;
  }

  any(name: string): unknown {
    this.#read.add(name);
    return this.#values[name] ?? undefined;
  }

  text(name: string): string | undefined {
    const value = this.any(name);
    return typeof value === 'string' ? value : undefined;
  }

  number(name: string): number | undefined {
    const value = this.any(name);
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.any(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  list(name: string): unknown[] {
    const value = this.any(name);
    return Array.isArray(value) ? value : [];
  }

  /** Seconds as ms. */
  seconds(name: string): number | undefined {
    const value = this.number(name);
    return value === undefined ? undefined : value * 1_000;
  }

  /** A field that holds an object, or the JSON of one; its own fields are followed too. */
  object(name: string): Fields {
    const value = this.any(name);
    const object: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
    const values = typeof object === 'object' && object !== null ? (object as Record<string, unknown>) : {};
    const inner = new Fields(`${this.#where}.${name}`, values);
    this.#inner.push(inner);
    return inner;
  }

  /** Everything that was not read so far. */
  rest(): Record<string, unknown> {
    const rest = Object.entries(this.#values).filter(([name]) => !this.#read.has(name));
    for (const [name] of rest) this.#read.add(name);
    return Object.fromEntries(rest);
  }

  /** Paths of what nobody read, but for what is empty. */
  left(): string[] {
    const own = Object.keys(this.#values).filter((name) => !this.#read.has(name) && !isEmpty(this.#values[name]));
    return [...own.map((name) => `${this.#where}.${name}`), ...this.#inner.flatMap((inner) => inner.left())];
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || ['[]', '{}'].includes(JSON.stringify(value));
}

/** Without the fields that are absent. */
export function defined<Values extends Record<string, unknown>>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [Name in keyof Values]?: Exclude<Values[Name], undefined> };
}
