/** Access tokens without signing in, for runs that are about something else. */
import { createPublicKey, randomUUID } from 'node:crypto';
import type { Actor } from '../../src/access/actor.ts';
import type { Settings } from '../../src/foundation/settings.ts';
import { FIRST_EPOCH } from '../../src/identity/account.ts';
import { KeyFiles } from '../../src/identity/key-files.ts';
import { Tokens } from '../../src/identity/token.ts';
import { twoFactors } from './factors.ts';

/** Signed with the key that the service under test reads from the same folder. */
export async function tokensFor(settings: Settings, actors: readonly Actor[]): Promise<string[]> {
  const files = new KeyFiles(settings.data, () => Promise.resolve(true));
  await files.ready();
  const key = (await files.read()).findLast(({ purpose }) => purpose === 'tokens')!;
  const tokens = new Tokens(settings, {
    signing: () => key,
    tokenKey: (id) => Promise.resolve(id === key.id ? createPublicKey(key.secret) : undefined),
    isTokenKey: (id) => id === key.id,
  });
  const issued = actors.map(({ tenant, account = '', person = '', office = '', role, region, schools }) => {
    if (role === 'publisher' || role === 'retention') throw new TypeError('the system signs in nowhere');
    const facts = { tenant, id: account, person, office, role, schools };
    return tokens.issue(
      { ...facts, region: region ?? null, name: account, passwordHash: null, epoch: FIRST_EPOCH },
      randomUUID(),
      twoFactors(),
    );
  });
  return (await Promise.all(issued)).map(({ token }) => token);
}
