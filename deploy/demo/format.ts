/** Plain terminal text: columns, durations, nothing clever. */

/** Rows as aligned columns; numbers are given as text by the caller. */
export function columns(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths = rows.reduce<number[]>((all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, cell.length)), []);
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}

/** Milliseconds without false precision; a dash where there is no value: unknown is not zero. */
export function ms(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : `${Math.round(value)} ms`;
}

export function seconds(valueMs: number | null | undefined): string {
  return valueMs === null || valueMs === undefined ? '-' : `${(valueMs / 1_000).toFixed(1)} s`;
}

export function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '-' : `${(share * 100).toFixed(1)} %`;
}

/** At most `length` characters, with an ellipsis where something was cut. */
export function short(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

export function heading(title: string): string {
  return `\n${title}\n${'─'.repeat(title.length)}`;
}
