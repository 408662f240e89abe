import { llm } from '@livekit/agents';
import { expect, test } from 'vitest';
import { textSession } from './sessions.ts';
import { OpenMicrophone } from './voice-stubs.ts';
import { watched } from './watched.ts';

/** A session whose caller can be made to speak and whose end can be made to begin. */
function callInProgress() {
  const session = textSession();
  session.input.audio = new OpenMicrophone();
  const { emit, of } = watched(session);
  return {
    of,
    state: (oldState: string, newState: string) => emit('user_state_changed', { oldState, newState }),
    heard: (transcript: string, isFinal: boolean) =>
      emit('user_input_transcribed', { transcript, isFinal, language: 'en', speakerId: null, itemId: null }),
    committed: (content: string) =>
      emit('conversation_item_added', { item: llm.ChatMessage.create({ role: 'user', content }) }),
    closing: () => void Reflect.set(session, 'closing', true),
    clearUp: () => void (session.input.audio = null),
  };
}

/** How the caller's items were marked, and which of what was heard was. */
const marks = ({ of }: ReturnType<typeof callInProgress>) => ({
  items: of('item.committed').map(({ cutOff }) => cutOff),
  heard: of('caller.transcribed').filter(({ cutOff }) => cutOff),
});

test('who still speaks when the line goes dead is cut off, although the recogniser finishes his sentence', () => {
  const call = callInProgress();
  call.state('listening', 'speaking');
  call.heard('How large may', false);
  call.closing();
  call.heard('How large may a', true);
  call.committed('How large may a');
  expect(marks(call)).toEqual({ items: ['unknown'], heard: [] });
});

test('the SDK that clears up does not make him silent', () => {
  const call = callInProgress();
  call.state('listening', 'speaking');
  call.closing();
  call.clearUp();
  call.state('speaking', 'listening');
  call.heard('How large may a', true);
  call.committed('How large may a');
  expect(marks(call).items).toEqual(['unknown']);
});

test('who has finished is not cut off, nor who finishes while the agent says good-bye', () => {
  const finished = callInProgress();
  finished.state('listening', 'speaking');
  finished.heard('Thank you, bye.', true);
  finished.state('speaking', 'listening');
  finished.closing();
  finished.committed('Thank you, bye.');
  expect(marks(finished)).toEqual({ items: [undefined], heard: [] });

  const finishes = callInProgress();
  finishes.state('listening', 'speaking');
  finishes.closing();
  finishes.heard('Bye.', true);
  finishes.state('speaking', 'listening');
  finishes.committed('Bye.');
  expect(marks(finishes)).toEqual({ items: [undefined], heard: [] });
});

test('an item in mid-call is not cut off, whoever speaks', () => {
  const call = callInProgress();
  call.state('listening', 'speaking');
  call.heard('We are ten people.', true);
  call.committed('We are ten people.');
  expect(marks(call)).toEqual({ items: [undefined], heard: [] });
});
