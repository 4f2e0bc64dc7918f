/** A key a purpose, changed while the service runs: by the next one in its time, or at once where one is believed no more. */
import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { calculateJwkThumbprint, CompactSign, compactVerify, decodeProtectedHeader, type JWK } from 'jose';
import { createApplication } from '../../src/application.ts';
import { KeyChanges } from '../../src/identity/key-changes.ts';
import type { KeyPurpose } from '../../src/identity/key-purposes.ts';
import { Keyring } from '../../src/identity/keyring.ts';
import { Signer } from '../../src/identity/signer.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { until } from '../setup/service.ts';

describe('the keys of two processes', () => {
  let kanon: TestApp;
  let owner: Owner;
  let other: NestFastifyApplication;
  let otherUrl: string;
  let auditor: Signed;

  beforeEach(async () => {
    kanon = await startApp();
    owner = await ownerOf(kanon);
    other = await createApplication(kanon.settings);
    await other.listen(0, '127.0.0.1');
    otherUrl = (await other.getUrl()).replace('[::1]', '127.0.0.1');
    auditor = await signedIn(kanon, 'auditor');
  });
  afterEach(async () => {
    await owner.end();
    await other.close();
    await kanon.close();
  });

  const key = (purpose: KeyPurpose, app = kanon.app) => app.get(Keyring).signing(purpose);
  const changes = () => kanon.app.get(KeyChanges);
  const served = async (url = kanon.url): Promise<(JWK & { purposes: string[]; retired?: string })[]> =>
    ((await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: never[] }).keys;
  const idsOf = async (purpose: string, url?: string) =>
    (await served(url)).filter(({ purposes }) => purposes.includes(purpose)).map(({ kid }) => kid);
  /** 200 where the token is believed, 401 where not. */
  const knock = async (token: string, url = kanon.url): Promise<number> =>
    (await fetch(`${url}/v1/sessions`, { headers: { authorization: `Bearer ${token}` } })).status;
  const freshToken = () => signedIn(kanon, 'auditor').then(({ token }) => token);
  /** Claims of a good token, under another header and key. */
  const again = (token: string, header: object, secret: never) =>
    new CompactSign(Buffer.from(token.split('.')[1] ?? '', 'base64url'))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...header })
      .sign(secret);
  const entries = (action: string) =>
    owner.rows<{ object: string; operator: string | null; decision: string }>(
      'SELECT object, operator, decision FROM access_entry WHERE action = $1 ORDER BY at',
      [action],
    );

  test('one a purpose: none opens what is another ones', async () => {
    const purposes = ['tokens', 'receipts', 'certificates'] as const;
    expect(new Set(purposes.map((purpose) => key(purpose).id)).size).toBe(3);
    expect(decodeProtectedHeader(auditor.token).kid).toBe(key('tokens').id);
    for (const [type, purpose] of [
      ['kanon-receipt+jws', 'receipts'],
      ['kanon-certificate+jws', 'certificates'],
    ] as const) {
      const jws = kanon.app.get(Signer).sign(type, new Date(), {});
      expect(decodeProtectedHeader(jws).kid).toBe(key(purpose).id);
    }
    expect(() => kanon.app.get(Signer).sign('at+jwt', new Date(), {})).toThrow('no key signs at+jwt');

    expect(await knock(auditor.token)).toBe(200);
    for (const purpose of ['receipts', 'certificates'] as const) {
      const { id, secret } = key(purpose);
      // Under its own name, and under that of the key of tokens.
      for (const kid of [id, key('tokens').id])
        expect(await knock(await again(auditor.token, { kid }, secret as never))).toBe(401);
    }
    // Nor one that the token brings along, or that nobody knows.
    const stranger = generateKeyPairSync('ed25519');
    const jwk = stranger.publicKey.export({ format: 'jwk' });
    for (const header of [
      { kid: 'unknown' },
      { kid: '__proto__' },
      { kid: await calculateJwkThumbprint(jwk), jwk },
      { jwk },
      {},
    ])
      expect(await knock(await again(auditor.token, header, stranger.privateKey as never))).toBe(401);
  });

  test('the next key is published before it signs, and what the old one signed still holds', async () => {
    const before = key('tokens').id;
    const made = await changes().rotate(kanon.admin, 'tokens', 10);
    // The other process hears of it within seconds, with no token of it and no restart.
    await until(async () => (await idsOf('tokens', otherUrl)).length > 1);
    expect([...(await idsOf('tokens', otherUrl))].sort()).toEqual([before, made.id].sort());
    const early = await freshToken();
    expect(decodeProtectedHeader(early).kid).toBe(before);
    await expect(changes().rotate(kanon.admin, 'tokens')).rejects.toThrow('waits for its time');
    await until(() => [key('tokens').id, key('tokens', other).id].every((id) => id === made.id));
    const late = await freshToken();
    expect(decodeProtectedHeader(late).kid).toBe(made.id);
    for (const token of [auditor.token, early, late])
      expect([await knock(token), await knock(token, otherUrl)]).toEqual([200, 200]);
    expect(await entries('key.rotate')).toEqual([
      { object: `purpose=tokens key=${made.id} seconds=10`, operator: null, decision: 'allowed' },
    ]);

    // Once all that it signed is over, nothing is believed by it: a quarter of an hour and a minute.
    await owner.rows(
      `ALTER TABLE signing_key DISABLE TRIGGER USER;
       UPDATE signing_key SET used_from = used_from - interval '17 minutes' WHERE number = 2;`,
    );
    await until(async () => (await knock(auditor.token)) === 401);
    expect(await knock(late)).toBe(200);
    expect(await idsOf('tokens')).toEqual([made.id]);
  }, 90_000);

  test('a key that signs at once is looked for by the process that has not heard of it', async () => {
    await changes().rotate(kanon.admin, 'tokens', 0);
    const token = await freshToken();
    expect(decodeProtectedHeader(token).kid).not.toBe(decodeProtectedHeader(auditor.token).kid);
    expect(await knock(token, otherUrl)).toBe(200);
  });

  test('unknown keys, however many, make nobody look at the register more than twice a second', async () => {
    const { secret } = key('receipts');
    const ring = other.get(Keyring);
    const look = ring.refresh.bind(ring);
    let looks = 0;
    ring.refresh = () => {
      looks += 1;
      return look();
    };
    const begun = Date.now();
    const forged = await Promise.all(
      Array.from({ length: 200 }, (_, i) => again(auditor.token, { kid: `unknown-${i}` }, secret as never)),
    );
    expect(new Set(await Promise.all(forged.map((token) => knock(token, otherUrl))))).toEqual(new Set([401]));
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThanOrEqual(2 + (Date.now() - begun) / 500);
  });

  test('of a retired key of tokens nothing is believed, in no process, and every session ends', async () => {
    const thief = key('tokens');
    await owner.rows(
      `INSERT INTO session (tenant, id, account, hash, idle, ends_at)
       SELECT '05', gen_random_uuid(), id, sha256('x'), '8 hours', now() + interval '8 hours' FROM account`,
    );
    expect([await knock(auditor.token), await knock(auditor.token, otherUrl)]).toEqual([200, 200]);
    const made = await changes().retire(kanon.admin, 'tokens', thief.id);
    expect(made?.file).toBe('tokens-key-2.pem');
    // By the epoch of the accounts, before the other process has heard of the key.
    expect([await knock(auditor.token), await knock(auditor.token, otherUrl)]).toEqual([401, 401]);
    // Whoever has the key knows the next epoch as well.
    const claims = JSON.parse(
      Buffer.from(auditor.token.split('.')[1] ?? '', 'base64url').toString(),
    ) as object;
    const forged = await new CompactSign(
      Buffer.from(JSON.stringify({ ...claims, epoch: 2, jti: randomUUID(), sid: randomUUID() })),
    )
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: thief.id })
      .sign(thief.secret);
    expect(await knock(forged)).toBe(401);
    await until(async () => (await knock(forged, otherUrl)) === 401);
    expect(await owner.rows('SELECT 1 FROM session WHERE ended_at IS NULL')).toEqual([]);
    expect([await idsOf('tokens'), await idsOf('tokens', otherUrl)]).toEqual([[made?.id], [made?.id]]);
    expect(await readdir(kanon.settings.data)).not.toContain('tokens-key-1.pem');
    expect(await entries('key.retire')).toEqual([
      { object: `purpose=tokens key=${thief.id} next=${made?.id}`, operator: null, decision: 'allowed' },
    ]);
    await expect(changes().retire(kanon.admin, 'tokens', thief.id)).rejects.toThrow('was retired before');
    await expect(changes().retire(kanon.admin, 'receipts', thief.id)).rejects.toThrow('no such key');
  }, 90_000);

  test('retired while the next one waits, leaves the place to that one at once', async () => {
    const before = key('tokens').id;
    const next = await changes().rotate(kanon.admin, 'tokens', 3600);
    expect(await changes().retire(kanon.admin, 'tokens', before)).toBeUndefined();
    expect(key('tokens').id).toBe(next.id);
  });

  test('what receipts were signed with is served for good, with the day it was retired', async () => {
    const first = key('receipts');
    const receipt = kanon.app.get(Signer).sign('kanon-receipt+jws', new Date(), { school: '990001' });
    await changes().rotate(kanon.admin, 'receipts', 0);
    await changes().rotate(kanon.admin, 'receipts', 0);
    // Its secret is gone, and its public half is believed by the seal alone, after a start as well.
    expect(await readdir(kanon.settings.data)).not.toContain('receipts-key-1.pem');
    const third = await createApplication(kanon.settings);
    try {
      await third.init();
      expect(third.get(Keyring).secretOf('receipts', first.id)).toBeUndefined();
      expect(
        third
          .get(Keyring)
          .published()
          .map(({ kid }) => kid),
      ).toContain(first.id);
    } finally {
      await third.close();
    }
    await changes().retire(kanon.admin, 'receipts', first.id);
    const found = (await served()).find(({ kid }) => kid === first.id);
    expect([found?.purposes, typeof found?.retired]).toEqual([['receipts'], 'string']);
    await compactVerify(receipt, createPublicKey({ key: found as never, format: 'jwk' }));
    // Sessions have nothing to do with it.
    expect(await knock(auditor.token)).toBe(200);
  });

  test('a new key of tokens or receipts leaves the seals as they were', async () => {
    const seal = () => kanon.app.get(Signer).mac('device', 'text').toString('hex');
    const before = seal();
    for (const purpose of ['tokens', 'receipts', 'certificates'] as const)
      await changes().rotate(kanon.admin, purpose, 0);
    expect(seal()).toBe(before);
    expect(other.get(Signer).mac('device', 'text').toString('hex')).toBe(before);
    await changes().rotate(kanon.admin, 'seals', 0);
    expect(seal()).not.toBe(before);
  });

  test('a key that somebody wrote into the database alone opens nothing and is not served', async () => {
    const stranger = generateKeyPairSync('ed25519');
    const jwk = stranger.publicKey.export({ format: 'jwk' });
    const id = await calculateJwkThumbprint(jwk);
    const put = (purpose: string, kid: string, seal: Buffer | null) =>
      owner.rows(
        `INSERT INTO signing_key (tenant, purpose, number, id, jwk, seal) VALUES ('05', $1, 7, $2, $3, $4)`,
        [purpose, kid, JSON.stringify(jwk), seal],
      );
    await put('tokens', id, Buffer.alloc(32, 1));
    // With the seal of a line that is ours.
    const [ours] = await owner.rows<{ seal: Buffer }>(
      `SELECT seal FROM signing_key WHERE purpose = 'receipts'`,
    );
    await put('receipts', key('receipts').id, ours!.seal);
    await put('certificates', id, null);
    await sleep(2500);
    const token = await again(auditor.token, { kid: id }, stranger.privateKey as never);
    expect([await knock(token), await knock(token, otherUrl)]).toEqual([401, 401]);
    expect((await served()).map(({ kid }) => kid)).not.toContain(id);
    expect((await served()).map(({ x }) => x)).not.toContain(jwk.x);
    expect((await call(kanon, 'GET', '/health/ready')).status).toBe(200);
    expect([key('tokens').id === id, await knock(await freshToken())]).toEqual([false, 200]);
  }, 15_000);

  test('whose commit fails leaves no secret behind', async () => {
    await owner.rows(
      `CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
       CREATE TRIGGER no BEFORE INSERT ON signing_key FOR EACH ROW EXECUTE FUNCTION no();`,
    );
    // Key and folder of the log come with its first checkpoint, whenever that is.
    const files = async (): Promise<string[]> =>
      (await readdir(kanon.settings.data)).filter((name) => !/^(checkpoints|log-key-.*)$/.test(name)).sort();
    const before = await files();
    await expect(changes().rotate(kanon.admin, 'receipts', 0)).rejects.toThrow();
    await expect(changes().retire(kanon.admin, 'tokens', key('tokens').id)).rejects.toThrow();
    expect(await files()).toEqual(before);
    expect(await knock(auditor.token)).toBe(200);
    const [failed] = await entries('key.rotate');
    expect(failed?.decision).toBe('failed');
  });

  test('made by two at once, is one', async () => {
    const done = await Promise.allSettled([
      changes().rotate(kanon.admin, 'receipts', 0),
      other.get(KeyChanges).rotate(kanon.admin, 'receipts', 0),
    ]);
    const made = done.filter(({ status }) => status === 'fulfilled');
    expect(made.length).toBeGreaterThan(0);
    const rows = await owner.rows<{ id: string }>(`SELECT id FROM signing_key WHERE purpose = 'receipts'`);
    expect(rows).toHaveLength(1 + made.length);
    const files = (await readdir(kanon.settings.data)).filter((name) => name.startsWith('receipts'));
    expect(files.length).toBeLessThanOrEqual(rows.length);
  });
});
