/** Keys of an issuer: rotated, failing, led elsewhere; fetched from a real server, by a clock that the test moves. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { Issuer } from '../../src/foundation/issuers-file.ts';
import { silenceLog } from '../../src/foundation/http/log.ts';
import { IssuerKeys } from '../../src/identity/issuer-keys.ts';

const MINUTE = 60_000;
const servers: Server[] = [];
let now = 1_800_000_000_000;
const realNow = Date.now;

beforeAll(() => {
  silenceLog();
  Date.now = () => now;
});
afterAll(async () => {
  Date.now = realNow;
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function publicKey(kid: string): Promise<object> {
  const { publicKey: key } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(key)), kid, alg: 'ES256', use: 'sig' };
}

const keysAt = (address: string): IssuerKeys =>
  new IssuerKeys({ issuer: address, jwksUri: `${address}/keys` } as Issuer);
const named = (kid: string) => ({ alg: 'ES256', kid });

/** A server of keys that can be told what to answer; how often it was asked. */
async function issuerOf(...kids: string[]) {
  const state = { keys: await Promise.all(kids.map(publicKey)), status: 200, asked: 0 };
  const address = await serve((_, response) => {
    state.asked += 1;
    response.writeHead(state.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: state.keys }));
  });
  return { state, keys: keysAt(address), address };
}

test('a rotated key counts with the first token that names it, and the old one no more', async () => {
  const { state, keys } = await issuerOf('first');
  await keys.keyOf(named('first'));
  state.keys = [await publicKey('second')];
  // Within half a minute nobody makes us ask again, whatever a token names.
  for (let i = 0; i < 20; i += 1)
    await expect(keys.keyOf(named(`nonsense-${i}`))).rejects.toMatchObject({
      code: 'ERR_JWKS_NO_MATCHING_KEY',
    });
  expect(state.asked).toBe(1);
  now += MINUTE / 2 + 1;
  await keys.keyOf(named('second'));
  await expect(keys.keyOf(named('first'))).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  expect(state.asked).toBe(2);
});

test('many tokens at once are one fetch', async () => {
  const { state, keys } = await issuerOf('one');
  await Promise.all(Array.from({ length: 50 }, () => keys.keyOf(named('one'))));
  expect(state.asked).toBe(1);
});

test('while the issuer fails its keys count for an hour, then none does, and afterwards they do again', async () => {
  const { state, keys } = await issuerOf('kept');
  await keys.keyOf(named('kept'));
  state.status = 500;
  now += 59 * MINUTE;
  await keys.keyOf(named('kept'));
  expect(state.asked).toBe(2);
  now += 2 * MINUTE;
  await expect(keys.keyOf(named('kept'))).rejects.toMatchObject({ code: 'unavailable' });
  state.status = 200;
  now += MINUTE;
  await keys.keyOf(named('kept'));
});

test('an answer that leads elsewhere is followed nowhere, neither for keys nor for where they are', async () => {
  const { state, address } = await issuerOf('elsewhere');
  for (const status of [301, 302, 303, 307, 308]) {
    const leading = await serve((_, response) => {
      response.writeHead(status, { location: `${address}/keys` });
      response.end();
    });
    await expect(keysAt(leading).keyOf(named('elsewhere'))).rejects.toMatchObject({ code: 'unavailable' });
    const found = new IssuerKeys({ issuer: leading } as Issuer);
    await expect(found.keyOf(named('elsewhere'))).rejects.toMatchObject({ code: 'unavailable' });
  }
  // Metadata that name a set on another host.
  const pointing: string = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ issuer: pointing, jwks_uri: `${address}/keys` }));
  });
  const found = new IssuerKeys({ issuer: pointing } as Issuer);
  await expect(found.keyOf(named('elsewhere'))).rejects.toMatchObject({ code: 'unavailable' });
  expect(state.asked).toBe(0);
});

test('secrets, keys without a name, and a set beyond measure are none', async () => {
  const { state, keys } = await issuerOf('good');
  state.keys.push({ kty: 'oct', kid: 'secret', k: 'AAAA', alg: 'ES256' }, { kty: 'EC' });
  await keys.keyOf(named('good'));
  await expect(keys.keyOf(named('secret'))).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
  const large = await issuerOf('x');
  large.state.keys = Array.from({ length: 51 }, (_, i) => ({ ...large.state.keys[0], kid: `k${i}` }));
  await expect(large.keys.keyOf(named('k1'))).rejects.toMatchObject({ code: 'unavailable' });
});
