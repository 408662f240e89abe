export type Piece = { kind: 'code' | 'quoted' | 'comment'; text: string };

const COMMENT = String.raw`--[^\n]*|#[ !][^\n]*|/\*[\s\S]*?\*/`;
const QUOTED = [
  String.raw`'(?:[^'\\]|\\[\s\S]|'')*'`,
  String.raw`"(?:[^"\\]|\\[\s\S]|"")*"`,
  '`(?:[^`\\\\]|\\\\[\\s\\S]|``)*`',
  String.raw`\$(\w*)\$[\s\S]*?\$\1\$`,
].join('|');

/** Cuts SQL into code, quoted text (strings, identifiers, heredocs) and comments; joined they are the input again. */
export function piecesOf(sql: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: text, index } of sql.matchAll(new RegExp(`${COMMENT}|${QUOTED}`, 'g'))) {
    if (index > end) pieces.push({ kind: 'code', text: sql.slice(end, index) });
    pieces.push({ kind: /^(?:--|#|\/\*)/.test(text) ? 'comment' : 'quoted', text });
    end = index + text.length;
  }
  if (end < sql.length) pieces.push({ kind: 'code', text: sql.slice(end) });
  return pieces;
}

/** The statements of a script, without comments; `;` inside quotes ends none. */
export function splitStatements(sql: string): string[] {
  const statements = [''];
  for (const { kind, text } of piecesOf(sql)) {
    const [first = '', ...more] = kind === 'code' ? text.split(';') : [kind === 'comment' ? ' ' : text];
    statements[statements.length - 1] += first;
    statements.push(...more);
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

/** A string literal that holds any text. */
export function quote(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\0', '\\0');
  return `'${escaped}'`;
}

/** A quoted identifier. */
export function identifier(name: string): string {
  return `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}
