/** One line of the access log: who, what, where, what for, and how it ended. No count is in it. */
import { randomUUID } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { ObjectWords } from './object.ts';
import type { Place } from './place.ts';

/** What figures are for; `FEEDBACK`: who reports, or whose county does, looks at what became of it. */
export const PURPOSES = ['GRANT_REVIEW', 'PLANNING', 'STATISTICS', 'AUDIT', 'FEEDBACK'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const DECISIONS = ['allowed', 'refused', 'failed'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a handler learns on its way and the log must name. */
export interface EntryFacts {
  readonly release?: string;
  readonly releaseVersion?: number;
  readonly dryRun?: boolean;
  readonly policy?: number;
  /** Keyed commitment to what was stored; without the key in the school's receipt it says nothing. */
  readonly commitment?: Buffer;
  /** Id of the entry, account or hold that the act is about. */
  readonly subject?: string;
  /** Of an export: the time asked for, and which leaves of which tree go out. Of a hold: its time, and until when. */
  readonly span?: string;
  /** What else the act is about, in words of its own: filters as they were checked, days, the kind of a list. Never a count of people. */
  readonly object?: ObjectWords;
  /** Of an act on several things at once: what each is. Each has an entry of its own. */
  readonly each?: readonly OneOfMany[];
}

/** One of several things that an act was done to; what it does not say is said by the act. */
export interface OneOfMany extends Pick<EntryFacts, 'subject' | 'object' | 'commitment' | 'policy'> {
  /** Where the entry had to be named before it was made. */
  readonly id?: string;
  readonly place?: Place;
  /** It alone was refused, by these rules. */
  readonly refusedBy?: readonly string[];
}

export interface Entry extends Omit<EntryFacts, 'each'> {
  readonly id: string;
  readonly at: Date;
  readonly tenant: string;
  readonly actor: Actor | undefined;
  readonly action: string;
  readonly place: Place;
  readonly purpose: Purpose | undefined;
  readonly decision: Decision;
  /** Codes of the rules or problems that refused it. */
  readonly rules: readonly string[];
}

export const newEntryId = (): string => randomUUID();
