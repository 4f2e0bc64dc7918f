/** A device asks to be let in, a person says yes or no elsewhere (RFC 8628), and nobody else can. */
import { createHash } from 'node:crypto';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

interface Begun {
  readonly device_code: string;
  readonly user_code: string;
  readonly verification_uri: string;
  readonly verification_uri_complete: string;
}

describe('a device', () => {
  let kanon: TestApp;
  let owner: Owner;
  let person: Signed;

  beforeAll(async () => {
    kanon = await startApp({ KANON_TRUSTED_PROXIES: '127.0.0.1' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    person = await signedIn(kanon, 'coordinator', { region: '05111' });
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  let source = 0;
  const form = async (path: string, body: Record<string, string>, from?: string) => {
    const answer = await fetch(kanon.url + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': from ?? `192.0.2.${(source += 1) % 250}`,
      },
      body: new URLSearchParams(body).toString(),
    });
    return { status: answer.status, body: (await answer.json()) as any };
  };
  const begin = async (): Promise<Begun> => {
    const { status, body } = await form('/v1/device/authorizations', { client_id: 'kanon-cli' });
    expect(status).toBe(200);
    return body;
  };
  const say = (code: string, what: string, token = person.token) =>
    call(kanon, 'POST', '/v1/device/answers', { token, body: JSON.stringify({ code, say: what }) });
  /** As if the pause were over. */
  const poll = async ({ device_code: device }: Begun, pause = true) => {
    if (pause) await owner.rows(`UPDATE device_grant SET polled_at = polled_at - interval '90 seconds'`);
    return form('/v1/tokens', { grant_type: GRANT, device_code: device, client_id: 'kanon-cli' });
  };

  test('is let in by whoever says yes, as that account, once, and it is an entry', async () => {
    const begun = await begin();
    expect(begun.user_code).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
    expect(begun.verification_uri_complete).toBe(`${kanon.settings.publicUrl}/device#${begun.user_code}`);
    expect((await poll(begun)).body.error).toBe('authorization_pending');
    // However it is typed; to look is to say nothing.
    expect((await say(begun.user_code.toLowerCase().replace('-', ' '), 'look')).status).toBe(200);
    expect((await poll(begun)).body.error).toBe('authorization_pending');
    expect((await say(begun.user_code, 'yes')).status).toBe(200);
    const { status, body } = await poll(begun);
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 900]);
    // What the person had shown counts for the device: a second factor too.
    const token = body.access_token as string;
    expect((await call(kanon, 'GET', '/v1/regions/05111/completeness/2026-Q1', { token })).status).toBe(200);
    const renewed = await call(kanon, 'POST', '/v1/sessions/refresh', {
      body: JSON.stringify({ refresh_token: body.refresh_token }),
    });
    expect(renewed.status).toBe(200);
    expect((await poll(begun)).body.error).toBe('expired_token');
    expect((await say(begun.user_code, 'yes')).status).toBe(404);
    const entries = await owner.entriesOf(person.actor.account);
    expect(entries.map(({ action, object, decision }) => [action, object, decision])).toEqual([
      ['device.answer', 'say=look', 'allowed'],
      ['device.answer', 'say=yes', 'allowed'],
      ['session.create', 'how=device', 'allowed'],
      ['completeness.counts', null, 'allowed'],
      ['device.answer', 'say=yes', 'refused'],
    ]);
  });

  test('is refused by whoever says no', async () => {
    const begun = await begin();
    expect((await say(begun.user_code, 'no')).status).toBe(200);
    expect((await say(begun.user_code, 'yes')).status).toBe(404);
    expect((await poll(begun)).body.error).toBe('access_denied');
    expect((await poll(begun)).body.error).toBe('expired_token');
  });

  test('that looks too soon waits longer each time', async () => {
    const begun = await begin();
    expect((await poll(begun)).body.error).toBe('authorization_pending');
    expect((await poll(begun, false)).body.error).toBe('slow_down');
    expect((await poll(begun, false)).body.error).toBe('slow_down');
    const paces = await owner.rows<{ pace: number }>(
      'SELECT pace FROM device_grant ORDER BY made_at DESC LIMIT 1',
    );
    expect(paces).toEqual([{ pace: 15 }]);
    await say(begun.user_code, 'yes');
    expect((await poll(begun, false)).body.error).toBe('slow_down');
    expect((await poll(begun)).status).toBe(200);
  });

  test('is let in by nobody once its time is over, nor into an account that is closed meanwhile', async () => {
    const begun = await begin();
    await owner.rows(
      `UPDATE device_grant SET made_at = made_at - interval '11 minutes', ends_at = ends_at - interval '11 minutes'`,
    );
    expect((await say(begun.user_code, 'yes')).status).toBe(404);
    expect((await poll(begun)).body.error).toBe('expired_token');
    const leaver = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    const second = await begin();
    expect((await say(second.user_code, 'yes', leaver.token)).status).toBe(200);
    await owner.rows('UPDATE account SET active = false WHERE id = $1', [leaver.actor.account]);
    expect((await poll(second)).body.error).toBe('expired_token');
  });

  test('cannot say yes to itself, and its codes are not in the database', async () => {
    const begun = await begin();
    expect(
      (
        await call(kanon, 'POST', '/v1/device/answers', {
          body: JSON.stringify({ code: begun.user_code, say: 'yes' }),
        })
      ).status,
    ).toBe(401);
    const rows = JSON.stringify(
      await owner.rows('SELECT encode(device, $1) AS d, encode(code, $1) AS c FROM device_grant', ['hex']),
    );
    const letters = begun.user_code.replace('-', '');
    for (const text of [letters, begun.user_code])
      for (const guess of [Buffer.from(text), createHash('sha256').update(text).digest()])
        expect(rows).not.toContain(guess.toString('hex'));
    expect(rows).not.toContain(Buffer.from(begun.device_code, 'base64url').toString('hex'));
  });

  test.each([
    [
      'another program',
      { grant_type: GRANT, device_code: 'A'.repeat(43), client_id: 'else' },
      'invalid_client',
    ],
    ['no program', { grant_type: GRANT, device_code: 'A'.repeat(43) }, 'invalid_client'],
    [
      'a code that is none',
      { grant_type: GRANT, device_code: 'nonsense', client_id: 'kanon-cli' },
      'expired_token',
    ],
    [
      'an unknown code',
      { grant_type: GRANT, device_code: 'A'.repeat(43), client_id: 'kanon-cli' },
      'expired_token',
    ],
    ['no code', { grant_type: GRANT, client_id: 'kanon-cli' }, 'expired_token'],
  ] as [string, Record<string, string>, string][])('with %s gets nothing', async (_, body, error) => {
    expect((await form('/v1/tokens', body)).body.error).toBe(error);
    expect((await form('/v1/device/authorizations', { client_id: 'else' })).status).toBe(401);
  });

  test('guessing at codes ends after a few, and many devices from one source too', async () => {
    const guesser = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    const statuses: number[] = [];
    for (let i = 0; i < 14; i += 1) statuses.push((await say('BCDF-GHJK', 'yes', guesser.token)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
    const asked: number[] = [];
    for (let i = 0; i < 24; i += 1)
      asked.push(
        (await form('/v1/device/authorizations', { client_id: 'kanon-cli' }, '198.51.100.9')).status,
      );
    expect([asked[0], asked.at(-1)]).toEqual([200, 429]);
  });

  test('is answered on a page that runs its own script alone and stands in no frame', async () => {
    const { status, headers, text } = await call(kanon, 'GET', '/device');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    const [, script = ''] = /<script>(.*)<\/script>/s.exec(text) ?? [];
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(text.indexOf('Gerät anmelden')).toBeLessThan(text.indexOf('Sign in a device'));
    expect(text).not.toMatch(/src=|href=/);
  });
});
