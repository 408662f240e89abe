/** A caller's end of the line: what he can do, and what he notices of the agent. */
export type Line = {
  /** Speaks 16-bit mono at `MICROPHONE_RATE`; resolves when the last frame is out, or the line went dead. */
  speak(pcm: Int16Array): Promise<void>;
  hangUp(): void;
  /** From now on only what the agent says next is an answer. */
  asked(): void;
  /** The agent is heard. */
  answering(): boolean;
  /** It has said something to its end since it was asked, and listens. */
  answered(): boolean;
  /** How much of what it says was heard so far, ms. */
  heardMs(): number;
  /** Told at each change of these. Returns how to stop it. */
  onChange(listener: () => void): () => void;
};
