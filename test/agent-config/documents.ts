const SMALL = `name: ada
company: Quillmark
prompt: You are Ada.
greeting: Hello.
recognisers:
  - vendor: deepgram
models:
  - vendor: openai
voices:
  - vendor: elevenlabs
`;

/** A small good document of eleven lines, the last of them free for `more`. */
export function document(more = ''): string {
  return `${SMALL}${more}${more ? '\n' : ''}`;
}

/** The same agent with another greeting. */
export function greeting(words: string): string {
  return SMALL.replace('greeting: Hello.', `greeting: ${words}`);
}
