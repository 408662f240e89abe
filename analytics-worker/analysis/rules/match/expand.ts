/** Writes out frames in which a part mixes words and sets: `now|<later>` becomes a frame with `now` and one with `<later>`. */
export function expand<Labels extends string>(frames: Record<Labels, readonly string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries<readonly string[]>(frames).map(([label, lines]) => [label, lines.flatMap(written)]),
  );
}

function written(frame: string): string[] {
  if (!frame.includes('<')) return [frame];
  let frames = [''];
  for (const part of frame.split(' ').filter(Boolean))
    frames = frames.flatMap((begun) => choices(part).map((choice) => `${begun} ${choice}`.trim()));
  return frames;
}

function choices(part: string): string[] {
  const optional = part.endsWith('?') ? '?' : '';
  const bare = optional ? part.slice(0, -1) : part;
  const options = bare.split('|');
  const sets = options.filter((option) => option.startsWith('<'));
  const words = options.filter((option) => !option.startsWith('<'));
  return [...sets, ...(words.length > 0 ? [words.join('|')] : [])].map((choice) => choice + optional);
}
