/** Accounts with passwords in a scene, and sign-ins at them from whatever source. */
import { createApplication } from '../../src/application.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import type { Role } from '../../src/access/actor.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { Ask } from './flood.ts';
import type { Scene } from './scene.ts';

export const PASSWORD = 'an-invented-long-passphrase';
/** The benchmark stands where a proxy would, and says for whom it asks. */
export const PROXY = { KANON_TRUSTED_PROXIES: '127.0.0.1' } as const;

/** So many auditors, or accounts of another kind; their names. */
export async function makeAccounts(
  scene: Scene,
  many: number,
  kind: { readonly role: Role; readonly region?: RegionKey } = { role: 'auditor' },
): Promise<string[]> {
  const names = Array.from({ length: many }, (_, i) => `known-${i}`);
  const app = await createApplication(readSettings(scene.env));
  await app.init();
  await app.get(Accounts).create(
    { tenant: '05', role: 'admin', system: 'bench', schools: [] },
    names.map((name) => ({
      name,
      ...kind,
      office: 'Erfundenes Amt',
      password: PASSWORD,
    })),
  );
  await app.close();
  return names;
}

export const signInAs = (account: string, password: string, source: string, device?: string): Ask => ({
  method: 'POST',
  path: '/v1/sessions',
  headers: {
    'content-type': 'application/json',
    'x-forwarded-for': source,
    ...(device === undefined ? {} : { 'kanon-device': device }),
  },
  body: JSON.stringify({ account, password }),
});

/** What the answer to a right sign-in says of the device. */
export async function deviceOf(port: number, account: string): Promise<string> {
  const { headers, body } = signInAs(account, PASSWORD, '192.0.2.1');
  const answer = await fetch(`http://127.0.0.1:${port}/v1/sessions`, {
    method: 'POST',
    headers,
    body: body!,
  });
  const { device } = (await answer.json()) as { device?: string };
  if (device === undefined) throw new Error('a right sign-in gave no device');
  return device;
}

/** Of the i-th source. */
export const sourceAt = (i: number): string => `198.${18 + ((i >> 16) & 1)}.${(i >> 8) & 255}.${i & 255}`;
