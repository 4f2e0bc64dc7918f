/** SQL of the keys of drafts. Row security shows an account its own. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';

interface StoredDraftKey {
  /** Changes with the key. */
  readonly id: string;
  readonly sealed: Buffer;
}

@Injectable()
export class DraftKeyStore {
  async find(tx: Tx, tenant: string, account: string): Promise<StoredDraftKey | undefined> {
    const [key] = await tx.query<StoredDraftKey>({
      text: 'SELECT id, sealed FROM draft_key WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
    return key;
  }

  /** Where another tab was quicker, its key stays. */
  async put(tx: Tx, tenant: string, account: string, sealed: Buffer): Promise<void> {
    await tx.query({
      text: 'INSERT INTO draft_key (tenant, account, sealed) VALUES ($1, $2, $3) ON CONFLICT (tenant, account) DO NOTHING',
      values: [tenant, account, sealed],
    });
  }

  async remove(tx: Tx, tenant: string, account: string): Promise<void> {
    await tx.query({
      text: 'DELETE FROM draft_key WHERE tenant = $1 AND account = $2',
      values: [tenant, account],
    });
  }
}
