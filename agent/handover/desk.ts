export type HandoverRequest = {
  /** The room in which the caller waits. */
  room: string;
  /** One spoken sentence: what the caller wants from a human. */
  reason: string;
  /** What was recorded of the call so far, as text for the human. */
  summary: string;
  signals: Readonly<Record<string, unknown>>;
};

export type HandoverAnswer = { accepted: true; who?: string | undefined } | { accepted: false; why: string };

/** The port to the people who take over a call: they come into the room in which the caller is. */
export type HumanDesk = {
  /** How long an answer may take, ms. */
  readonly patienceMs: number;
  /**
   * Asks for a human. Nobody free, busy or no answer is an answer, not an error.
   *
   * @throws EarshotError when the desk itself does not work
   */
  request(request: HandoverRequest, signal: AbortSignal): Promise<HandoverAnswer>;
};
