/** SQL of the keys that sign tokens, receipts and certificates: public halves, one after the other. */
import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { Tx } from '../foundation/database/tx.ts';

@Injectable()
export class KnownKeyStore {
  /** The one in use; undefined before the first start. */
  async newest(tx: Tx, tenant: string): Promise<{ number: number; id: string } | undefined> {
    const [key] = await tx.query<{ number: number; id: string }>({
      text: 'SELECT number, id FROM signing_key WHERE tenant = $1 ORDER BY number DESC LIMIT 1',
      values: [tenant],
    });
    return key;
  }

  /** Writes one down as the next; where another process is quicker with this number, its key stays. */
  async add(tx: Tx, tenant: string, number: number, id: string, key: JWK): Promise<void> {
    await tx.query({
      text: 'INSERT INTO signing_key (tenant, number, id, jwk) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      values: [tenant, number, id, JSON.stringify(key)],
    });
  }
}
