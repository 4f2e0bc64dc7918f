/** An authorization server of our own for tests: keys that it publishes, and whatever tokens a test wants of it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as jose from 'jose';

/** What it answers on a path: a body, or a status with headers. */
type Answer = () => { status?: number; headers?: Record<string, string>; body?: unknown };

export class IssuerOfTests {
  /** How often each path was asked for. */
  readonly asked = new Map<string, number>();
  readonly answers = new Map<string, Answer>();
  readonly audience = 'kanon-of-tests';
  jwks: jose.JSONWebKeySet = { keys: [] };
  private pair!: { privateKey: jose.CryptoKey; publicKey: jose.CryptoKey };
  private readonly server: Server;
  url = '';

  constructor() {
    this.server = createServer((request, answer) => {
      const path = request.url ?? '';
      this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
      const { status = 200, headers = {}, body = {} } = this.answers.get(path)?.() ?? { status: 404 };
      answer.writeHead(status, { 'content-type': 'application/json', ...headers });
      answer.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.answers.set('/jwks', () => ({ body: this.jwks }));
    this.answers.set('/.well-known/openid-configuration', () => ({
      body: { issuer: this.url, jwks_uri: `${this.url}/jwks` },
    }));
    await this.newKey('first');
    return this;
  }

  async newKey(kid: string): Promise<void> {
    this.pair = await jose.generateKeyPair('ES256', { extractable: true });
    this.jwks.keys.push({ ...(await jose.exportJWK(this.pair.publicKey)), kid, alg: 'ES256', use: 'sig' });
  }

  /** An access token (RFC 9068); `iat` lies a little ahead, so that a change of the second before does not count. */
  token(
    subject: string,
    claims: Readonly<Record<string, unknown>> = {},
    header: Readonly<Record<string, unknown>> = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.url, aud: this.audience, sub: subject, client_id: 'portal', jti: randomUUID() };
    return new jose.CompactSign(
      Buffer.from(JSON.stringify({ ...usual, iat: now + 2, exp: now + 300, ...claims })),
    )
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'first', ...header })
      .sign(this.pair.privateKey);
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** A file for KANON_ISSUERS_FILE. */
export async function issuersFile(...issuers: readonly object[]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'kanon-test-issuers-')), 'issuers.json');
  await writeFile(file, JSON.stringify({ issuers }));
  return file;
}
