/** Whether the keys of this data folder are those of the installation: all its processes sign with the same ones. */
import { Inject, Injectable } from '@nestjs/common';
import { Unrecorded } from '../foundation/database/unrecorded.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { inUse } from './key-choice.ts';
import { FIRST_FILE, keyFile } from './key-files.ts';
import { KEY_PURPOSES, type KeyPurpose } from './key-purposes.ts';
import { KeyRegisterStore, type RegisteredKey } from './key-register.store.ts';
import { Keyring } from './keyring.ts';

@Injectable()
export class KnownKeys {
  constructor(
    private readonly unrecorded: Unrecorded,
    private readonly register: KeyRegisterStore,
    private readonly ring: Keyring,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Ids of the newest key of each purpose in this data folder. */
  get own(): string[] {
    return KEY_PURPOSES.map((purpose) => this.ring.newestOf(purpose).id);
  }

  /** Names of the files whose keys are in use by what the database says, and are not here. */
  async missing(): Promise<string[]> {
    const lost = await this.lost();
    // What older versions made is one file for several purposes.
    const isFirst = ({ id, number }: RegisteredKey): boolean =>
      number === 1 && lost.filter((key) => key.id === id).length > 1;
    return [...new Set(lost.map((key) => (isFirst(key) ? FIRST_FILE : keyFile(key.purpose, key.number))))];
  }

  /** Ours take the places of those that are not here. */
  async adopt(): Promise<void> {
    const { tenant } = this.settings;
    const purposes = (await this.lost()).map(({ purpose }) => purpose);
    const ours = await Promise.all(purposes.map((purpose) => this.standing(purpose)));
    await this.unrecorded.read('keys in use', tenant, async (tx) => {
      for (const key of ours) await this.register.add(tx, tenant, this.ring.line(key));
    });
    await this.ring.refresh();
  }

  /** The newest one here, or a new one where that was retired. */
  private async standing(purpose: KeyPurpose) {
    const newest = this.ring.newestOf(purpose);
    const isRetired = this.ring
      .of(purpose)
      .some(({ id, retiredAt }) => id === newest.id && retiredAt !== null);
    return isRetired ? this.ring.files.add(purpose, 1) : newest;
  }

  private async lost(): Promise<RegisteredKey[]> {
    const { tenant } = this.settings;
    const all = await this.unrecorded.read('keys in use', tenant, (tx) => this.register.all(tx, tenant));
    return KEY_PURPOSES.flatMap((purpose) => {
      const used = inUse(all.filter((key) => key.purpose === purpose));
      return used && !this.ring.secretOf(purpose, used.id) ? [used] : [];
    });
  }
}
