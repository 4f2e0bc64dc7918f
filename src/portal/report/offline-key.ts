/** Working without a connection: the key of this device lies here once more, wrapped by a passphrase, where somebody has switched it on. */
import { freshSalt, keyOfPassphrase, ROUNDS } from './passphrase.ts';
import { database, unwrapped, type Vault, vaultWith, wrap, wrappableKey } from './vault.ts';

/** Accounts for which it is switched on here. */
export const offlineAccounts = async (): Promise<string[]> => (await database()).getAllKeys('offline');

/** throws  what the service says; asks it for its key, so it takes a connection */
export async function switchOn(account: string, passphrase: string): Promise<void> {
  const key = await wrappableKey(account);
  if (!key) throw new TypeError('there is no key of this device');
  const salt = freshSalt();
  const wrapped = await wrap(key, await keyOfPassphrase(passphrase, salt), account);
  await (await database()).put('offline', { ...wrapped, salt, iterations: ROUNDS }, account);
}

export async function switchOff(account: string): Promise<void> {
  await (await database()).delete('offline', account);
}

/** What is kept here of the account that this passphrase belongs to; undefined where it belongs to none. */
export async function openByPassphrase(passphrase: string): Promise<Vault | undefined> {
  const db = await database();
  for (const account of await db.getAllKeys('offline')) {
    const held = await db.get('offline', account);
    if (!held) continue;
    const by = await keyOfPassphrase(passphrase, held.salt, held.iterations);
    try {
      return vaultWith(account, await unwrapped(held, by, account));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
  return undefined;
}
