/** An id as a table shows it: its kind and its last characters, where ids differ. */
export function shortId(id: string): string {
  if (id.length <= 12) return id;
  const prefix = /^[A-Za-z]{1,6}[-_]/.exec(id)?.[0] ?? '';
  return `${prefix}…${id.slice(-6)}`;
}
