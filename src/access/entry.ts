/** One line of the access log: who, what, where, what for, and how it ended. No count is in it. */
import { randomUUID } from 'node:crypto';
import { type Actor, scopeOf } from './actor.ts';
import { type ObjectWords, objectText } from './object.ts';
import type { Place } from './place.ts';

/** What figures are for; `FEEDBACK`: who reports, or whose county does, looks at what became of it. */
export const PURPOSES = ['GRANT_REVIEW', 'PLANNING', 'STATISTICS', 'AUDIT', 'FEEDBACK'] as const;
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
  /** Id of the entry, account or hold that the act is about. */
  readonly subject?: string;
  /** Of an export: the time asked for, and which leaves of which tree go out. Of a hold: its time, and until when. */
  readonly span?: string;
  /** What else the act is about, in words of its own: filters as they were checked, days, the kind of a list. Never a count of people. */
  readonly object?: ObjectWords;
  /** Of an act on several things at once: what each is. Each has an entry of its own. */
  readonly each?: readonly Pick<Facts, 'subject' | 'object'>[];
}

export interface Entry extends Omit<Facts, 'each'> {
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

/** An entry as it stands in the log, and as an auditor reads it. */
export interface StoredEntry {
  readonly tenant: string;
  readonly id: string;
  readonly at: Date;
  readonly account: string | null;
  readonly system: string | null;
  readonly office: string | null;
  readonly role: string | null;
  readonly scope: string | null;
  readonly action: string;
  readonly region: string | null;
  readonly school: string | null;
  readonly period: string | null;
  readonly release: string | null;
  readonly releaseVersion: number | null;
  readonly level: string | null;
  readonly by: string | null;
  readonly dryRun: boolean;
  readonly purpose: string | null;
  readonly decision: Decision;
  readonly rules: readonly string[];
  readonly policy: number | null;
  readonly token: string | null;
  readonly commitment: Buffer | null;
  readonly subject: string | null;
  readonly span: string | null;
  readonly object: string | null;
  readonly operator: string | null;
}

export const storedForm = (entry: Entry): StoredEntry => ({
  tenant: entry.tenant,
  id: entry.id,
  at: entry.at,
  account: entry.actor?.account ?? null,
  system: entry.actor?.system ?? null,
  office: entry.actor?.office ?? null,
  role: entry.actor?.role ?? null,
  scope: entry.actor ? scopeOf(entry.actor) : null,
  action: entry.action,
  region: entry.place.region ?? null,
  school: entry.place.school ?? null,
  period: entry.place.period ?? null,
  release: entry.release ?? null,
  releaseVersion: entry.releaseVersion ?? null,
  level: entry.place.level ?? null,
  by: entry.place.by ?? null,
  dryRun: entry.dryRun ?? false,
  purpose: entry.purpose ?? null,
  decision: entry.decision,
  rules: entry.rules,
  policy: entry.policy ?? null,
  token: entry.actor?.token ?? null,
  commitment: entry.commitment ?? null,
  // As PostgreSQL writes it, and as it is read back.
  subject: entry.subject?.toLowerCase() ?? null,
  span: entry.span ?? null,
  object: objectText(entry.object ?? {}),
  operator: entry.actor?.operator ?? null,
});

export const newEntryId = (): string => randomUUID();
