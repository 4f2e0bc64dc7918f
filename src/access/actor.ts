/** Who asks: an account with one role and one scope, or a part of the system with a name. */
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';

export const ROLES = [
  'reporter',
  'provider',
  'coordinator',
  'benefit-office',
  'district',
  'state',
  'disclosure-officer',
  'protection-officer',
  'auditor',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

/** What runs without a person: it has a right of its own in the table, and entries under its own name. */
export type SystemRole = 'publisher' | 'retention';

export interface Actor {
  /** The Land whose data the actor may touch at all. */
  readonly tenant: string;
  readonly role: Role | SystemRole;
  /** Account id; absent for the system. */
  readonly account?: string;
  /** Random number of the human behind the account; two accounts of one human share it. */
  readonly person?: string;
  readonly office?: string;
  /** Name of a system actor, such as `publisher`. */
  readonly system?: string;
  /** Who sat at the command line, as far as the machine knows. */
  readonly operator?: string;
  readonly region?: RegionKey;
  readonly schools: readonly SchoolNumber[];
  /** Counties that these schools lie in. */
  readonly counties?: readonly RegionKey[];
  /** Id of the access token that was shown. */
  readonly token?: string;
  /** Epoch of the account that the token was issued in: a change of the account since then ends the token. */
  readonly epoch?: number;
  /** Id of the session that the token belongs to. */
  readonly session?: string;
  /** How the session was signed in, in the words of RFC 8176. */
  readonly amr?: readonly string[];
  /** When it was shown last who it is; seconds since 1970. */
  readonly provedAt?: number;
  /** It is a program: it reports for its schools, and has nothing of its own. */
  readonly isProgram?: boolean;
  /** The role works with a second factor, and the session has shown none: it may set one up, and nothing else. */
  readonly lacksFactor?: boolean;
}

/** A part of the system that acts under a name of its own; it asks as `role`. */
export const systemActor = (tenant: string, system: string, role: Actor['role']): Actor => ({
  tenant,
  role,
  system,
  schools: [],
});

/** The scope in words short enough for a line of the log. */
export const scopeOf = (actor: Actor): string => actor.region ?? (actor.schools.join(' ') || actor.tenant);
