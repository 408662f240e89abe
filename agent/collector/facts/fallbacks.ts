import { nameOf } from './component.ts';
import type { Emitter, Watch } from './watch.ts';

const kinds = ['stt', 'llm', 'tts'] as const;
type Kind = (typeof kinds)[number];

/**
 * Fallback adapters say when they leave a component or come back to it, each on itself and not on the session. The
 * session's and its agent's components are looked at at every turn, since agents change.
 */
export function watchFallbacks(watch: Watch): void {
  const followed = new WeakSet<object>();
  const follow = (kind: Kind, component: unknown) => {
    if (!isEmitter(component) || followed.has(component)) return;
    followed.add(component);
    const listener = watch.guard(`${kind} fallback`, (event: unknown) => publishSwitch(watch, kind, component, event));
    component.on(`${kind}_availability_changed`, listener);
    watch.onDetach(() => component.off(`${kind}_availability_changed`, listener));
  };
  const look = () => {
    for (const kind of kinds) {
      follow(kind, watch.session[kind]);
      follow(kind, agentOf(watch)?.[kind]);
    }
  };
  look();
  watch.on('speech_created', look);
  watch.on('conversation_item_added', look);
  watch.on('agent_state_changed', look);
}

/** The session has no agent before it starts, and says so by throwing. */
export function agentOf({ session }: Pick<Watch, 'session'>): Watch['session']['currentAgent'] | undefined {
  try {
    return session.currentAgent;
  } catch {
    return undefined;
  }
}

function publishSwitch({ publish }: Watch, kind: Kind, adapter: object, event: unknown): void {
  if (typeof event !== 'object' || event === null || !('available' in event)) return;
  const component: unknown = Reflect.get(event, kind);
  publish('fallback.switched', {
    kind,
    component: nameOf(component) ?? 'unknown',
    available: event.available === true,
    active: activeOf(kind, adapter),
  });
}

const CHILDREN = { stt: 'sttInstances', llm: 'llms', tts: 'ttsInstances' } as const;

/** The first component that is available; the adapters keep that list beside the components. */
function activeOf(kind: Kind, adapter: object): string | null {
  const children: unknown = Reflect.get(adapter, CHILDREN[kind]);
  const statuses: unknown = Reflect.get(adapter, '_status');
  if (!Array.isArray(children) || !Array.isArray(statuses)) return null;
  const index = statuses.findIndex(
    (status: unknown) => typeof status === 'object' && status !== null && Reflect.get(status, 'available') === true,
  );
  return nameOf(children[index]) ?? null;
}

function isEmitter(value: unknown): value is Emitter {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'on') === 'function' &&
    typeof Reflect.get(value, 'off') === 'function'
  );
}
