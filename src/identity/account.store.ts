/** SQL of accounts. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import type { Account } from './account.ts';

const WHOLE = `SELECT a.tenant, a.id, a.name, a.person, a.office, a.role, a.region, a.password_hash AS "passwordHash", a.epoch,
    ARRAY(SELECT s.school FROM account_school s WHERE s.tenant = a.tenant AND s.account = a.id ORDER BY 1) AS schools,
    ARRAY(SELECT DISTINCT left(w.region, 5) FROM account_school s JOIN school w ON w.tenant = s.tenant AND w.number = s.school
          WHERE s.tenant = a.tenant AND s.account = a.id ORDER BY 1) AS counties
  FROM account a`;
/** Not closed, and within the days of a cover. */
const STANDING = `a.active
  AND (a.valid_from IS NULL OR a.valid_from <= (now() AT TIME ZONE 'Europe/Berlin')::date)
  AND (a.valid_to IS NULL OR a.valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date)`;

@Injectable()
export class AccountStore {
  /** The active account of that name, or undefined. */
  async find(tx: Tx, tenant: string, name: string): Promise<Account | undefined> {
    const [account] = await tx.query<Account>({
      name: 'account-find',
      text: `${WHOLE} WHERE a.tenant = $1 AND a.name = $2 AND ${STANDING}`,
      values: [tenant, name],
    });
    return account;
  }

  /** The same by id. */
  async byId(tx: Tx, tenant: string, id: string): Promise<Account | undefined> {
    const [account] = await tx.query<Account>({
      name: 'account-by-id',
      text: `${WHOLE} WHERE a.tenant = $1 AND a.id = $2 AND ${STANDING}`,
      values: [tenant, id],
    });
    return account;
  }

  /** From now on every token that was given out is none. */
  async raiseEpoch(tx: Tx, tenant: string, id: string): Promise<void> {
    await tx.query({
      text: 'UPDATE account SET epoch = epoch + 1 WHERE tenant = $1 AND id = $2',
      values: [tenant, id],
    });
  }

  /** The county of each school, by its number. */
  async counties(
    tx: Tx,
    tenant: string,
    schools: readonly SchoolNumber[],
  ): Promise<Map<SchoolNumber, RegionKey>> {
    const rows = await tx.query<{ number: SchoolNumber; county: RegionKey }>({
      text: 'SELECT number, left(region, 5) AS county FROM school WHERE tenant = $1 AND number = ANY ($2)',
      values: [tenant, schools],
    });
    return new Map(rows.map(({ number, county }) => [number, county]));
  }

  /** Of those of these accounts that there are. */
  people(
    tx: Tx,
    tenant: string,
    accounts: readonly string[],
  ): Promise<Pick<Account, 'id' | 'person' | 'role'>[]> {
    return tx.query({
      text: 'SELECT id, person, role FROM account WHERE tenant = $1 AND id = ANY ($2::uuid[])',
      values: [tenant, accounts],
    });
  }

  /** Persons who administer today, each with an account that was activated. */
  async administrators(tx: Tx, tenant: string): Promise<number> {
    const [row] = await tx.query<{ persons: number }>({
      text: `SELECT count(DISTINCT a.person)::integer AS persons FROM account a
             WHERE a.tenant = $1 AND a.role = 'admin' AND a.activated_at IS NOT NULL AND ${STANDING}`,
      values: [tenant],
    });
    return row?.persons ?? 0;
  }

  async exists(tx: Tx, tenant: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'SELECT 1 FROM account WHERE tenant = $1 LIMIT 1',
      values: [tenant],
    });
    return rows.length > 0;
  }

  /** Adds accounts with their schools; one statement each, however many they are. */
  async create(tx: Tx, accounts: readonly Account[], invitedBy?: string): Promise<void> {
    const column = <K extends keyof Account>(key: K): Account[K][] => accounts.map((account) => account[key]);
    await tx.query({
      text: `INSERT INTO account (tenant, id, name, person, office, role, region, password_hash, activated_at, invited_by)
             SELECT *, CASE WHEN password_hash IS NOT NULL THEN now() END, $9::uuid
             FROM unnest($1::text[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[])
               AS made (tenant, id, name, person, office, role, region, password_hash)`,
      values: [
        column('tenant'),
        column('id'),
        column('name'),
        column('person'),
        column('office'),
        column('role'),
        column('region'),
        column('passwordHash'),
        invitedBy ?? null,
      ],
    });
    const pairs = accounts.flatMap((account) => account.schools.map((school) => ({ ...account, school })));
    await tx.query({
      text: `INSERT INTO account_school (tenant, account, school) SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[])`,
      values: [pairs.map((p) => p.tenant), pairs.map((p) => p.id), pairs.map((p) => p.school)],
    });
  }
}
