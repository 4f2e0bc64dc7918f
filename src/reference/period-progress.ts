/** How far a period is on its way from reports to a release, and what it waits for. */
import type { PeriodKey, PeriodState } from '../rules/period.ts';

export interface PeriodProgress {
  readonly state: PeriodState;
  /** First and last day for reports, `YYYY-MM-DD`. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** The day it is where the schools are, by the clock of the database. */
  readonly today: string;
  /** The human who froze it. */
  readonly frozenPerson: string | null;
  /** Whether somebody asked for its release. */
  readonly asked: boolean;
  /** Whether somebody asks to thaw it, and that still holds. */
  readonly thawAsked: boolean;
  /** Who asked last, and until when that holds or held. */
  readonly thawAskedAt: Date | null;
  readonly thawAskedBy: string | null;
  readonly thawPerson: string | null;
  readonly thawEndsAt: Date | null;
  /** Why the last try to release failed, as a code. */
  readonly failure: string | null;
}

/** How many schools a period expects, and how many of them have reported. */
export interface Completeness {
  readonly expected: number;
  readonly reported: number;
}

/** Of corrections that hide what the state or a district was shown: published in spite of it, or kept back, all of them. */
export type CorrectionChoice = 'publish' | 'keep';

/** Who does something to a period. */
export interface PeriodOfficer {
  readonly account: string;
  readonly person: string;
}

/** A release that was asked for, and what the officer who asked said about corrections. */
export interface ReleaseRequest {
  /** Another one each time that somebody asks. */
  readonly request: string;
  readonly corrections: CorrectionChoice | null;
}

/** A frozen period, and whether its release was asked for. */
export interface FrozenPeriod {
  readonly key: PeriodKey;
  readonly asked: boolean;
}
