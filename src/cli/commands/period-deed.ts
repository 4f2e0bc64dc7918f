/** What a deed of `kanon period …` is given, and what it tells. */
import type { PeriodKey } from '../../rules/period.ts';
import type { Service } from '../service/service.ts';
import type { ServiceOptions } from '../service/sign-in.ts';
import type { Desk } from '../words/words.ts';

export interface PeriodDeedOptions extends ServiceOptions {
  readonly account?: string;
  readonly passwordFile?: string;
  readonly scheme?: string;
  readonly policy?: string;
  readonly opens?: string;
  readonly closes?: string;
  readonly until?: string;
  readonly corrections?: 'publish' | 'keep';
  readonly confirm?: true;
  readonly json?: true;
}

export interface PeriodAt {
  readonly period: PeriodKey;
  readonly options: PeriodDeedOptions;
  readonly desk: Desk;
}

/** What was answered, and what of it a person reads. */
export interface ToldPeriod {
  readonly body: object;
  readonly lines: readonly string[];
}

/** Looks at its options, and throws Usage, before anybody signs in. */
export type PeriodDeed = (at: PeriodAt) => (service: Service) => Promise<ToldPeriod>;
