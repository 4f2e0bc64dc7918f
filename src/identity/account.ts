/** An account: one role, one scope, and a password that only its hash knows. */
import type { Actor, Role } from '../access/actor.ts';
import { NEWEST_POLICY } from '../rules/policy.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';

/**
 * Most schools of one reporter: a worker serves one or two. Whoever reports for more is a provider, with a contract.
 * The funding directive names the number, and the policy holds it.
 */
export const SCHOOLS_PER_REPORTER = NEWEST_POLICY.schoolsPerReporter;

export interface Account {
  readonly tenant: string;
  readonly id: string;
  /** What is typed at sign-in. */
  readonly name: string;
  /** Random number of the human behind it. */
  readonly person: string;
  readonly office: string;
  readonly role: Role;
  readonly region: RegionKey | null;
  readonly schools: readonly SchoolNumber[];
  /** Counties that these schools lie in, as the list of schools says. */
  readonly counties?: readonly RegionKey[];
  /** argon2id; null means nobody can sign in. */
  readonly passwordHash: string | null;
  /** Raised with every change of what a token says or opens. */
  readonly epoch: number;
}

/** Of a new account. */
export const FIRST_EPOCH = 1;

/** The account as the one who acts. */
export const actorOf = (
  account: Account,
  token?: { readonly id: string; readonly session: string },
): Actor => ({
  tenant: account.tenant,
  role: account.role,
  account: account.id,
  person: account.person,
  office: account.office,
  schools: account.schools,
  ...(account.counties && account.counties.length > 0 ? { counties: account.counties } : {}),
  ...(account.region ? { region: account.region } : {}),
  ...(token ? { token: token.id, session: token.session, epoch: account.epoch } : {}),
});
