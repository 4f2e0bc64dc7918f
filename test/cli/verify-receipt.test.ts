/** `kanon verify-receipt`: what a school can prove with its receipt, offline, and what fails. */
import { readFile, writeFile } from 'node:fs/promises';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { Signer } from '../../src/identity/signer.ts';
import { commitmentOf } from '../../src/collection/receipt.ts';
import { rows } from '../collection/scene.ts';
import { call, furnish, OPEN_PERIOD, REPORT, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { freePort } from '../setup/service.ts';
import { elsewhere } from './other-servers.ts';
import { kanon, scratch } from './run-kanon.ts';

let service: TestApp;
let files: Awaited<ReturnType<typeof scratch>>;
let jws: string;
let receipt: string;
let keys: string;
beforeAll(async () => {
  service = await startApp();
  await furnish(service);
  files = await scratch();
  const { token } = await signedIn(service, 'reporter', { schools: ['990001'] });
  const put = await call(service, 'PUT', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
    token,
    body: JSON.stringify(REPORT),
  });
  jws = put.body.receipt;
  receipt = await files.file('receipt.jws', `${jws}\n`);
  keys = await files.file('keys.json', (await call(service, 'GET', '/.well-known/jwks.json')).text);
});
afterAll(async () => {
  await files.delete();
  await service.close();
});

const claimsOf = (text: string) => JSON.parse(Buffer.from(text.split('.')[1]!, 'base64url').toString());
const verify = (file: string, ...more: string[]) => kanon(['verify-receipt', file, '--keys', keys, ...more]);
/** Exit code and the one sentence about another receipt than the true one. */
const verdict = async (text: string, ...more: string[]) => {
  const { code, out, err } = await verify(await files.file('other.jws', text), ...more);
  expect(out).toBe('');
  return [code, err.replace(/^kanon: /, '').trimEnd()];
};

test('a receipt holds offline: it tells what was stored, and exactly what the access log shows', async () => {
  const [entry] = (await rows(
    service,
    `SELECT id, commitment FROM access_entry WHERE commitment IS NOT NULL`,
  )) as { id: string; commitment: Buffer }[];
  const shown = entry?.commitment.toString('base64url') ?? '';
  const { code, out, err } = await verify(receipt);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Die Quittung ist echt.');
  expect(out).toContain(`für Schule 990001 und ${OPEN_PERIOD}, Fassung 1`);
  expect(out).toContain('       7          19  Lernförderung\n');
  expect(out).toContain('       –           –  Persönlicher Schulbedarf (bleibt an der Schule)\n');
  expect(out).toContain(`beim Eintrag ${entry?.id} als commitment stehen:\n${shown}\n`);

  const { report, commitment, entry: named } = JSON.parse((await verify(receipt, '--json')).out);
  expect({ report, commitment, named }).toEqual({ report: REPORT, commitment: shown, named: entry?.id });
  expect((await verify(receipt, '--commitment', shown)).out).toContain('gehört zu genau diesen Angaben');
  const other = commitmentOf(Buffer.alloc(32), claimsOf(jws)).toString('base64url');
  expect(await verify(receipt, '--commitment', other)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Das Zugriffsprotokoll zeigt etwas anderes'),
  });
});

test('the keys may come from the service, or from an address', async () => {
  for (const args of [
    ['--url', service.url],
    ['--keys', `${service.url}/.well-known/jwks.json`],
  ])
    expect((await kanon(['verify-receipt', receipt, ...args, '--lang', 'en'])).out).toMatch(
      /^The receipt is genuine\./,
    );
});

test('a changed receipt fails, wherever it was changed', async () => {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const changed = Buffer.from(JSON.stringify({ ...claimsOf(jws), school: '990002' })).toString('base64url');
  const flipped = Buffer.from(signature, 'base64url').map((byte, i) => (i === 9 ? byte ^ 1 : byte));
  const broken = [1, 'Die Unterschrift passt nicht zum Inhalt: Die Quittung wurde verändert.'];
  expect(await verdict([head, changed, signature].join('.'))).toEqual(broken);
  expect(await verdict([head, payload, Buffer.from(flipped).toString('base64url')].join('.'))).toEqual(
    broken,
  );
  expect(await verdict([head, payload, ''].join('.'))).toEqual(broken);
  // The same bytes in another spelling: of the last character two or four bits stand for nothing.
  const last = String.fromCharCode(signature.charCodeAt(signature.length - 1) + 1);
  expect(await verdict([head, payload, signature.slice(0, -1) + last].join('.'))).toEqual(broken);
  expect((await verdict([head, changed, signature].join('.'), '--lang', 'en'))[1]).toMatch(
    /^The signature does not fit/,
  );
});

test('another key fails, be it named or passed off as the true one', async () => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const kid = JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString()).kid as string;
  const sign = (header: object) =>
    new CompactSign(Buffer.from(JSON.stringify(claimsOf(jws))))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'kanon-receipt+jws', ...header })
      .sign(privateKey);
  expect((await verdict(await sign({ kid })))[1]).toMatch(/^Die Unterschrift passt nicht/);
  expect((await verdict(await sign({ kid: 'another' })))[1]).toMatch(
    /^Die Quittung nennt einen Schlüssel, der nicht dabei ist/,
  );
  expect((await verdict(await sign({})))[1]).toBe('Das ist keine Quittung über eine Meldung.');
  // With the other key as the named one it holds: the keys decide, so they are never taken from the receipt.
  const open = { ...(await exportJWK(publicKey)), kid };
  const fake = await files.file('fake.json', JSON.stringify({ keys: [open] }));
  expect((await kanon(['verify-receipt', receipt, '--keys', fake])).code).toBe(1);
});

test('other statements of the same service are no receipts', async () => {
  const signer = service.app.get(Signer);
  const { iss: _iss, iat: _iat, ...claims } = claimsOf(jws);
  const none = [6, 'Das ist keine Quittung über eine Meldung.'];
  expect(await verdict(signer.sign('kanon-certificate+jws', new Date(), claims))).toEqual(none);
  for (const wrong of [
    { nonce: 'short' },
    { entry: 1 },
    { revision: 'x' },
    { report: { ...REPORT, name: 'Zqx' } },
  ])
    expect(await verdict(signer.sign('kanon-receipt+jws', new Date(), { ...claims, ...wrong }))).toEqual(
      none,
    );
  const { token } = await signedIn(service, 'auditor');
  expect(await verdict(token)).toEqual(none);
});

test('a receipt holds as mail, editors and shells hand it on', async () => {
  const wrapped = jws.replaceAll(/(.{76})/g, '$1\r\n');
  for (const text of [wrapped, `\ufeff${jws}`, `"${jws}"`, Buffer.from(`\ufeff${jws}\r\n`, 'utf16le')]) {
    await writeFile(files.at('moved.jws'), text);
    expect((await verify(files.at('moved.jws'))).code).toBe(0);
  }
  await writeFile(
    files.at('wide-keys.json'),
    Buffer.from(`\ufeff${await readFile(keys, 'utf8')}`, 'utf16le'),
  );
  expect((await kanon(['verify-receipt', receipt, '--keys', files.at('wide-keys.json')])).code).toBe(0);
});

test('what is no receipt, and keys that are none, are told so', async () => {
  for (const text of ['', 'no receipt', '{}', '.'.repeat(4)])
    expect(await verdict(text)).toEqual([
      6,
      'In der Datei steht keine Quittung, oder nur ein Teil davon. Verändert heißt das nicht.',
    ]);
  for (const content of ['', '[]', 'null', '{"keys":{}}']) {
    await writeFile(files.at('bad.json'), content);
    const { code, err } = await kanon(['verify-receipt', receipt, '--keys', files.at('bad.json')]);
    expect([code, err]).toEqual([1, expect.stringContaining('Dort stehen keine Schlüssel (JWKS)')]);
  }
  const empty = await files.file('empty.json', '{"keys":[null,{}]}');
  expect((await kanon(['verify-receipt', receipt, '--keys', empty])).err).toContain('der nicht dabei ist');
});

test('a service that is not there, or is none, ends it with exit code 3', async () => {
  const nobody = await kanon(['verify-receipt', receipt, '--url', `http://127.0.0.1:${await freePort()}`]);
  expect([nobody.code, nobody.err]).toEqual([3, expect.stringContaining('antwortet niemand')]);
  const other = await elsewhere();
  expect((await kanon(['verify-receipt', receipt, '--keys', other.url])).code).toBe(3);
  await other.close();
});
