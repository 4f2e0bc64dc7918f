/** Signing in: what an attacker learns, what the log keeps, and how many may try at once. */
import type { Role } from '../../src/access/actor.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { call, furnish, startApp, type TestApp } from '../setup/app.ts';
import { ownerOf, type Owner } from '../access/house.ts';

const PASSWORD = 'a-good-long-passphrase';

describe('signing in', () => {
  let kanon: TestApp;
  let owner: Owner;

  beforeAll(async () => {
    kanon = await startApp({ KANON_TRUSTED_PROXIES: '127.0.0.1' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const create = async (name: string, role: Role = 'reporter', password: string | undefined = PASSWORD) => {
    const [actor] = await kanon.app.get(Accounts).create(kanon.admin, [
      {
        name,
        role,
        office: 'Erfundenes Amt',
        schools: role === 'reporter' ? (['990001'] as SchoolNumber[]) : [],
        ...(password ? { password } : {}),
      },
    ]);
    return actor!;
  };
  /** From a source for each account, so that no test fills that of another. */
  const signIn = (account: string, password: string) =>
    call(kanon, 'POST', '/v1/sessions', {
      body: JSON.stringify({ account, password }),
      headers: { 'x-forwarded-for': sourceOf(account) },
    });
  const known = new Map<string, string>();
  const sourceOf = (account: string): string => {
    if (!known.has(account)) known.set(account, `192.0.2.${known.size}`);
    return known.get(account)!;
  };
  const refusalsOf = (account: string | undefined) =>
    owner.rows<{ decision: string; rules: string[] }>(
      `SELECT * FROM access_entry WHERE action = 'session.create' AND subject = $1 ORDER BY at`,
      [account],
    );
  /** Runs work, and tells how many minutes of the clock it has touched. */
  async function minutesOf(work: () => Promise<unknown>): Promise<number> {
    const begun = Math.floor(Date.now() / 60_000);
    await work();
    return Math.floor(Date.now() / 60_000) - begun + 1;
  }

  test('the right password gives a token that opens what the account may, and one entry', async () => {
    const actor = await create('right');
    const { status, body, headers } = await signIn('right', PASSWORD);
    expect([status, body.token_type, body.expires_in]).toEqual([201, 'Bearer', 900]);
    expect(headers.get('cache-control')).toBe('no-store');
    const read = await call(kanon, 'GET', '/v1/schools/990001/reports/2026-Q1', { token: body.access_token });
    expect(read.status).toBe(404);
    const [entry] = await owner.entriesOf(actor.account);
    const { jti } = JSON.parse(Buffer.from(body.access_token.split('.')[1], 'base64url').toString()) as {
      jti: string;
    };
    expect(entry).toMatchObject({
      action: 'session.create',
      decision: 'allowed',
      token: jti,
      role: 'reporter',
    });
  });

  test('a wrong password, an unknown account and an account without a password get the same answer', async () => {
    await create('known');
    await create('locked', 'auditor', undefined);
    await create('sleeping');
    await owner.rows(`UPDATE account SET active = false, closed_at = now() WHERE name = 'sleeping'`);
    const answers = [
      await signIn('known', 'wrong'),
      await signIn('unknown-account', 'wrong'),
      await signIn('locked', 'wrong'),
      await signIn('sleeping', PASSWORD),
      await signIn('Robert"); DROP TABLE account; --', 'wrong'),
    ];
    const shown = answers.map(({ status, text, headers }) => ({
      status,
      text,
      names: [...headers.keys()].sort().join(),
    }));
    expect(shown).toEqual(shown.map(() => ({ ...shown[0], status: 401 })));
  });

  test('an unknown account costs the server as much work as a wrong password', async () => {
    await create('clock');
    const spent: Record<'wrong' | 'unknown', number[]> = { wrong: [], unknown: [] };
    for (let i = 0; i < 7; i += 1)
      for (const [kind, name] of [
        ['wrong', 'clock'],
        ['unknown', `stranger-${i}`],
      ] as const) {
        // CPU time, not time on the clock: others work on this machine too.
        const begun = process.cpuUsage();
        await signIn(name, 'wrong');
        spent[kind].push(process.cpuUsage(begun).user);
      }
    const median = (times: number[]): number => times.sort((a, b) => a - b)[3] ?? 0;
    const ratio = median(spent.unknown) / median(spent.wrong);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  test('twenty failures and this source rests at the account, even for the right password; at another one it does not', async () => {
    const actor = await create('guessed');
    await create('other');
    const minutes = await minutesOf(async () => {
      for (let i = 0; i < 20; i += 1) expect((await signIn('guessed', `wrong-${i}`)).status).toBe(401);
    });
    const resting = await signIn('guessed', PASSWORD);
    expect([resting.status, resting.body.type]).toEqual([429, 'urn:kanon:problem:too-many-sign-ins']);
    expect(Number(resting.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('other', PASSWORD)).status).toBe(201);

    const entries = await refusalsOf(actor.account);
    expect(entries.length).toBeGreaterThanOrEqual(1);
    expect(entries.length).toBeLessThanOrEqual(minutes);
    expect(new Set(entries.map((entry) => [entry.decision, ...entry.rules].join(' ')))).toEqual(
      new Set(['refused sign-in-failed']),
    );
  });

  test('unknown names rest as well, and leave one entry a minute each, without what was typed', async () => {
    const before = (
      await owner.rows(`SELECT FROM access_entry WHERE action = 'session.create' AND account IS NULL`)
    ).length;
    const minutes = await minutesOf(async () => {
      for (let i = 0; i < 20; i += 1) await signIn('hunter2-typed-as-name', 'and-the-name-as-password');
    });
    expect((await signIn('hunter2-typed-as-name', 'x')).status).toBe(429);
    const entries = await owner.rows(
      `SELECT * FROM access_entry WHERE action = 'session.create' AND account IS NULL`,
    );
    expect(entries.length - before).toBeLessThanOrEqual(minutes);
    const everything = JSON.stringify(await owner.rows('SELECT * FROM access_entry'));
    expect(everything).not.toMatch(
      /hunter2|and-the-name|wrong|passphrase|stranger|unknown-account|Robert|guessed/,
    );
  });

  describe('with a body', () => {
    const send = (body: string | Uint8Array) => call(kanon, 'POST', '/v1/sessions', { body });
    const SECRET = 'geheim4711';

    test.each<[string, string | Uint8Array, string]>([
      ['with a key twice', `{"account":"a","password":"${SECRET}","password":"b"}`, ''],
      ['with the same key escaped', `{"account":"a","password":"${SECRET}","passwor\\u0064":"b"}`, ''],
      ['with an unknown field', `{"account":"a","password":"b","${SECRET}":1}`, ''],
      ['with a missing field', `{"password":"${SECRET}"}`, ''],
      ['with a number', `{"account":"a","password":4711}`, ''],
      ['with an object', `{"account":{"$ne":null},"password":{"$gt":"${SECRET}"}}`, ''],
      ['with a list', `["a","${SECRET}"]`, ''],
      ['with a NUL', `{"account":"a\\u0000","password":"${SECRET}"}`, '/account'],
      ['with a lone surrogate', `{"account":"\\ud800","password":"${SECRET}"}`, '/account'],
      ['with something behind it', `{"account":"a","password":"${SECRET}"} x`, ''],
      ['that is no JSON', `account=a&password=${SECRET}`, ''],
      ['that is empty', '', ''],
      ['in Latin-1', Buffer.from(`{"account":"ä","password":"${SECRET}"}`, 'latin1'), ''],
      ['with a byte order mark', `\ufeff{"account":"a","password":"${SECRET}"}`, ''],
      ['with an empty password', `{"account":"${SECRET}","password":""}`, ''],
      [
        'with a password of 257 characters',
        JSON.stringify({ account: SECRET, password: 'x'.repeat(257) }),
        '',
      ],
      ['of 5,000 bytes', JSON.stringify({ account: SECRET, password: 'x'.repeat(5000) }), ''],
      ['of a thousand brackets', '['.repeat(1000), '/0/0'],
      [
        'that would reach the prototype',
        `{"__proto__":{"account":"${SECRET}"},"account":"a","password":"b"}`,
        '',
      ],
    ])('%s is refused by its place, and nothing of it is repeated', async (_, body, pointer) => {
      const { status, body: problem, text, headers } = await send(body);
      expect([status, problem.type]).toEqual([400, 'urn:kanon:problem:bad-request']);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(problem.findings.length).toBeGreaterThan(0);
      for (const finding of problem.findings) expect(finding.pointer.startsWith(pointer)).toBe(true);
      expect(text).not.toMatch(/geheim|4711|xxx|\$ne/);
    });

    test('is refused whole when it is larger than any body may be', async () => {
      const { status, body } = await send(JSON.stringify({ account: 'a', password: 'x'.repeat(300_000) }));
      expect([status, body.type]).toEqual([413, 'urn:kanon:problem:too-large']);
    });
  });

  test('many at once wait their turn: nobody is told that the service failed', async () => {
    await create('crowd');
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, i) =>
        i % 3 === 0 ? signIn(`crowd-${i}`, 'wrong') : signIn('crowd', PASSWORD),
      ),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => ![201, 401, 429].includes(status))).toEqual([]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect((await signIn('crowd', PASSWORD)).status).toBe(201);
  });

  test('more accounts than could sign in at once are made at once, though only a few are hashed at a time', async () => {
    const many = Array.from({ length: 70 }, (_, i) => ({
      name: `batch-${i}`,
      role: 'auditor' as const,
      office: 'Erfundenes Amt',
      password: `${PASSWORD}-${i}`,
    }));
    expect(await kanon.app.get(Accounts).create(kanon.admin, many)).toHaveLength(70);
    expect((await signIn('batch-69', `${PASSWORD}-69`)).status).toBe(201);
  });

  test('no password and no hash of one leaves the database by any way of the service', async () => {
    const { rows } = {
      rows: await owner.rows<{ hash: string }>(
        `SELECT password_hash AS hash FROM account WHERE name = 'right'`,
      ),
    };
    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,(p=1,t=2|t=2,p=1)\$/);
    expect(rows[0]?.hash).not.toContain(PASSWORD);
  });
});
