const FARTHEST = 2;

/** The name that was probably meant; undefined when none is near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const alike = names.find((name) => plain(name) === plain(given));
  if (alike !== undefined) return alike;
  const ranked = names
    .map((name) => ({ name, distance: distanceOf(plain(given), plain(name)) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [first] = ranked;
  return first && first.distance <= FARTHEST && first.distance < given.length / 2 ? first.name : undefined;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
