import { expect, it } from 'vitest';
import { defaultSignals } from '../../events/signals.ts';
import { createRecordSignal } from '../../agent/session/tools/record-signal.ts';
import { createList, textCall } from './text-call.ts';

const turn = (says: string, name: string, value: unknown, quote: string) => ({
  says,
  tool: 'record_signal',
  args: { name, value, quote },
});

it('keeps what each value replaced and the item in which it was said, over several corrections', async () => {
  const list = createList();
  const known = new Map<string, unknown>();
  const turns = [
    turn('We are ten people.', 'team_size', 10, 'ten people'),
    turn('No wait, fifteen.', 'team_size', 15, 'fifteen'),
    turn('As I said, fifteen of us.', 'team_size', '15', 'fifteen of us'),
    turn('Forget the team size.', 'team_size', null, 'Forget the team size'),
    turn('It is twelve after all.', 'team_size', 12, 'twelve after all'),
    turn('We use Salesforce.', 'integration_needs', 'salesforce', 'we never said this'),
  ];
  const call = await textCall([createRecordSignal(defaultSignals, list.record, known)] as never, turns);
  for (const { says } of turns) await call.say(says);

  const items = call.callerItems();
  expect(items).toHaveLength(turns.length);
  const recorded = list.of('signal.recorded').map(({ name, value, itemId, quote, ...rest }) => ({
    ...{ name, value, itemId, quote },
    ...('replaced' in rest ? { replaced: rest.replaced } : {}),
  }));
  expect(recorded).toEqual([
    { name: 'team_size', value: 10, itemId: items[0], quote: 'ten people' },
    { name: 'team_size', value: 15, itemId: items[1], quote: 'fifteen', replaced: 10 },
    { name: 'team_size', value: 15, itemId: items[2], quote: 'fifteen of us' },
    { name: 'team_size', value: null, itemId: items[3], quote: 'Forget the team size', replaced: 15 },
    { name: 'team_size', value: 12, itemId: items[4], quote: 'twelve after all', replaced: null },
    { name: 'integration_needs', value: ['salesforce'], itemId: items[5] },
  ]);
  expect(call.outputs.every(({ isError }) => !isError)).toBe(true);
  expect(known).toEqual(
    new Map<string, unknown>([
      ['team_size', 12],
      ['integration_needs', ['salesforce']],
    ]),
  );
});

it('records nothing that does not fit, and tells the model why', async () => {
  const list = createList();
  const turns = [turn('We are a dozen.', 'team_size', 'a dozen', 'a dozen')];
  const call = await textCall([createRecordSignal(defaultSignals, list.record)] as never, turns);
  await call.say('We are a dozen.');
  expect(list.of('signal.recorded')).toEqual([]);
  expect(call.outputs).toEqual([
    { output: expect.stringMatching(/team_size must be integer.*record it again/), isError: true },
  ]);
});
