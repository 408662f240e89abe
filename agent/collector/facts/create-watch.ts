import type { Clock } from '../../../lib/clock.ts';
import { messageOf } from '../../../lib/errors.ts';
import type { OnProblem } from '../problems.ts';
import { label } from './values.ts';
import type { Session, Watch } from './watch.ts';

export type WatchOptions = Pick<Watch, 'publish'> & {
  session: Session;
  clock: Clock;
  /** Whether the end of the call was announced. */
  announced(): boolean;
  onProblem: OnProblem;
};

/** The protected view of a session, and how to let go of it. */
export function createWatch({ session, clock, publish, announced, onProblem }: WatchOptions): {
  watch: Watch;
  detach(): void;
} {
  const undos: (() => void)[] = [];
  const told = new Set<string>();
  const degraded: Watch['degraded'] = (what, detail) => {
    if (told.has(`${what} ${detail}`)) return;
    told.add(`${what} ${detail}`);
    publish('producer.degraded', { what, detail: label(detail) });
  };
  const guard: Watch['guard'] =
    (name, callback) =>
    (...args) => {
      try {
        callback(...args);
      } catch (error) {
        onProblem({ code: 'listener_failed', field: name, message: messageOf(error) });
        degraded('listener_failed', name);
      }
    };
  const closing = () => Reflect.get(session, '_closing') === true;
  const watch: Watch = {
    session,
    clock,
    publish,
    guard,
    degraded,
    on: (name, listener) => {
      const guarded = guard(name, listener);
      session.on(name, guarded);
      undos.push(() => session.off(name, guarded));
    },
    onDetach: (undo) => void undos.push(undo),
    closing,
    ending: () => announced() || closing(),
  };
  const detach = () => {
    for (const undo of undos.splice(0)) guard('detach', undo)();
  };
  return { watch, detach };
}
