/** Plain terminal text for 110 columns: tables, durations, nothing clever. */

type Row = readonly string[];

/** Rows as aligned columns; a column of numbers is aligned to the right. */
export function columns(rows: readonly Row[], { head, indent = '  ' }: { head?: Row; indent?: string } = {}): string {
  const all = head ? [head, ...rows] : rows;
  const widths = all.reduce<number[]>((found, row) => row.map((cell, i) => Math.max(found[i] ?? 0, cell.length)), []);
  const isNumbers = widths.map((_, i) => rows.every((row) => NUMBER.test(row[i] ?? '')));
  const pad = (cell: string, i: number) => (isNumbers[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0));
  return all.map((row) => (indent + row.map(pad).join('  ')).trimEnd()).join('\n');
}

const NUMBER = /^(-|unknown|[+\d./-]+( (ms|s|%))?)$/;

/** As the dashboard writes it: under a second in ms, above in seconds. A dash where it is unknown, which is not zero. */
export function ms(value: number | null | undefined): string {
  if (value === null || value === undefined) return '-';
  return value < 999.5 ? `${Math.round(value)} ms` : `${(value / 1_000).toFixed(2)} s`;
}

export function seconds(valueMs: number | null | undefined): string {
  return valueMs === null || valueMs === undefined ? '-' : `${(valueMs / 1_000).toFixed(1)} s`;
}

export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '-' : `${(share * 100).toFixed(1)} %`;
}

/** `1 greeting`, `2 greetings`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `caller_hung_up` as words. */
export function words(name: string): string {
  return name.replaceAll('_', ' ');
}

/** A signal's value as a person writes it. */
export function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return typeof value === 'string' ? words(value) : JSON.stringify(value);
}

/** At most `length` characters, with an ellipsis where something was cut. */
export function short(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** The same, with the end of the text kept. */
export function ending(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `…${line.slice(1 - length)}`;
}

/** The words in lines of at most `length` characters; a longer word, as an address, stays whole. */
export function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A title with a line or two for somebody who sees it for the first time: what stands here and how to read it. */
export function heading({ title, about }: { title: string; about: readonly string[] }): string {
  return [`\n${title}`, '─'.repeat(title.length), ...about.map((line) => `  ${line}`)].join('\n');
}
