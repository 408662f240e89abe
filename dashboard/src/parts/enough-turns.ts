/** Under this many turns a percentile says little and is greyed. */
export const ENOUGH_TURNS = 20;
