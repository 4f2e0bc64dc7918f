/** SQL of what becomes of an account after it was made: its codes, its changes, its end. */
import { Injectable } from '@nestjs/common';
import type { Role } from '../access/actor.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';

/** An account as those see it who look after it: no password, and not whose it is. */
export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly office: string;
  readonly region: RegionKey | null;
  readonly schools: readonly SchoolNumber[];
  readonly mailbox: string | null;
  readonly state: 'invited' | 'active' | 'closed';
  readonly madeAt: Date;
  readonly activatedAt: Date | null;
  readonly closedAt: Date | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface StoredCode {
  readonly account: string;
  readonly hash: Buffer;
  readonly kind: 'activation' | 'reset' | 'mailbox';
  /** Not over, and not tried wrongly too often. */
  readonly isGood: boolean;
}

export interface AccountChange {
  readonly office?: string | undefined;
  readonly mailbox?: string | null | undefined;
  readonly region?: RegionKey | undefined;
  readonly schools?: readonly SchoolNumber[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Which accounts are asked for, and how many at most. */
export interface AccountFilter {
  readonly role?: string | undefined;
  readonly state?: string | undefined;
  /** Name of the last account of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const KNOWN = `SELECT a.id, a.name, a.role, a.office, a.region, a.mailbox, a.made_at AS "madeAt",
    a.activated_at AS "activatedAt", a.closed_at AS "closedAt",
    a.valid_from::text AS "validFrom", a.valid_to::text AS "validTo",
    CASE WHEN NOT a.active THEN 'closed' WHEN a.password_hash IS NULL THEN 'invited' ELSE 'active' END AS state,
    ARRAY(SELECT s.school FROM account_school s WHERE s.tenant = a.tenant AND s.account = a.id ORDER BY 1) AS schools
  FROM account a`;

@Injectable()
export class AccountLifeStore {
  /** Those after `cursor` by their names, one more than `limit` where there are more. Row security leaves out what one may not see; the own one is no such. */
  list(tx: Tx, tenant: string, { role, state, cursor, limit }: AccountFilter): Promise<KnownAccount[]> {
    return tx.query<KnownAccount>({
      text: `SELECT * FROM (${KNOWN} WHERE a.tenant = $1 AND ($2::text IS NULL OR a.role = $2)
               AND ($4::text IS NULL OR a.name > $4) AND a.id IS DISTINCT FROM actor_account()) AS known
             WHERE $3::text IS NULL OR state = $3 ORDER BY name LIMIT $5`,
      values: [tenant, role ?? null, state ?? null, cursor ?? null, limit + 1],
    });
  }

  async one(tx: Tx, tenant: string, id: string): Promise<KnownAccount | undefined> {
    const [account] = await tx.query<KnownAccount>({
      text: `${KNOWN} WHERE a.tenant = $1 AND a.id = $2`,
      values: [tenant, id],
    });
    return account;
  }

  /** A new code; the one before is void. */
  async putCode(
    tx: Tx,
    tenant: string,
    code: {
      readonly account: string;
      readonly hash: Buffer;
      readonly kind: 'activation' | 'reset';
      readonly by: string | undefined;
      readonly days: number;
    },
  ): Promise<Date> {
    const [row] = await tx.query<{ ends: Date }>({
      text: `INSERT INTO account_code (tenant, account, hash, kind, made_by, ends_at)
             VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6))
             ON CONFLICT (tenant, account) DO UPDATE SET hash = EXCLUDED.hash, kind = EXCLUDED.kind,
               made_at = EXCLUDED.made_at, made_by = EXCLUDED.made_by, ends_at = EXCLUDED.ends_at, wrong_tries = 0
             RETURNING ends_at AS ends`,
      values: [tenant, code.account, code.hash, code.kind, code.by ?? null, code.days],
    });
    if (!row) throw new TypeError('a code was not stored');
    return row.ends;
  }

  /** The code of the account of that name, locked until the transaction ends. */
  async codeOf(tx: Tx, tenant: string, name: string, mostWrong: number): Promise<StoredCode | undefined> {
    const [code] = await tx.query<StoredCode>({
      text: `SELECT c.account, c.hash, c.kind, now() < c.ends_at AND c.wrong_tries < $3 AS "isGood"
             FROM account_code c JOIN account a ON a.tenant = c.tenant AND a.id = c.account
             WHERE a.tenant = $1 AND a.name = $2 AND a.active FOR UPDATE OF c`,
      values: [tenant, name, mostWrong],
    });
    return code;
  }

  async wrongCode(tx: Tx, tenant: string, account: string): Promise<void> {
    await tx.query({
      text: 'UPDATE account_code SET wrong_tries = wrong_tries + 1 WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
  }

  /** Uses up the code, if it is still this one; false where it is not. */
  async useCode(tx: Tx, tenant: string, account: string, hash: Buffer): Promise<boolean> {
    const rows = await tx.query({
      text: 'DELETE FROM account_code WHERE tenant = $1 AND account = $2 AND hash = $3 AND now() < ends_at RETURNING 1',
      values: [tenant, account, hash],
    });
    return rows.length > 0;
  }

  async putPassword(tx: Tx, tenant: string, account: string, hash: string): Promise<void> {
    await tx.query({
      text: `UPDATE account SET password_hash = $3, activated_at = coalesce(activated_at, now())
             WHERE tenant = $1 AND id = $2 AND active`,
      values: [tenant, account, hash],
    });
  }

  /** Nobody gets in by the password any more; a code will set a new one, and opens no counts from before. */
  async takePassword(tx: Tx, tenant: string, account: string): Promise<void> {
    await tx.query({
      text: 'UPDATE account SET password_hash = NULL, epoch = epoch + 1, renewed_at = now() WHERE tenant = $1 AND id = $2',
      values: [tenant, account],
    });
  }

  /** Somebody else has opened it anew: from now on its tokens are none, and it reads no counts from before. */
  async renew(tx: Tx, tenant: string, account: string): Promise<void> {
    await tx.query({
      text: 'UPDATE account SET epoch = epoch + 1, renewed_at = now() WHERE tenant = $1 AND id = $2',
      values: [tenant, account],
    });
  }

  /** Closes it and voids its code; false where it was closed already. */
  async close(tx: Tx, tenant: string, account: string): Promise<boolean> {
    const rows = await tx.query({
      text: `UPDATE account SET active = false, closed_at = now() WHERE tenant = $1 AND id = $2 AND active RETURNING 1`,
      values: [tenant, account],
    });
    await tx.query({
      text: 'DELETE FROM account_code WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
    return rows.length > 0;
  }

  /** What is not named stays. Schools are put as a whole. */
  async change(tx: Tx, tenant: string, account: string, change: AccountChange): Promise<void> {
    await tx.query({
      text: `UPDATE account SET office = coalesce($3, office), region = coalesce($4, region),
               mailbox = CASE WHEN $5 THEN $6 ELSE mailbox END,
               valid_from = coalesce($7::date, valid_from), valid_to = coalesce($8::date, valid_to)
             WHERE tenant = $1 AND id = $2 AND active`,
      values: [
        tenant,
        account,
        change.office ?? null,
        change.region ?? null,
        change.mailbox !== undefined,
        change.mailbox ?? null,
        change.from ?? null,
        change.to ?? null,
      ],
    });
    if (!change.schools) return;
    // Added first: an account without any school would be nobody's in a county.
    await tx.query({
      text: `INSERT INTO account_school (tenant, account, school) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
      values: [tenant, account, change.schools],
    });
    await tx.query({
      text: `DELETE FROM account_school WHERE tenant = $1 AND account = $2 AND school <> ALL ($3)`,
      values: [tenant, account, change.schools],
    });
  }
}
