/** SQL of what people may know of themselves, and of who else has to do with their school. */
import { Injectable } from '@nestjs/common';
import type { Role } from '../access/actor.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { SchoolNumber } from '../rules/school.ts';

/** An entry of the log, as far as it is about oneself. */
export interface OwnEntry {
  readonly at: Date;
  readonly action: string;
  readonly decision: string;
  readonly region: string | null;
  readonly school: string | null;
  readonly period: string | null;
  readonly purpose: string | null;
  readonly object: string | null;
  readonly isOwn: boolean;
  readonly byOffice: string | null;
}

/** An account of a school: whose office, by which office invited, and opened anew last. */
export interface PersonOfSchool {
  readonly account: string;
  readonly office: string;
  readonly role: Role;
  readonly active: boolean;
  readonly madeAt: Date;
  readonly from: string | null;
  readonly to: string | null;
  readonly inviterOffice: string | null;
  readonly inviterRole: Role | null;
  readonly renewedAt: Date | null;
  readonly renewerOffice: string | null;
  readonly renewerRole: Role | null;
}

/** Who sent the report of a period that counts. */
export interface ReporterOfSchool {
  readonly period: string;
  readonly reportedAt: Date;
  readonly account: string | null;
  readonly office: string | null;
  readonly role: Role | null;
}

@Injectable()
export class OwnDataStore {
  /** Newest first, at most `most`. */
  entries(tx: Tx, most: number): Promise<OwnEntry[]> {
    return tx.query<OwnEntry>({
      text: `SELECT at, action, decision, region, school, period, purpose, object, is_own AS "isOwn", by_office AS "byOffice"
             FROM own_entries($1)`,
      values: [most],
    });
  }

  people(tx: Tx, school: SchoolNumber): Promise<PersonOfSchool[]> {
    return tx.query<PersonOfSchool>({
      text: `SELECT account, office, role, active, made_at AS "madeAt", valid_from::text AS "from", valid_to::text AS "to",
               inviter_office AS "inviterOffice", inviter_role AS "inviterRole", renewed_at AS "renewedAt",
               renewer_office AS "renewerOffice", renewer_role AS "renewerRole"
             FROM people_of_school($1)`,
      values: [school],
    });
  }

  reporters(tx: Tx, school: SchoolNumber): Promise<ReporterOfSchool[]> {
    return tx.query<ReporterOfSchool>({
      text: `SELECT period, reported_at AS "reportedAt", account, office, role FROM reporters_of_school($1)`,
      values: [school],
    });
  }
}
