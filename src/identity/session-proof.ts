/** What a session was signed in with, and when; and what a role asks of it. */
import type { Role } from '../access/actor.ts';
import { OF_DEMO, TWO_FACTORS } from '../access/proof.ts';
import type { Settings } from '../foundation/settings.ts';

export interface Proof {
  /** RFC 8176; `demo` of accounts of a demo; `fed` where an issuer said who it is. */
  readonly amr: readonly string[];
  /** Seconds since 1970; 0 where nothing is known. */
  readonly at: number;
}

/** Of a session of which nothing is known: it may set up a factor, where the role works with one. */
export const NO_PROOF: Proof = { amr: [], at: 0 };

/** An issuer says who it is; what was shown there it may say in `acr`. */
export const FEDERATED = 'fed';

/** RFC 8176: a key was shown, by somebody who was there. */
export const BY_PASSKEY = ['pop', 'user'] as const;

/** Just now, by these means. */
export const provedBy = (...amr: readonly string[]): Proof => ({ amr, at: Math.floor(Date.now() / 1000) });

export const roleNeedsFactor = (role: Role, { secondFactor }: Pick<Settings, 'secondFactor'>): boolean =>
  secondFactor === 'all' || role !== 'reporter';

export const lacksFactor = (
  role: Role,
  amr: readonly string[],
  settings: Pick<Settings, 'secondFactor'>,
): boolean => roleNeedsFactor(role, settings) && !amr.includes(TWO_FACTORS) && !amr.includes(OF_DEMO);
