/** One line of the access log: who, what, where, what for, and how it ended. No count is in it. */
import { randomUUID } from 'node:crypto';
import { type Actor, scopeOf } from './actor.ts';
import type { Place } from './place.ts';

export const PURPOSES = ['GRANT_REVIEW', 'PLANNING', 'STATISTICS', 'AUDIT'] as const;
export type Purpose = (typeof PURPOSES)[number];

export type Decision = 'allowed' | 'refused' | 'failed';

/** What a handler learns on its way and the log must name. */
export interface Facts {
  readonly release?: string;
  readonly releaseVersion?: number;
  readonly dryRun?: boolean;
  readonly policy?: number;
  /** Keyed commitment to what was stored; without the key in the school's receipt it says nothing. */
  readonly commitment?: Buffer;
}

export interface Entry extends Facts {
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

/** The entry as the columns of `access_entry`, in the order of its INSERT. */
export const columnsOf = (entry: Entry): unknown[] => [
  entry.tenant,
  entry.id,
  entry.at,
  entry.actor?.account ?? null,
  entry.actor?.system ?? null,
  entry.actor?.office ?? null,
  entry.actor?.role ?? null,
  entry.actor ? scopeOf(entry.actor) : null,
  entry.action,
  entry.place.region ?? null,
  entry.place.school ?? null,
  entry.place.period ?? null,
  entry.release ?? null,
  entry.releaseVersion ?? null,
  entry.place.level ?? null,
  entry.place.by ?? null,
  entry.dryRun ?? false,
  entry.purpose ?? null,
  entry.decision,
  entry.rules,
  entry.policy ?? null,
  entry.actor?.token ?? null,
  entry.commitment ?? null,
];

export const newEntryId = (): string => randomUUID();
