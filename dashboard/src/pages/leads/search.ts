/** `band` is the score from which a bar of the histogram was opened. */
export type LeadsSearch = { band?: number | undefined };

export function parseLeadsSearch(raw: Record<string, unknown>): LeadsSearch {
  const band = Number(raw['band'] ?? Number.NaN);
  return Number.isInteger(band) && band >= 0 && band <= 100 ? { band } : {};
}
