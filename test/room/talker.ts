import { scenario, type Scenario } from '../scenarios/schema.ts';

/** A caller for tests of how calls end: he says one line, and the agent's answer to it is long. */
export const talker: Scenario = scenario.parse({
  name: 'talker',
  about: 'says one thing and listens',
  participant: { id: 'talker', name: 'Tess Talker' },
  channel: 'web',
  voice: {},
  conversation: [
    {
      caller: 'We are a team of twelve people.',
      agent: {
        records: [{ name: 'team_size', value: 12, quote: 'a team of twelve people' }],
        says:
          'Twelve people, that is a good size for us. Many teams like yours begin with the Team plan and move on ' +
          'when they need more. It takes a day to set up and nobody has to install anything at all.',
      },
    },
    { caller: 'And what does it cost?', agent: { says: 'Thirty nine euros for each user and month.' } },
  ],
  ends: { by: 'caller' },
  expect: { end: { reason: 'caller_hung_up', by: 'caller' }, callerItems: 1 },
});

/** The same, and the agent's answers are short. */
export const briefTalker: Scenario = {
  ...talker,
  conversation: talker.conversation.map((line) => ({
    ...line,
    agent: { ...line.agent, says: line.agent.says.split('. ')[0] ?? '' },
  })),
};
