/** What an anonymiser made of a school's counts, and what that costs. */
import type { Report } from './report.ts';

/** Numbers of consultations; `cost` = the policy's pooling weight × withheld + pooled. */
export interface Loss {
  readonly itemised: number;
  readonly pooled: number;
  readonly withheld: number;
  readonly cost: number;
}

export interface PooledReport {
  readonly report: Report;
  readonly loss: Loss;
  /** Unions of benefits whose distinct pupils, if known, could lower the loss; best first, at most three. */
  readonly wouldHelp: readonly (readonly string[])[];
}
