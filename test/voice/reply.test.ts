import { describe, expect, it } from 'vitest';
import { answerTo, type ChatMessage } from '../vendors/reply.ts';
import { callScript } from '../vendors/script.ts';

const record = { name: 'record_signal', args: { name: 'team_size', value: 12 } };
const script = callScript.parse({
  agentVoice: {},
  otherwise: 'Sorry?',
  faults: {},
  reactions: [
    { to: 'We are a team of twelve people.', tools: [record], reply: 'Twelve, noted.' },
    { to: 'Does it work with Salesforce?', tools: [], reply: 'It does.' },
  ],
});
const user = (content: string): ChatMessage => ({ role: 'user', content });
const called: ChatMessage = {
  role: 'assistant',
  tool_calls: [{ function: { name: record.name, arguments: JSON.stringify(record.args) } }],
};
const result: ChatMessage = { role: 'tool', content: '{}' };

describe('the scripted model', () => {
  it('calls the tools first and speaks when they have answered', () => {
    const said = user('we are a team of twelve people');
    expect(answerTo([said], script)).toEqual({ tools: [record], text: '' });
    expect(answerTo([said, called, result], script)).toEqual({ tools: [], text: 'Twelve, noted.' });
  });

  it('understands most of an utterance, and several in one turn', () => {
    expect(answerTo([user('are a team of twelve')], script).tools).toEqual([record]);
    expect(answerTo([user('We are a team of twelve people. Does it work with Salesforce?')], script).tools).toEqual([
      record,
    ]);
    expect(
      answerTo([user('We are a team of twelve people. Does it work with Salesforce?'), called, result], script).text,
    ).toBe('It does.');
  });

  it('calls no tool twice for the same thing', () => {
    expect(
      answerTo(
        [user('We are a team of twelve people'), called, result, user('a team of twelve people we are')],
        script,
      ),
    ).toEqual({
      tools: [],
      text: 'Twelve, noted.',
    });
  });

  it('says that it did not understand what is not in the script', () => {
    expect(answerTo([user('What about the weather?')], script)).toEqual({ tools: [], text: 'Sorry?' });
  });
});
