import { EarshotError } from '../../lib/errors.ts';
import type { Announcement, CallScript, SpokenWord, Voice } from '../vendors/script.ts';

export type CallerSpeech = { sampleRate: number; pcm: Int16Array; words: SpokenWord[]; durationMs: number };

/** What a caller's process asks of the emulated vendors: its voice, and that they know what it will say. */
export type VendorsClient = {
  open(call: string, script: CallScript): Promise<void>;
  close(call: string): Promise<void>;
  announce(call: string, what: Announcement): Promise<void>;
  speech(text: string, voice: Voice): Promise<CallerSpeech>;
};

export function createVendorsClient(url: string): VendorsClient {
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const request = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
    const response = await fetch(`${url}/control/${path}`, request).catch((error: unknown) => {
      throw unreachable(url, error);
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    throw new EarshotError({
      code: 'vendors_refused',
      field: path,
      message: `${response.status} ${JSON.stringify(answer)}`,
      fix: 'check EARSHOT_VENDORS_URL, or start them: node --import tsx test/vendors/main.ts',
    });
  }
  return {
    open: async (call, script) => void (await ask('PUT', `calls/${call}`, script)),
    close: async (call) => void (await ask('DELETE', `calls/${call}`)),
    announce: async (call, { words, durationMs }) =>
      void (await ask('POST', `calls/${call}/utterances`, { words, durationMs })),
    speech: async (text, voice) => {
      const { sampleRate, pcm, words } = (await ask('POST', 'speech', { text, voice })) as {
        sampleRate: number;
        pcm: string;
        words: SpokenWord[];
      };
      const bytes = Buffer.from(pcm, 'base64');
      const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
      return { sampleRate, pcm: samples, words, durationMs: (samples.length * 1_000) / sampleRate };
    },
  };
}

function unreachable(url: string, cause: unknown): EarshotError {
  return new EarshotError(
    {
      code: 'vendors_unreachable',
      field: 'EARSHOT_VENDORS_URL',
      message: `nobody answers at ${url}`,
      fix: 'start the emulated vendors: node --import tsx test/vendors/main.ts',
    },
    { cause, retriable: 'yes' },
  );
}
