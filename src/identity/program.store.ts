/** SQL of programs: who they act as, who answers for them, their keys, and proofs that count once. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

/** A public key as it is stored (RFC 7517), with the algorithm that it is for. */
export interface ProgramJwk {
  readonly kty: string;
  readonly alg: string;
  readonly [member: string]: unknown;
}

export interface ListedProgram {
  readonly account: string;
  readonly name: string;
  readonly office: string;
  /** Name of the account of whoever answers for it. */
  readonly owner: string;
  readonly schools: readonly string[];
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string;
  readonly isOpen: boolean;
  readonly keys: readonly string[];
}

@Injectable()
export class ProgramStore {
  async put(tx: Tx, tenant: string, account: string, owner: string, until: string): Promise<void> {
    await tx.query({
      text: 'INSERT INTO program (tenant, account, owner) VALUES ($1, $2, $3)',
      values: [tenant, account, owner],
    });
    await tx.query({
      text: 'UPDATE account SET valid_to = $3::date WHERE tenant = $1 AND id = $2',
      values: [tenant, account, until],
    });
  }

  /** The account of the program of that name, open or not. */
  async byName(tx: Tx, tenant: string, name: string): Promise<string | undefined> {
    const [found] = await tx.query<{ account: string }>({
      text: `SELECT p.account FROM program p JOIN account a ON a.tenant = p.tenant AND a.id = p.account
             WHERE p.tenant = $1 AND a.name = $2`,
      values: [tenant, name],
    });
    return found?.account;
  }

  /** False where there are two already, or this one. */
  async addKey(tx: Tx, tenant: string, account: string, kid: string, jwk: ProgramJwk): Promise<boolean> {
    const added = await tx.query({
      text: `INSERT INTO program_key (tenant, account, kid, place, jwk)
             SELECT $1, $2, $3, min(s.place), $4 FROM (VALUES (1), (2)) AS s (place)
             WHERE NOT EXISTS (SELECT FROM program_key k WHERE k.tenant = $1 AND k.account = $2 AND k.place = s.place)
             HAVING min(s.place) IS NOT NULL ON CONFLICT DO NOTHING RETURNING 1`,
      values: [tenant, account, kid, JSON.stringify(jwk)],
    });
    return added.length > 0;
  }

  async removeKey(tx: Tx, tenant: string, account: string, kid: string): Promise<boolean> {
    const removed = await tx.query({
      text: 'DELETE FROM program_key WHERE tenant = $1 AND account = $2 AND kid = $3 RETURNING 1',
      values: [tenant, account, kid],
    });
    return removed.length > 0;
  }

  /** The key of that id where the program has it, and somebody answers for it. */
  async keyOf(tx: Tx, tenant: string, account: string, kid: string): Promise<ProgramJwk | undefined> {
    const [found] = await tx.query<{ jwk: ProgramJwk }>({
      name: 'program-key',
      text: `SELECT k.jwk FROM program_key k JOIN program p ON p.tenant = k.tenant AND p.account = k.account
               JOIN account o ON o.tenant = p.tenant AND o.id = p.owner AND o.active
             WHERE k.tenant = $1 AND k.account = $2 AND k.kid = $3`,
      values: [tenant, account, kid],
    });
    return found?.jwk;
  }

  list(tx: Tx, tenant: string): Promise<ListedProgram[]> {
    return tx.query<ListedProgram>({
      text: `SELECT p.account, a.name, a.office, o.name AS owner, to_char(a.valid_to, 'YYYY-MM-DD') AS until,
               a.active AND o.active AND a.valid_to >= (now() AT TIME ZONE 'Europe/Berlin')::date AS "isOpen",
               ARRAY(SELECT s.school FROM account_school s WHERE s.tenant = p.tenant AND s.account = p.account ORDER BY 1) AS schools,
               ARRAY(SELECT k.kid FROM program_key k WHERE k.tenant = p.tenant AND k.account = p.account ORDER BY k.made_at, k.kid) AS keys
             FROM program p JOIN account a ON a.tenant = p.tenant AND a.id = p.account
               JOIN account o ON o.tenant = p.tenant AND o.id = p.owner
             WHERE p.tenant = $1 ORDER BY a.name`,
      values: [tenant],
    });
  }

  /** Whether it is the first time that this is shown, over all processes; seconds for which that is remembered. */
  async isFirst(tx: Tx, tenant: string, hash: Buffer, seconds: number): Promise<boolean> {
    const made = await tx.query({
      name: 'proof-use',
      text: `INSERT INTO used_proof (tenant, hash, ends_at) VALUES ($1, $2, now() + make_interval(secs => $3))
             ON CONFLICT DO NOTHING RETURNING 1`,
      values: [tenant, hash, seconds],
    });
    return made.length > 0;
  }

  /** Forgets what is over; how many there were. */
  async forgetOver(tx: Tx, tenant: string, most: number): Promise<number> {
    const gone = await tx.query({
      text: `DELETE FROM used_proof WHERE tenant = $1 AND ends_at < now() AND hash IN (
               SELECT hash FROM used_proof WHERE tenant = $1 AND ends_at < now() LIMIT $2) RETURNING 1`,
      values: [tenant, most],
    });
    return gone.length;
  }
}
