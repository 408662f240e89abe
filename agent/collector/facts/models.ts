import type { FactData } from '../../../events/catalogue.ts';
import { modelOf } from './component.ts';
import { agentOf } from './fallbacks.ts';
import { defined } from './values.ts';
import type { Watch } from './watch.ts';

type Models = NonNullable<FactData<'call.started'>['models']>;

/** The models at work: the agent's own where it has some, else the session's. */
export function modelsOf(watch: Pick<Watch, 'session'>): Models {
  const agent = agentOf(watch);
  const { session } = watch;
  return defined({
    stt: modelOf(agent?.stt ?? session.stt),
    llm: modelOf(agent?.llm ?? session.llm),
    tts: modelOf(agent?.tts ?? session.tts),
  });
}

/** Says so when the agent that took over works with other models than those known so far. */
export function watchModels(watch: Watch, known: Models): void {
  let last = JSON.stringify(known);
  watch.on('conversation_item_added', ({ item }) => {
    if (item.type !== 'agent_handoff') return;
    const models = modelsOf(watch);
    if (JSON.stringify(models) === last) return;
    last = JSON.stringify(models);
    watch.publish('call.updated', { models });
  });
}
