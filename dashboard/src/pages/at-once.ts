/** Rows that a list asks for at a time. */
export const CALLS_AT_ONCE = 50;
/** As many as the api reads for the best of the day: both share a reading. */
export const LEADS_AT_ONCE = 25;
export const SLOWEST_AT_ONCE = 8;

/** Media query: a call's transcript and turn fit beside each other. */
export const BESIDE = '(min-width: 1000px)';
