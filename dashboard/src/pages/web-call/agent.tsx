import { BarVisualizer, useVoiceAssistant } from '@livekit/components-react';
import { inWords } from '../../format/words.ts';
import css from './web-call.module.css';

const STATES: Record<string, string> = {
  connecting: 'Waiting for the agent',
  initializing: 'The agent is coming',
  listening: 'Listening',
  thinking: 'Thinking',
  speaking: 'Speaking',
};

/** What the agent does now, and the sound of it. */
export function Agent() {
  const { state, audioTrack } = useVoiceAssistant();
  return (
    <div className={css.agent} data-state={state}>
      <span className="dim">Agent</span>
      <BarVisualizer
        state={state}
        {...(audioTrack && { track: audioTrack })}
        barCount={5}
        options={{ minHeight: 16 }}
        className={css.bars}
        aria-hidden
      />
      <b data-testid="agent-state">{STATES[state] ?? inWords(state)}</b>
    </div>
  );
}
