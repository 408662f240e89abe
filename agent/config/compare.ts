import { parse } from 'yaml';

/** One field in which two documents differ; undefined on a side: it is not there. */
export type Difference = { field: string; before: string | undefined; after: string | undefined };

/** What was written differently, field by field; a text of several lines is compared line by line. */
export function compareDocuments(before: string, after: string): Difference[] {
  const [old, fresh] = [fieldsOf(parse(before)), fieldsOf(parse(after))];
  const names = [...new Set([...old.keys(), ...fresh.keys()])];
  return names.flatMap((field) => differencesOf(field, old.get(field), fresh.get(field)));
}

function differencesOf(field: string, before: string | undefined, after: string | undefined): Difference[] {
  if (before === after) return [];
  const [old, fresh] = [linesOf(before), linesOf(after)];
  if (old.length < 2 && fresh.length < 2) return [{ field, before, after }];
  const gone = old.filter((line) => !fresh.includes(line));
  const come = fresh.filter((line) => !old.includes(line));
  if (gone.length === 0 && come.length === 0) return [{ field, before, after }];
  return [
    ...gone.map((line) => ({ field, before: line, after: undefined })),
    ...come.map((line) => ({ field, before: undefined, after: line })),
  ];
}

function linesOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.trimEnd().split('\n');
}

/** Every single value by its place: `voices.0.speed` → `1.1`. */
function fieldsOf(value: unknown, place = ''): Map<string, string> {
  if (typeof value !== 'object' || value === null)
    return new Map([[place, typeof value === 'string' ? value : JSON.stringify(value)]]);
  const inner = Object.entries(value).flatMap(([key, one]) => [...fieldsOf(one, place ? `${place}.${key}` : key)]);
  return new Map(inner);
}
