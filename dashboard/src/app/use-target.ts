import { useSession } from './session.ts';

/** The answer that callers should get within, ms, as the api is set; undefined while it is not known. */
export function useTargetMs(): number | undefined {
  return useSession()?.targetMs;
}
