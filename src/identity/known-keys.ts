/** Which signing key is in use, as the database knows it: all processes of an installation sign with the same one. */
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../foundation/database/tx.ts';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { KnownKeyStore } from './known-key.store.ts';
import { SigningKey } from './signing-key.ts';

@Injectable()
export class KnownKeys {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly store: KnownKeyStore,
    private readonly key: SigningKey,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Id of the key in this data folder: its thumbprint, RFC 7638. */
  get own(): string {
    return this.key.id;
  }

  /** Id of the key in use. Where the database knows none yet, ours is written down first. */
  inUse(): Promise<string> {
    return this.within(async (tx, tenant) => {
      const known = await this.store.newest(tx, tenant);
      return known?.id ?? this.next(tx, tenant, 1);
    });
  }

  /** Ours takes the place of the one in use; the id of that which is in use then. */
  adopt(): Promise<string> {
    return this.within(async (tx, tenant) => {
      const known = await this.store.newest(tx, tenant);
      if (known?.id === this.own) return this.own;
      return this.next(tx, tenant, 1 + (known?.number ?? 0));
    });
  }

  private async next(tx: Tx, tenant: string, number: number): Promise<string> {
    await this.store.add(tx, tenant, number, this.own, this.key.open);
    return (await this.store.newest(tx, tenant))?.id ?? this.own;
  }

  private within<T>(work: (tx: Tx, tenant: string) => Promise<T>): Promise<T> {
    const { tenant } = this.settings;
    const settings = { 'kanon.tenant': tenant, 'kanon.role': 'service' };
    return this.unrecorded.read('keys in use', { role: 'kanon_identity', settings }, (tx) =>
      work(tx, tenant),
    );
  }
}
