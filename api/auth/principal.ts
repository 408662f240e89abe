import type { roles } from '../schemas/roles.ts';

export type Role = (typeof roles)[number];

/** Who asks. Bound to one tenant; no request reads across tenants. */
export type Principal = {
  tenant: string;
  role: Role;
  /** Name of the key or of the login, for the audit. */
  by: string;
  kind: 'key' | 'session';
  /** Public part of the key or session; never the secret. */
  id: string;
  expiresAtMs: number | null;
};

export type Right = 'read' | 'transcripts' | 'calls:start' | 'operate';

const RIGHTS: Record<Role, readonly Right[]> = {
  viewer: ['read'],
  analyst: ['read', 'transcripts', 'calls:start'],
  manager: ['read', 'transcripts', 'calls:start'],
  admin: ['read', 'transcripts', 'calls:start', 'operate'],
};

export function may({ role }: Pick<Principal, 'role'>, right: Right): boolean {
  return RIGHTS[role].includes(right);
}
