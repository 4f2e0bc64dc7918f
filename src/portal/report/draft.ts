/**
 * What was typed and not yet sent, on this device alone: encrypted under a key of this account that no script can read
 * out, so that it survives a reload or a crash and nobody finds it in the files of the browser.
 */
import { type IDBPDatabase, openDB } from 'idb';
import type { Entry } from './entry.ts';

const KEYS = 'keys';
const DRAFTS = 'drafts';

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

let opened: Promise<IDBPDatabase> | undefined;

const database = (): Promise<IDBPDatabase> =>
  (opened ??= openDB('kanon', 1, {
    upgrade(db) {
      db.createObjectStore(KEYS);
      db.createObjectStore(DRAFTS);
    },
  }));

async function keyOf(account: string): Promise<CryptoKey> {
  const db = await database();
  const known = (await db.get(KEYS, account)) as CryptoKey | undefined;
  if (known) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  await db.put(KEYS, made, account);
  return made;
}

/** Which draft of which account; an id of the key, and bound into what is sealed. */
export interface DraftPlace {
  readonly account: string;
  readonly school: string;
  readonly period: string;
}

const idOf = ({ account, school, period }: DraftPlace): string => `${account} ${school} ${period}`;
const boundTo = (place: DraftPlace): Uint8Array<ArrayBuffer> => new TextEncoder().encode(idOf(place));

export async function keepDraft(place: DraftPlace, entry: Entry): Promise<void> {
  const key = await keyOf(place.account);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(entry));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(place) },
    key,
    plain,
  );
  await (await database()).put(DRAFTS, { iv, data } satisfies Sealed, idOf(place));
}

/** Undefined where there is none, or none that this account may open. */
export async function draftOf(place: DraftPlace): Promise<Entry | undefined> {
  try {
    const sealed = (await (await database()).get(DRAFTS, idOf(place))) as Sealed | undefined;
    if (!sealed) return undefined;
    const key = await keyOf(place.account);
    const { iv, data } = sealed;
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: boundTo(place) },
      key,
      data,
    );
    return JSON.parse(new TextDecoder().decode(plain)) as Entry;
  } catch {
    return undefined;
  }
}

export async function dropDraft(place: DraftPlace): Promise<void> {
  await (await database()).delete(DRAFTS, idOf(place));
}
