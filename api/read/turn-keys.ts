/** Turns as the lists that `partsOfTurns` takes. */
export function turnKeys(rows: readonly { call_id: string; turn: number; version: number }[]) {
  return {
    callIds: rows.map((row) => row.call_id),
    turns: rows.map((row) => row.turn),
    versions: rows.map((row) => row.version),
  };
}

/** Names a turn among those of many calls. */
export function turnKey({ call_id: call, turn }: { call_id: string; turn: number }): string {
  return `${call} ${turn}`;
}
