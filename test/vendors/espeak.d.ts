declare module '@echogarden/espeak-ng-emscripten' {
  type SpeechEvent = { type: string; text_position: number; word_length: number; audio_position: number };
  type Speaker = {
    set_voice(name: string): void;
    set_rate(wordsPerMinute: number): void;
    set_pitch(pitch: number): void;
    get_samplerate(): number;
    synthesize(text: string, take: (audio: Int16Array | null, events: SpeechEvent[] | null) => void): void;
  };
  export default function init(): Promise<{ eSpeakNGWorker: new () => Speaker }>;
}
