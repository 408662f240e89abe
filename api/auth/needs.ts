import type { MiddlewareHandler } from 'hono';
import { EarshotError } from '../../lib/errors.ts';
import type { ApiEnv } from '../http/router.ts';
import { may, type Principal, type Right } from './principal.ts';

/**
 * What a route needs of its caller: `createRoute({ ...needs('transcripts'), … })`. Enforced, and stated in the OpenAPI
 * document, from which the security tests take it. Without a right: any key or session.
 */
export function needs(right?: Right) {
  const rights = right === undefined ? [] : [right];
  return { security: [{ key: rights }, { session: rights }], middleware: rights.map(requireRight) };
}

/** For what only some requests of a route need. @throws EarshotError `forbidden` where the role lacks the right. */
export function assertRight(principal: Principal, right: Right): void {
  if (may(principal, right)) return;
  const message = `the role ${principal.role} lacks the right "${right}"`;
  const fix = 'ask for a key whose role has it (docs/api.md)';
  throw new EarshotError({ code: 'forbidden', message, fix });
}

/** @throws EarshotError `forbidden` where the role of the caller does not have the right. */
export function requireRight(right: Right): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    assertRight(c.get('principal'), right);
    await next();
  };
}
