/** A new key in the place of one, and the end of one that is believed no more: by the host's administrator. */
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { note } from '../access/note.ts';
import { everywhere } from '../access/place.ts';
import { UnknownOutcome } from '../foundation/database/failure.ts';
import type { Tx } from '../foundation/database/tx.ts';
import type { InBoth } from '../foundation/language.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Told } from '../foundation/told.ts';
import { inUse, stateOf } from './key-choice.ts';
import { type HeldKey, isSigning, type KeyPurpose } from './key-purposes.ts';
import { KeyRegisterStore, type RegisteredKey } from './key-register.store.ts';
import { Keyring } from './keyring.ts';

/** Seconds for which a new key is published before it signs: longer than any process or reader of keys needs to see it. */
export const LEAD = 60;

export interface RotatedKey {
  readonly id: string;
  readonly file: string;
}

@Injectable()
export class KeyChanges {
  constructor(
    private readonly gate: Gate,
    private readonly register: KeyRegisterStore,
    private readonly ring: Keyring,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Makes the next key of a purpose. It is published at once and signs after `lead` seconds; what the one before signed
   * is checked for as long as that lasts.
   *
   * throws  Told where a new one waits for its time, or somebody else makes one at the same moment
   */
  async rotate(admin: Actor, purpose: KeyPurpose, lead = LEAD): Promise<RotatedKey> {
    await this.ring.refresh();
    const own = this.ring.of(purpose);
    if (own.some((key) => stateOf(key, own) === 'next')) throw new Told(WAITING);
    const made = await this.made(purpose, (key) =>
      this.gate.pass({ actor: admin, act: 'key.rotate', place: everywhere }, async (tx) => {
        note(tx, { object: { purpose, key: key.id, seconds: lead } });
        await this.enter(tx, key, lead);
      }),
    );
    // Their secrets sign nothing any more.
    const used = inUse(own)?.number ?? 0;
    for (const key of own) if (key.number < used) await this.forget(key);
    return made;
  }

  /**
   * Ends a key at once and for good; where it was the one in use, a new one signs from now on. Of tokens everything ends
   * that was signed in anywhere, since anything could have been signed by whoever has the key.
   *
   * returns  the key that took its place, where one was made
   * throws   Told where there is no such key, or it was retired before
   */
  async retire(admin: Actor, purpose: KeyPurpose, id: string): Promise<RotatedKey | undefined> {
    await this.ring.refresh();
    const own = this.ring.of(purpose);
    const key = own.findLast((known) => known.id === id);
    if (!key) throw new Told(UNKNOWN);
    if (key.retiredAt) throw new Told(RETIRED);
    const stays = own.some(
      (other) => other.id !== id && other.retiredAt === null && other.number > key.number,
    );
    const end = (next?: HeldKey): Promise<void> =>
      this.gate.pass({ actor: admin, act: 'key.retire', place: everywhere }, async (tx) => {
        note(tx, { object: { purpose, key: id, ...(next && { next: next.id }) } });
        if (!(await this.register.retire(tx, admin.tenant, purpose, id))) throw new Told(RETIRED);
        if (next) await this.enter(tx, next, 0);
        if (purpose === 'tokens') await this.register.endAll(tx, admin.tenant);
      });
    const isInUse = inUse(own)?.id === id;
    const made = isInUse && !stays ? await this.made(purpose, end) : (await end(), undefined);
    await this.forget(key);
    await this.ring.refresh();
    return made;
  }

  /** Purposes that the same key, made by an older version, still has. */
  othersOf(purpose: KeyPurpose, id: string): KeyPurpose[] {
    const others = this.ring.listed().filter((key) => key.id === id && key.purpose !== purpose);
    return [...new Set(others.filter(({ retiredAt }) => !retiredAt).map((key) => key.purpose))];
  }

  /** The file first: a line of the register that names a key of nothing would stop every start. */
  private async made(purpose: KeyPurpose, work: (key: HeldKey) => Promise<void>): Promise<RotatedKey> {
    const number = Math.max(
      0,
      ...this.ring
        .listed()
        .filter((key) => key.purpose === purpose)
        .map((key) => key.number),
    );
    const key = await this.ring.files.add(purpose, number + 1);
    try {
      await work(key);
    } catch (error) {
      if (!(error instanceof UnknownOutcome)) await this.ring.files.remove(key.file);
      throw error;
    }
    await this.ring.refresh();
    return { id: key.id, file: key.file };
  }

  private async enter(tx: Tx, key: HeldKey, lead: number): Promise<void> {
    if (!(await this.register.add(tx, this.settings.tenant, this.ring.line(key), lead)))
      throw new Told(AT_ONCE);
  }

  /** Removes the secret from this folder, unless it is that of another purpose too, or has sealed the register. */
  private async forget({ purpose, id }: RegisteredKey): Promise<void> {
    if (!isSigning(purpose)) return;
    const held = this.ring.secretOf(purpose, id);
    if (held && this.othersOf(purpose, id).length === 0) await this.ring.files.remove(held.file);
  }
}

const WAITING: InBoth = {
  de: 'Ein neuer Schlüssel ist schon veröffentlicht und wartet auf seine Zeit; kanon keys list zeigt sie.',
  en: 'A new key is published already and waits for its time, which kanon keys list shows.',
};
const AT_ONCE: InBoth = {
  de: 'Jemand anderes hat im selben Augenblick einen Schlüssel gemacht; kanon keys list zeigt ihn.',
  en: 'Somebody else made a key at the same moment; kanon keys list shows it.',
};
const UNKNOWN: InBoth = {
  de: 'Einen solchen Schlüssel gibt es für diesen Zweck nicht; kanon keys list zeigt alle.',
  en: 'There is no such key of this purpose; kanon keys list shows all.',
};
const RETIRED: InBoth = {
  de: 'Dieser Schlüssel ist schon zurückgezogen.',
  en: 'This key was retired before.',
};
