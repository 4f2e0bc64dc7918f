/**
 * Where a browser keeps what somebody has typed and not yet sent: sealed under a random key of this account on this device. That key lies
 * here wrapped by one that the service hands out after sign-in (`POST /v1/draft-key`). While somebody is signed in, for a day at most,
 * the opened key lies here too, such that no script reads it out; then what is kept stays, and is locked.
 *
 * source  Web Crypto (AES-GCM, 256 bits), NIST SP 800-38D
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { api } from '../api.ts';
import { OPENED } from '../frame/lock.ts';
import { bytesOf } from '../parts/base64url.ts';

const DAY = 86_400_000;
const AES = { name: 'AES-GCM', length: 256 } as const;
const USES: KeyUsage[] = ['encrypt', 'decrypt'];

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

interface Wrapped extends Sealed {
  /** Which key of the service wrapped it. */
  readonly by: string;
}

/** The key of this device once more, wrapped by what a person remembers. */
export interface WithPassphrase extends Sealed {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

interface Kept extends DBSchema {
  /** By account: its key on this device. */
  wrapped: { key: string; value: Wrapped };
  /** By account, where working offline was switched on. */
  offline: { key: string; value: WithPassphrase };
  /** By account and what it is about. */
  sealed: { key: string; value: Sealed };
}

interface Opened extends DBSchema {
  keys: { key: string; value: { readonly key: CryptoKey; readonly until: number } };
}

let kept: Promise<IDBPDatabase<Kept>> | undefined;

export const database = (): Promise<IDBPDatabase<Kept>> =>
  (kept ??= openDB<Kept>('kanon-kept', 1, {
    upgrade(db) {
      db.createObjectStore('wrapped');
      db.createObjectStore('offline');
      db.createObjectStore('sealed');
    },
    terminated() {
      kept = undefined;
    },
  }).catch((error: unknown) => {
    kept = undefined;
    throw error;
  }));

/** Opened for one deed alone, so that nothing stands in the way of whoever deletes it. */
async function withOpened<Done>(deed: (db: IDBPDatabase<Opened>) => Promise<Done>): Promise<Done> {
  const db = await openDB<Opened>(OPENED, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys');
    },
  });
  try {
    return await deed(db);
  } finally {
    db.close();
  }
}

export const textBytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const freshIv = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(12));

/** What one account keeps on this device. Each value is bound to its name: under another one it opens nothing. */
export interface Vault {
  readonly account: string;
  /** Something was kept here that opens no more, since somebody else has opened the account anew; it is gone. */
  readonly hasLost: boolean;
  readonly keep: (name: string, value: unknown) => Promise<void>;
  /** Undefined where there is none, and where it does not open. */
  readonly find: <Value>(name: string) => Promise<Value | undefined>;
  readonly drop: (name: string) => Promise<void>;
  /** Names that begin so. */
  readonly names: (beginning: string) => Promise<string[]>;
}

const allOf = (account: string, beginning = ''): IDBKeyRange =>
  IDBKeyRange.bound(`${account} ${beginning}`, `${account} ${beginning}\uffff`);

export function vaultWith(account: string, key: CryptoKey, hasLost = false): Vault {
  // One after the other, so that what was typed last is what stays.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Done>(deed: () => Promise<Done>): Promise<Done> => {
    const done = last.then(deed, deed);
    last = done.catch(() => undefined);
    return done;
  };
  const idOf = (name: string): string => `${account} ${name}`;
  return {
    account,
    hasLost,
    keep: (name, value) =>
      inTurn(async () => {
        const iv = freshIv();
        const data = await crypto.subtle.encrypt(
          { name: 'AES-GCM', iv, additionalData: textBytes(idOf(name)) },
          key,
          textBytes(JSON.stringify(value)),
        );
        await (await database()).put('sealed', { iv, data }, idOf(name));
      }),
    find: <Value>(name: string) =>
      inTurn(async () => {
        const sealed = await (await database()).get('sealed', idOf(name));
        if (!sealed) return undefined;
        try {
          const plain = await crypto.subtle.decrypt(
            { name: 'AES-GCM', iv: sealed.iv, additionalData: textBytes(idOf(name)) },
            key,
            sealed.data,
          );
          return JSON.parse(new TextDecoder().decode(plain)) as Value;
        } catch {
          return undefined;
        }
      }),
    drop: (name) => inTurn(async () => (await database()).delete('sealed', idOf(name))),
    names: (beginning) =>
      inTurn(async () =>
        (await (await database()).getAllKeys('sealed', allOf(account, beginning))).map((id) =>
          id.slice(account.length + 1),
        ),
      ),
  };
}

/**
 * What this account keeps here; asks the service for its key where the opened one is not here any more.
 *
 * throws  what the service says, or that it does not answer
 */
export const openVault = (account: string): Promise<Vault> =>
  navigator.locks.request('kanon.vault', async () => {
    const held = await withOpened((db) => db.get('keys', account));
    if (held && held.until > Date.now()) return vaultWith(account, held.key);
    const { key, hasLost } = await unlock(account);
    await withOpened(async (db) => {
      // Whoever was here before has signed out by that.
      await db.clear('keys');
      await db.put('keys', { key, until: Date.now() + DAY }, account);
    });
    return vaultWith(account, key, hasLost);
  });

/** The key of the service, and which one it is. */
async function wrappingKey(): Promise<{ readonly id: string; readonly wrapping: CryptoKey }> {
  const { body } = await api.post('/v1/draft-key');
  const raw = bytesOf(body.key);
  return {
    id: body.id,
    wrapping: await crypto.subtle.importKey('raw', raw, AES, false, ['wrapKey', 'unwrapKey']),
  };
}

async function unlock(account: string): Promise<{ key: CryptoKey; hasLost: boolean }> {
  const { id, wrapping } = await wrappingKey();
  const db = await database();
  const found = await db.get('wrapped', account);
  if (found?.by === id) return { key: await unwrapped(found, wrapping, account), hasLost: false };
  const lost = await db.getAllKeys('sealed', allOf(account));
  await Promise.all([...lost.map((one) => db.delete('sealed', one)), db.delete('offline', account)]);
  const made = await crypto.subtle.generateKey(AES, true, USES);
  const wrapped = { ...(await wrap(made, wrapping, account)), by: id };
  await db.put('wrapped', wrapped, account);
  return { key: await unwrapped(wrapped, wrapping, account), hasLost: lost.length > 0 };
}

/** The key of this device such that it can be wrapped once more; asks the service. Undefined where nothing was ever kept here. */
export async function wrappableKey(account: string): Promise<CryptoKey | undefined> {
  const { id, wrapping } = await wrappingKey();
  const found = await (await database()).get('wrapped', account);
  return found?.by === id ? unwrapped(found, wrapping, account, true) : undefined;
}

const boundTo = (iv: Uint8Array<ArrayBuffer>, account: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: textBytes(account),
});

export async function wrap(key: CryptoKey, by: CryptoKey, account: string): Promise<Sealed> {
  const iv = freshIv();
  return { iv, data: await crypto.subtle.wrapKey('raw', key, by, boundTo(iv, account)) };
}

/** throws  OperationError (DOMException) where it was wrapped by another key, or for another account */
export const unwrapped = (
  { iv, data }: Sealed,
  by: CryptoKey,
  account: string,
  isExtractable = false,
): Promise<CryptoKey> =>
  crypto.subtle.unwrapKey('raw', data, by, boundTo(iv, account), AES, isExtractable, USES);
