/** SQL of the register of keys: which there are, from when each is used, and which were retired. No secret is in it. */
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { Tx } from '../foundation/database/tx.ts';
import type { KeyPurpose } from './key-purposes.ts';

export interface RegisteredKey {
  readonly purpose: KeyPurpose;
  /** The next one of a purpose has the next number. */
  readonly number: number;
  readonly id: string;
  /** The public half; null of a seals key. */
  readonly jwk: JWK | null;
  /** By a seals key, over purpose, number and id; null of those that older versions wrote down. */
  readonly seal: Buffer | null;
  readonly since: Date;
  readonly usedFrom: Date;
  readonly retiredAt: Date | null;
  /** When it was asked, by the clock of the database. */
  readonly asOf: Date;
}

export type NewKey = Pick<RegisteredKey, 'purpose' | 'number' | 'id' | 'jwk' | 'seal'>;

@Injectable()
export class KeyRegisterStore {
  /** By purpose, the oldest first. */
  all(tx: Tx, tenant: string): Promise<RegisteredKey[]> {
    return tx.query<RegisteredKey>({
      text: `SELECT k.purpose, k.number, k.id, k.jwk, k.seal, k.since, k.used_from AS "usedFrom",
               r.retired_at AS "retiredAt", now() AS "asOf"
             FROM signing_key k LEFT JOIN retired_key r USING (tenant, purpose, id)
             WHERE k.tenant = $1 ORDER BY k.purpose, k.number`,
      values: [tenant],
    });
  }

  /**
   * Writes one down; false where another process is quicker with this number, whose key then stays.
   *
   * lead  seconds until its first use
   */
  async add(tx: Tx, tenant: string, key: NewKey, lead = 0): Promise<boolean> {
    const added = await tx.query({
      text: `INSERT INTO signing_key (tenant, purpose, number, id, jwk, seal, used_from)
             VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7)) ON CONFLICT DO NOTHING RETURNING 1`,
      values: [tenant, key.purpose, key.number, key.id, key.jwk && JSON.stringify(key.jwk), key.seal, lead],
    });
    return added.length > 0;
  }

  /** For good; false where it was retired before. */
  async retire(tx: Tx, tenant: string, purpose: KeyPurpose, id: string): Promise<boolean> {
    const retired = await tx.query({
      text: `INSERT INTO retired_key (tenant, purpose, id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1`,
      values: [tenant, purpose, id],
    });
    return retired.length > 0;
  }

  /** Whatever was signed in anywhere ends: every token by the epoch of its account, every session by its row. */
  async endAll(tx: Tx, tenant: string): Promise<void> {
    await tx.query({ text: 'UPDATE account SET epoch = epoch + 1 WHERE tenant = $1', values: [tenant] });
    await tx.query({
      text: 'UPDATE session SET ended_at = now() WHERE tenant = $1 AND ended_at IS NULL',
      values: [tenant],
    });
  }
}
