/**
 * The register of keys lies in the database, and whoever can write there is not to bring in a key of their own: each line
 * is sealed by a secret that lies in the data folder alone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { derived } from './key-text.ts';
import type { HeldKey } from './key-purposes.ts';
import type { RegisteredKey } from './key-register.store.ts';

type Line = Pick<RegisteredKey, 'purpose' | 'number' | 'id'>;

/** The seal of a line, 32 bytes. The id is the digest of the key, so it stands for all of it. */
export const sealed = (seals: HeldKey, { purpose, number, id }: Line): Buffer =>
  createHmac('sha256', derived(seals.secret, 'kanon-key-register'))
    .update(`${purpose} ${number} ${id}`)
    .digest();

/** Whether a line is ours: its secret lies here, or one of our seals keys has sealed it; and its id is that of its key. */
export async function isOurs(key: RegisteredKey, held: readonly HeldKey[]): Promise<boolean> {
  if (key.jwk && (await calculateJwkThumbprint(key.jwk).catch(() => '')) !== key.id) return false;
  const { seal } = key;
  if (held.some(({ purpose, id }) => purpose === key.purpose && id === key.id)) return true;
  return (
    seal !== null && held.some((own) => own.purpose === 'seals' && timingSafeEqual(seal, sealed(own, key)))
  );
}
