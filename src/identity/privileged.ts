/** Roles whose accounts see or decide much: what becomes of one takes two persons, and its sessions end sooner. */
import type { Role, SystemRole } from '../access/actor.ts';
import type { RegionKey } from '../rules/region.ts';

/** The database has the same list (`is_privileged`), and a test holds one against the other. */
export const PRIVILEGED: ReadonlySet<Role | SystemRole> = new Set<Role>([
  'admin',
  'auditor',
  'protection-officer',
  'disclosure-officer',
  'state',
]);

export const isPrivileged = (role: Role | SystemRole): boolean => PRIVILEGED.has(role);

/** Whether an account of this privileged role may have this scope: the Land, or none where the role has none. */
export const isScopeOf = (role: Role, region: RegionKey | undefined): boolean =>
  role === 'state' || role === 'disclosure-officer' ? region?.length === 2 : region === undefined;
