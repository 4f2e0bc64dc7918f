/** Second factors as tests need them: an authenticator app, tokens that say that one was shown, and a database that asks for none. */
import { setTimeout as later } from 'node:timers/promises';
import pg from 'pg';
import { type Proof, provedBy } from '../../src/identity/session-proof.ts';
import { stepAt, totpAt } from '../../src/identity/totp.ts';

/** What the token of somebody says who has shown two factors just now. */
export const twoFactors = (): Proof => provedBy('pwd', 'otp', 'mfa');

/** Marks the database as a demo's, so that nobody is asked for a second factor: for runs that are about something else. */
export async function asDemo({
  database,
  settings,
}: {
  readonly database: { readonly ownerUrl: string };
  readonly settings: { readonly tenant: string };
}): Promise<void> {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      'INSERT INTO demo (tenant, begun_on, done_at) VALUES ($1, now(), now()) ON CONFLICT DO NOTHING',
      [settings.tenant],
    );
  } finally {
    await owner.end();
  }
}

/** The bytes of a secret in base32, as an app reads them. */
export function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** An app on a telephone: each code that it shows is a new one. */
export class Authenticator {
  private last = 0;
  private readonly secret: Buffer;

  /** In base32. */
  constructor(secret: string) {
    this.secret = bytesOf(secret);
  }

  /** A code that was not shown yet and counts now; waits for it where the next one is too far ahead. */
  async code(): Promise<string> {
    const step = Math.max(this.last + 1, stepAt(Date.now()) - 1);
    while (step > stepAt(Date.now()) + 1) await later(500);
    this.last = step;
    return totpAt(this.secret, step);
  }
}

/** Sets up the first app of an account that signs in by its password, over the API. */
export async function withApp(
  { url }: { readonly url: string },
  login: { readonly account: string; readonly password: string },
): Promise<Authenticator> {
  const post = async (path: string, body: object, token?: string): Promise<Record<string, string>> => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return (await answer.json()) as Record<string, string>;
  };
  const { access_token: token } = await post('/v1/sessions', login);
  const app = new Authenticator((await post('/v1/factors/totp', {}, token))['secret'] ?? '');
  await post('/v1/factors/totp/confirmation', { code: await app.code() }, token);
  return app;
}
