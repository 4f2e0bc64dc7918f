/** Accounts and periods from the command line: an empty service becomes one that somebody can sign in to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { answering, launch } from '../setup/service.ts';

describe('an empty service', () => {
  let database: FreshDatabase;
  let data: string;
  beforeAll(async () => {
    database = await freshDatabase();
    data = await mkdtemp(`${tmpdir()}/kanon-test-administer-`);
  });
  afterAll(async () => {
    await database.drop();
    await rm(data, { recursive: true, force: true });
  });

  // Everything that works on one database has the same keys, so the folder stays for all commands.
  const onServer = (): Record<string, string> => ({
    DATABASE_URL: database.serviceUrl,
    KANON_DATA: data,
  });
  const kanon = async (...args: string[]) => {
    const command = await launch(
      { ...onServer(), DATABASE_OWNER_URL: database.ownerUrl, LANG: 'de_DE.UTF-8' },
      args,
    );
    const code = await command.ended;
    return { code, said: command.output() };
  };

  test('gets its first account and period, and lets that account in', async () => {
    const made = await kanon(
      'account',
      'bezirk-051',
      '--role',
      'district',
      '--office',
      'Erfundener Bezirk',
      '--region',
      '051',
    );
    expect(made.code).toBe(0);
    const [, password = ''] = /^bezirk-051\t([a-z2-8-]{23})\n$/.exec(made.said) ?? [];
    for (const [option, day] of [
      ['--closes', '2027-02-30'],
      ['--closes', '2026-13-01'],
      ['--closes', '15.12.2026'],
      ['--opens', '2026-06-31'],
    ] as const) {
      const wrong = await kanon('period', '2026-Q3', option, day);
      expect([day, wrong.code, wrong.said]).toEqual([
        day,
        2,
        expect.stringContaining('--opens und --closes sind Tage wie'),
      ]);
    }
    const opened = await kanon('period', '2026-Q3', '--closes', '2026-12-15', '--operator', 'A. Beispiel');
    expect([opened.code, opened.said]).toEqual([0, '2026-Q3\t2026-07-01\t2026-12-15\n']);

    const told = await entriesIn(database);
    expect(told.get('account.create')).toMatchObject({
      system: 'command line',
      operator: expect.stringMatching(/^login=\S+( sudo=\S+)?$/),
      object: expect.stringMatching(
        /^role=district scope=051 office="Erfundener Bezirk" person=[0-9a-f-]{36}$/,
      ),
    });
    expect(told.get('period.open')).toMatchObject({
      period: '2026-Q3',
      operator: expect.stringMatching(/^login=.* by="A\. Beispiel"$/),
      object: 'opens=2026-07-01 closes=2026-12-15 scheme=but-counselling/1',
    });

    const service = await answering(await launch(onServer()));
    const signIn = await fetch(`${service.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'bezirk-051', password }),
    });
    expect(signIn.status).toBe(201);
    const { periods } = (await (await fetch(`${service.url}/v1/periods`)).json()) as {
      periods: { key: string }[];
    };
    expect(periods.map(({ key }) => key)).toEqual(['2026-Q3']);
    service.process.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });

  test.each([
    [
      'a scope that does not fit',
      ['account', 'kreis', '--role', 'coordinator', '--office', 'X', '--region', '051'],
      1,
      'Der Bereich passt nicht zur Rolle',
    ],
    [
      'a name that is taken',
      ['account', 'bezirk-051', '--role', 'auditor', '--office', 'X'],
      1,
      'gibt es schon',
    ],
    [
      'a human on both sides',
      [
        'account',
        'kreis',
        '--role',
        'coordinator',
        '--office',
        'X',
        '--region',
        '05111',
        '--same-person-as',
        'bezirk-051',
      ],
      1,
      'Ein Mensch',
    ],
    [
      'a region that is none',
      ['account', 'kreis', '--role', 'coordinator', '--office', 'X', '--region', 'Kleve'],
      2,
      'amtlicher Schlüssel',
    ],
    [
      'a third school for a reporter',
      ['account', 'viele', '--role', 'reporter', '--office', 'X', '--school', '990001', '990002', '990003'],
      1,
      'höchstens zwei Schulen',
    ],
    [
      'the same in English',
      [
        'account',
        'viele',
        '--role',
        'reporter',
        '--office',
        'X',
        '--school',
        '990001',
        '990002',
        '990003',
        '--lang',
        'en',
      ],
      1,
      'at most 2 schools',
    ],
    [
      'a change in a period that is not there',
      ['participation', '990001', '--period', '2031-Q1', '--kind', 'NONE', '--reason', 'LIST_WRONG'],
      1,
      'gibt es hier nicht',
    ],
    [
      'a reason that is none',
      ['participation', '990001', '--period', '2026-Q3', '--kind', 'NONE', '--reason', 'because'],
      2,
      'POST_VACANT',
    ],
    [
      'a list of participation that is to close something',
      ['import', 'participation', 'x.csv', '--force'],
      2,
      'gehören zu regions und schools',
    ],
    ['a role that is none', ['account', 'kreis', '--role', 'king', '--office', 'X'], 2, 'reporter'],
    ['a period that is none', ['period', '2026-Q9'], 2, '2026-Q3'],
    ['a period that is open already', ['period', '2026-Q3'], 1, 'gibt es schon'],
    ['a length that no scheme has', ['period', '2026'], 2, 'Es gibt: but-counselling/1,'],
    [
      'a period of several schemes, of which none is named',
      ['period', '2027-S1'],
      2,
      'but-counselling/2, but-counselling/3',
    ],
    ['a scheme that is none', ['period', '2027-S1', '--scheme', 'but/1'], 2, 'Es gibt: but-counselling/1,'],
    [
      'a scheme of another length',
      ['period', '2027-S1', '--scheme', 'but-counselling/1'],
      1,
      'wird je Quartal erhoben',
    ],
    [
      'a period whose consultations another one counts',
      ['period', '2026-S2', '--scheme', 'but-counselling/3'],
      1,
      'zählt schon der Zeitraum 2026-Q3 nach dem Schema but-counselling/1',
    ],
  ])('says what is wrong with %s', async (_what, args, code, sentence) => {
    const answer = await kanon(...args);
    expect([answer.code, answer.said]).toEqual([code, expect.stringContaining(sentence)]);
  });
});

/** The newest entry of each act, as the log keeps it. */
async function entriesIn({ ownerUrl }: FreshDatabase): Promise<Map<string, object>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ action: string }>('SELECT * FROM access_entry ORDER BY at');
  await client.end();
  return new Map(rows.map((row) => [row.action, row]));
}
