/** SQL of second factors. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

/** What an account has set up. */
export interface HeldFactors {
  readonly sealed: Buffer | null;
  readonly totpAt: Date | null;
  readonly lastStep: number;
  /** Of the address that the service has now. */
  readonly passkeys: number;
  /** Of another one, which no browser offers here. */
  readonly passkeysElsewhere: number;
  readonly recoveryCodes: number;
  /** Tries at a code since the last right one. */
  readonly tries: number;
  /** Whether the database was filled with a demo, which asks nobody for a second factor. */
  readonly isDemo: boolean;
}

@Injectable()
export class FactorsStore {
  async held(tx: Tx, tenant: string, account: string, rpId: string): Promise<HeldFactors> {
    const [held] = await tx.query<HeldFactors>({
      name: 'factors-held',
      text: `SELECT t.sealed, t.confirmed_at AS "totpAt", coalesce(t.last_step, 0)::float8 AS "lastStep",
               (SELECT count(*) FROM passkey p WHERE p.tenant = $1 AND p.account = $2 AND p.rp_id = $3)::integer AS passkeys,
               (SELECT count(*) FROM passkey p WHERE p.tenant = $1 AND p.account = $2 AND p.rp_id <> $3)::integer
                 AS "passkeysElsewhere",
               (SELECT count(*) FROM recovery_code r WHERE r.tenant = $1 AND r.account = $2)::integer AS "recoveryCodes",
               coalesce((SELECT tries FROM factor_tries f WHERE f.tenant = $1 AND f.account = $2), 0) AS tries,
               EXISTS (SELECT FROM demo d WHERE d.tenant = $1) AS "isDemo"
             FROM (VALUES (0)) AS one LEFT JOIN account_totp t ON t.tenant = $1 AND t.account = $2`,
      values: [tenant, account, rpId],
    });
    if (!held) throw new TypeError('a query of one row answered none');
    return held;
  }

  async isDemo(tx: Tx, tenant: string): Promise<boolean> {
    return (await tx.query({ text: 'SELECT FROM demo WHERE tenant = $1', values: [tenant] })).length > 0;
  }

  /** Takes a try, before the code is looked at; how many there were since the last right one, this one too. Waits for another try at the same account. */
  async takeTry(tx: Tx, tenant: string, account: string): Promise<number> {
    const [row] = await tx.query<{ tries: number }>({
      name: 'factor-try',
      text: `INSERT INTO factor_tries AS f (tenant, account, tries) VALUES ($1, $2, 1)
             ON CONFLICT (tenant, account) DO UPDATE SET tries = f.tries + 1 RETURNING tries`,
      values: [tenant, account],
    });
    return row?.tries ?? Infinity;
  }

  async forgetTries(tx: Tx, tenant: string, account: string): Promise<void> {
    await tx.query({
      name: 'factor-tries-over',
      text: 'UPDATE factor_tries SET tries = 0 WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
  }

  /** Uses up the step and all before it; false where somebody else was first. */
  async useStep(tx: Tx, tenant: string, account: string, step: number): Promise<boolean> {
    const rows = await tx.query({
      name: 'totp-step',
      text: `UPDATE account_totp SET last_step = $3
             WHERE tenant = $1 AND account = $2 AND last_step < $3 AND sealed IS NOT NULL RETURNING 1`,
      values: [tenant, account, step],
    });
    return rows.length > 0;
  }

  /** Uses up the recovery code of this digest; false where there is none. */
  async useRecoveryCode(tx: Tx, tenant: string, account: string, hash: Buffer): Promise<boolean> {
    const rows = await tx.query({
      name: 'recovery-code-use',
      text: 'DELETE FROM recovery_code WHERE tenant = $1 AND account = $2 AND hash = $3 RETURNING 1',
      values: [tenant, account, hash],
    });
    return rows.length > 0;
  }

  /** These take the place of all before them. */
  async putRecoveryCodes(tx: Tx, tenant: string, account: string, hashes: readonly Buffer[]): Promise<void> {
    await tx.query({
      text: 'DELETE FROM recovery_code WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
    await tx.query({
      text: 'INSERT INTO recovery_code (tenant, account, hash) SELECT $1, $2, unnest($3::bytea[])',
      values: [tenant, account, hashes],
    });
  }

  /** A secret that waits for its first code; one that waited before is void. */
  async putPending(tx: Tx, tenant: string, account: string, sealed: Buffer): Promise<void> {
    await tx.query({
      text: `INSERT INTO account_totp (tenant, account, pending, pending_at) VALUES ($1, $2, $3, now())
             ON CONFLICT (tenant, account) DO UPDATE SET pending = EXCLUDED.pending, pending_at = EXCLUDED.pending_at`,
      values: [tenant, account, sealed],
    });
  }

  /** The secret that waits, not longer than so many seconds. */
  async pending(tx: Tx, tenant: string, account: string, seconds: number): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ pending: Buffer }>({
      text: `SELECT pending FROM account_totp
             WHERE tenant = $1 AND account = $2 AND pending_at > now() - make_interval(secs => $3) FOR UPDATE`,
      values: [tenant, account, seconds],
    });
    return row?.pending;
  }

  /** What waited counts from now on; the step by which it was confirmed is used up. */
  async confirmPending(tx: Tx, tenant: string, account: string, step: number): Promise<void> {
    await tx.query({
      text: `UPDATE account_totp SET sealed = pending, confirmed_at = now(), last_step = $3, pending = NULL, pending_at = NULL
             WHERE tenant = $1 AND account = $2`,
      values: [tenant, account, step],
    });
  }

  /** Takes the app away; false where there was none. */
  async removeTotp(tx: Tx, tenant: string, account: string): Promise<boolean> {
    const rows = await tx.query<{ had: boolean }>({
      text: 'DELETE FROM account_totp WHERE tenant = $1 AND account = $2 RETURNING sealed IS NOT NULL AS had',
      values: [tenant, account],
    });
    return rows[0]?.had ?? false;
  }

  /** Every factor of the account goes; whether there was any. */
  async removeAll(tx: Tx, tenant: string, account: string): Promise<boolean> {
    const taken = await Promise.all(
      ['account_totp', 'passkey', 'recovery_code'].map((table) =>
        tx.query({
          text: `DELETE FROM ${table} WHERE tenant = $1 AND account = $2 RETURNING 1`,
          values: [tenant, account],
        }),
      ),
    );
    return taken.some((rows) => rows.length > 0);
  }
}
