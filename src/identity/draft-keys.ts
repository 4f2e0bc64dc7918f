/**
 * Keys that wrap what a browser keeps of an account: what was typed and not yet sent. The device has the wrapped draft key and the
 * service this one, so that neither opens a draft alone. It lasts until the account is closed or opened anew by somebody else.
 */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { DraftKeyStore } from './draft-key.store.ts';
import { openedFor, sealedFor } from './sealed.ts';
import { Signer } from './signer.ts';

const BYTES = 32;

export interface DraftKey {
  readonly id: string;
  /** 256 random bits. */
  readonly key: Buffer;
}

@Injectable()
export class DraftKeys {
  constructor(
    private readonly store: DraftKeyStore,
    private readonly signer: Signer,
  ) {}

  /** The key of this account, made at the first call; another one where it was sealed under a key of the seals that is no more. */
  async of(tx: Tx, tenant: string, account: string): Promise<DraftKey> {
    const owner = ['draft', tenant, account];
    const sealing = this.signer.mac('kanon drafts', 'keys of drafts on devices');
    const held = await this.store.find(tx, tenant, account);
    const opened = held && openedFor(owner, sealing, held.sealed);
    if (held && opened) return { id: held.id, key: opened };
    if (held) await this.store.remove(tx, tenant, account);
    await this.store.put(tx, tenant, account, sealedFor(owner, sealing, randomBytes(BYTES)));
    const made = await this.store.find(tx, tenant, account);
    const key = made && openedFor(owner, sealing, made.sealed);
    if (!made || !key) throw new TypeError('a key of drafts was not stored');
    return { id: made.id, key };
  }
}
