/** Who counts as one contributor, from hands on reports to published rows: whoever put a report ties, nobody else does. */
import { Accounts } from '../../src/identity/accounts.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import { Publisher } from '../../src/releases/publish.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { openPeriod, placeOf, put, rows as rowsOf } from '../collection/scene.ts';
import { call, signedIn, startApp, type Signed, type TestApp, freeze } from '../setup/app.ts';

const PATIENCE = 300_000;
const COUNTIES = ['05111', '05112', '05113', '05315', '05316', '05314'];
const OTHERS = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];

/** So many schools a county, numbered from 990000 on, 100 a county. */
const world = (each: number): School[] =>
  COUNTIES.flatMap((region, county) =>
    Array.from({ length: each }, (_, n): School => ({
      number: String(990_000 + 100 * county + n) as SchoolNumber,
      name: `Erfundene Schule ${n}`,
      type: 'Grundschule',
      region: region as RegionKey,
      roll: 300,
      validFrom: '2000-08-01',
      validTo: null,
    })),
  );

const reportOf = (pupils: number) => ({
  scheme: 'but-counselling/1',
  policy: 1,
  cells: [{ benefits: ['MITTAG'], pupils, consultations: 2 * pupils }],
  none: OTHERS,
  withheld: [],
});
/** The same in every period. */
const pupilsOf = (school: string): number => 6 + (Number(school) % 11);

let kanon: TestApp;
let officers: Signed[];
let quarter = 0;
const rows = (text: string, values: unknown[] = []) => rowsOf(kanon, text, values);

async function begin(schools: readonly School[]): Promise<void> {
  kanon = await startApp();
  await kanon.app.get(Reference).putSchools(kanon.admin, schools);
  officers = [
    await signedIn(kanon, 'disclosure-officer', { region: '05' }),
    await signedIn(kanon, 'disclosure-officer', { region: '05' }),
  ];
  quarter = 0;
}

/** A new period. */
async function nextPeriod(): Promise<string> {
  const key = `${2030 + Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  quarter += 1;
  await openPeriod(kanon, key);
  return key;
}

async function report(who: Signed, school: string, period: string, pupils = pupilsOf(school)): Promise<void> {
  const read = await call(kanon, 'GET', placeOf(school, period), { token: who.token });
  const etag = read.headers.get('etag');
  const answer = await call(kanon, 'PUT', placeOf(school, period), {
    token: who.token,
    body: JSON.stringify(reportOf(pupils)),
    ...(etag ? { headers: { 'if-match': etag } } : {}),
  });
  if (answer.status > 201) throw new Error(answer.text);
}

/** The published rows of the period, as they are stored. */
async function release(period: string): Promise<Record<string, unknown>[]> {
  const [first, second] = officers;
  await freeze(kanon, period, first!.token);
  await call(kanon, 'POST', `/v1/periods/${period}/release`, { token: second!.token });
  await kanon.app.get(Publisher).publishAsked();
  const stored = await rows(
    `SELECT to_jsonb(w) - 'release' AS row FROM release_row w JOIN release r ON r.tenant = w.tenant AND r.id = w.release
     WHERE r.period = $1 ORDER BY w.position`,
    [period],
  );
  expect(stored.length).toBeGreaterThan(0);
  return stored;
}

describe('with four schools a county', () => {
  const schools = world(4);
  const [one, two] = [schools[0]!.number, schools[1]!.number];
  const own = new Map<string, Signed>();
  /** Published rows where each school has its own reporter and nobody else had a report in hand. */
  let plain: Record<string, unknown>[];
  /** The same where one hand ties the two schools. */
  let tied: Record<string, unknown>[];

  /** A period in which every school's own reporter reports, and something besides. */
  async function published(besides: (period: string) => Promise<void> = async () => undefined) {
    const period = await nextPeriod();
    for (const { number } of schools) await report(own.get(number)!, number, period);
    await besides(period);
    return release(period);
  }
  /** Somebody's revision, which the school's own reporter replaces by the numbers that were there before. */
  const handle = async (who: Signed, school: string, period: string) => {
    await report(who, school, period, 20);
    await report(own.get(school)!, school, period);
  };
  const covering = () => signedIn(kanon, 'reporter', { schools: [one, two] });

  beforeAll(async () => {
    await begin(schools);
    for (const { number } of schools)
      own.set(number, await signedIn(kanon, 'reporter', { schools: [number] }));
    plain = await published();
    const deputy = await covering();
    tied = await published(async (period) => {
      await handle(deputy, one, period);
      await handle(deputy, two, period);
    });
  }, PATIENCE);
  afterAll(() => kanon.close());

  test('a hand that sent reports of two of the four ties them, and their county is hidden', () => {
    const county = (published: Record<string, unknown>[]) =>
      published
        .map(({ row }) => row as { region: string; consultations: unknown[] })
        .find(({ region }) => region === '05111')!;
    expect(county(plain).consultations.every((value) => value !== null)).toBe(true);
    expect(county(tied).consultations).toContain(null);
  });

  test(
    'an account that covers schools, unused or closed, changes no byte of a release',
    async () => {
      const unused = await covering();
      expect(await published()).toEqual(plain);
      await rows('UPDATE account SET active = false, closed_at = now() WHERE id = $1', [
        unused.actor.account,
      ]);
      expect(await published()).toEqual(plain);
    },
    PATIENCE,
  );

  test(
    'nor does one that tries, looks at the history, is refused, or had them in hand in another period',
    async () => {
      const deputy = await covering();
      expect(
        await published(async (period) => {
          for (const school of [one, two]) {
            const at = placeOf(school, period);
            expect((await put(kanon, deputy, `${at}?dryRun=true`, reportOf(9))).status).toBe(428);
            expect((await call(kanon, 'GET', `${at}/history`, { token: deputy.token })).status).toBe(200);
            const seen = await call(kanon, 'GET', at, { token: deputy.token });
            expect([seen.status, seen.body.stored]).toEqual([200, null]);
            expect((await put(kanon, deputy, at, reportOf(4))).status).toBe(422);
            expect((await put(kanon, deputy, at, reportOf(9))).status).toBe(428);
          }
        }),
      ).toEqual(plain);
      const later = await nextPeriod();
      for (const school of [one, two]) await report(deputy, school, later);
      expect(await published()).toEqual(plain);
    },
    PATIENCE,
  );

  test(
    'one that put a revision which its reporter has replaced since ties them, whatever the numbers were',
    async () => {
      const deputy = await covering();
      expect(
        await published(async (period) => {
          await handle(deputy, two, period);
          await report(deputy, one, period, 20);
          await report(own.get(one)!, one, period);
        }),
      ).toEqual(tied);
    },
    PATIENCE,
  );

  test(
    'a closed account ties what it had in hand before',
    async () => {
      const deputy = await covering();
      expect(
        await published(async (period) => {
          await handle(deputy, one, period);
          await handle(deputy, two, period);
          await rows('UPDATE account SET active = false WHERE id = $1', [deputy.actor.account]);
        }),
      ).toEqual(tied);
    },
    PATIENCE,
  );

  test(
    'the same report sent again by another account is known to it too',
    async () => {
      const deputy = await covering();
      expect(
        await published(async (period) => {
          await handle(deputy, two, period);
          await report(deputy, one, period);
        }),
      ).toEqual(tied);
    },
    PATIENCE,
  );

  test(
    'two accounts of one person are one hand',
    async () => {
      // No person gets a second account today; the rule does not rely on that.
      await rows('DROP TRIGGER one_side_each ON account');
      const person = '00000000-0000-4000-8000-000000000777';
      const [here, there] = [
        await signedIn(kanon, 'reporter', { schools: [one], person }),
        await signedIn(kanon, 'reporter', { schools: [two], person }),
      ];
      expect(
        await published(async (period) => {
          await handle(here, one, period);
          await handle(there, two, period);
        }),
      ).toEqual(tied);
    },
    PATIENCE,
  );

  test('who had a report in hand is for the publisher alone, and is no count', async () => {
    const [sample] = await rows('SELECT * FROM report_hand LIMIT 1');
    expect(Object.keys(sample!).sort()).toEqual(['account', 'period', 'school', 'tenant']);
  });
});

describe('two hundred schools', () => {
  const schools = world(34).slice(0, 200);
  beforeAll(() => begin(schools), PATIENCE);
  afterAll(() => kanon.close());

  test(
    'that one provider reports hide nothing more than two hundred reporters do',
    async () => {
      const all = schools.map(({ number }) => number);
      const reporters = await Promise.all(
        all.map((number) => signedIn(kanon, 'reporter', { schools: [number] })),
      );
      const provider = await signedIn(kanon, 'provider', { schools: all });
      const [by200, byOne, byOneHand] = [await nextPeriod(), await nextPeriod(), await nextPeriod()];
      for (const [i, school] of all.entries()) {
        await report(reporters[i]!, school, by200);
        await report(provider, school, byOne);
        await report(provider, school, byOneHand);
      }
      const published = await release(by200);
      expect(JSON.stringify(await release(byOne))).toBe(JSON.stringify(published));
      // What the role of the provider is worth: as one reporter's, the same reports would be one contributor.
      await rows(`UPDATE account SET role = 'reporter' WHERE id = $1`, [provider.actor.account]);
      const hidden = (release: object[]) => (JSON.stringify(release).match(/null/g) ?? []).length;
      expect(hidden(await release(byOneHand))).toBeGreaterThan(hidden(published));
    },
    PATIENCE,
  );

  test('one reporter gets no third school, whichever they are, and the refusal stands in the log', async () => {
    const many = { name: 'viele', role: 'reporter', office: 'Erfundenes Amt' } as const;
    const [a, b, c] = schools.map(({ number }) => number);
    const accounts = kanon.app.get(Accounts);
    await expect(accounts.create(kanon.admin, [{ ...many, schools: [a!, b!, c!] }])).rejects.toMatchObject({
      code: 'too-many-schools',
    });
    expect(
      await rows(
        `SELECT decision, rules FROM access_entry WHERE action = 'account.create' AND decision <> 'allowed'`,
      ),
    ).toEqual([{ decision: 'refused', rules: ['too-many-schools'] }]);
    expect(await rows(`SELECT FROM account WHERE name = 'viele'`)).toEqual([]);
    await accounts.create(kanon.admin, [{ ...many, schools: [a!, b!, a!] }]);
    expect(await rows(`SELECT FROM account WHERE name = 'viele'`)).toHaveLength(1);
  });
});
