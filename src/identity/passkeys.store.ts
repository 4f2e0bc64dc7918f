/** SQL of passkeys and of the challenges that they answered. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import type { KnownChallenge } from './passkey-challenges.ts';

export interface StoredPasskey {
  readonly id: string;
  readonly account: string;
  /** COSE_Key (RFC 9052 §7). */
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** As its owner sees it. */
export interface ListedPasskey {
  readonly id: string;
  readonly credential: Buffer;
  readonly transports: readonly string[];
  readonly rpId: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

@Injectable()
export class PasskeysStore {
  /** The passkey of that credential, locked until the transaction ends; undefined where it is of another address. */
  async take(tx: Tx, tenant: string, credential: Buffer, rpId: string): Promise<StoredPasskey | undefined> {
    const [passkey] = await tx.query<StoredPasskey>({
      name: 'passkey-take',
      text: `SELECT id, account, public_key AS "publicKey", counter::float8 AS counter FROM passkey
             WHERE tenant = $1 AND credential = $2 AND rp_id = $3 FOR UPDATE`,
      values: [tenant, credential, rpId],
    });
    return passkey;
  }

  /** It was shown just now. */
  async used(tx: Tx, tenant: string, id: string, counter: number): Promise<void> {
    await tx.query({
      name: 'passkey-used',
      text: 'UPDATE passkey SET counter = $3, used_at = now() WHERE tenant = $1 AND id = $2',
      values: [tenant, id, counter],
    });
  }

  /** Oldest first. */
  list(tx: Tx, tenant: string, account: string): Promise<ListedPasskey[]> {
    return tx.query<ListedPasskey>({
      text: `SELECT id, credential, transports, rp_id AS "rpId", made_at AS "madeAt", used_at AS "usedAt" FROM passkey
             WHERE tenant = $1 AND account = $2 ORDER BY made_at, id`,
      values: [tenant, account],
    });
  }

  async countElsewhere(tx: Tx, tenant: string, rpId: string): Promise<number> {
    const [row] = await tx.query<{ passkeys: number }>({
      text: 'SELECT count(*)::integer AS passkeys FROM passkey WHERE tenant = $1 AND rp_id <> $2',
      values: [tenant, rpId],
    });
    return row?.passkeys ?? 0;
  }

  /** False where somebody has it already. */
  async add(
    tx: Tx,
    tenant: string,
    passkey: {
      readonly account: string;
      readonly credential: Buffer;
      readonly publicKey: Buffer;
      readonly counter: number;
      readonly transports: readonly string[];
      readonly rpId: string;
    },
  ): Promise<boolean> {
    const { account, credential, publicKey, counter, transports, rpId } = passkey;
    const rows = await tx.query({
      text: `INSERT INTO passkey (tenant, account, credential, public_key, counter, transports, rp_id)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
      values: [tenant, account, credential, publicKey, counter, transports, rpId],
    });
    return rows.length > 0;
  }

  /** False where the account has none of this id. */
  async remove(tx: Tx, tenant: string, account: string, id: string): Promise<boolean> {
    const rows = await tx.query({
      text: 'DELETE FROM passkey WHERE tenant = $1 AND account = $2 AND id = $3 RETURNING 1',
      values: [tenant, account, id],
    });
    return rows.length > 0;
  }

  /** The account whose passkey this is becomes one human's with the own one. Whether there is such another account. */
  async tie(tx: Tx, credential: Buffer, publicKey: Buffer): Promise<boolean> {
    const [row] = await tx.query<{ tied: boolean }>({
      text: 'SELECT tie_by_passkey($1, $2) AS tied',
      values: [credential, publicKey],
    });
    return row?.tied ?? false;
  }

  /** Uses the challenge up, and clears those that are over; false where it was answered before. */
  async useChallenge(tx: Tx, tenant: string, { hash, endsAt }: KnownChallenge): Promise<boolean> {
    await tx.query({
      name: 'challenges-over',
      text: 'DELETE FROM used_challenge WHERE tenant = $1 AND ends_at < now()',
      values: [tenant],
    });
    const rows = await tx.query({
      name: 'challenge-use',
      text: 'INSERT INTO used_challenge (tenant, hash, ends_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
      values: [tenant, hash, endsAt],
    });
    return rows.length > 0;
  }
}
