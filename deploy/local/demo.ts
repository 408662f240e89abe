import { runDemo } from '../demo/run.ts';
import { aborted } from './interrupt.ts';
import { loginLink } from './login.ts';
import { withStack } from './session.ts';

export type DemoOptions = {
  /** Start with an empty state folder. */
  fresh?: boolean;
  /** End when the books are read: 0 when they balance, else 1. */
  once?: boolean;
  /** Let the callers talk to the real vendors whose keys are set. */
  vendors?: boolean;
  /** Make the calls in rooms of a LiveKit server. */
  rooms?: boolean;
};

/** `earshot demo`: the stack, the callers, what was learned; then up until Ctrl-C unless `once`. */
export function demo(options: DemoOptions): Promise<number> {
  return withStack(options, async (session) => {
    const exitCode = await runDemo({ ...session, vendors: options.vendors ?? false, rooms: options.rooms ?? false });
    if (options.once || session.signal.aborted) return exitCode;
    const { natsUrl, clickhouseUrl } = session.stack;
    session.log(`\nLook at it: ${await loginLink(session.stack)}`);
    session.log(`Still up: broker ${natsUrl}, store ${clickhouseUrl}. Ctrl-C stops it.`);
    await aborted(session.signal);
    return exitCode;
  });
}
