/** What one of them says, as it is written down while he speaks. */
export type Line = {
  id: string;
  by: 'caller' | 'agent';
  text: string;
  /** Whether its words change no more. */
  final: boolean;
};

/** A line as it is told again and again; the last telling is what it says, and keeps the place of the first. */
export function withLine(lines: readonly Line[], told: Line): Line[] {
  const place = lines.findIndex(({ id }) => id === told.id);
  return place === -1 ? [...lines, told] : lines.with(place, told);
}
