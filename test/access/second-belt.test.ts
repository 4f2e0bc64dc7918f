/** What the tables refuse by themselves, though a role may write there: the rules of storage a second time. */
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import { RELEASED_PERIOD, REPORT_PERIOD, SOUND_REPORT, insertion, settle, uuid } from './two-laender.ts';

describe('the second belt', () => {
  let database: FreshDatabase;
  let owner: pg.Client;
  let service: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client({ connectionString: database.ownerUrl });
    service = new pg.Client({ connectionString: database.serviceUrl });
    await owner.connect();
    await service.connect();
    await settle(owner);
    await owner.query(
      `INSERT INTO school (tenant, number, name, type, region, roll, valid_from)
       VALUES ('05', '990050', 'Erfundene Schule', 'Gymnasium', '05111', 400, '2000-01-01')`,
    );
  });
  afterAll(async () => {
    await service.end();
    await owner.end();
    await database.drop();
  });

  /** A period never goes back; for the next test the owner takes the lock off the door. */
  async function reopen(): Promise<void> {
    await owner.query(
      `ALTER TABLE period DISABLE TRIGGER only_forward, DISABLE TRIGGER thaw_by_two;
       UPDATE period SET state = 'open', frozen_at = NULL, frozen_by = NULL, frozen_person = NULL WHERE key = '${REPORT_PERIOD}';
       ALTER TABLE period ENABLE TRIGGER only_forward, ENABLE TRIGGER thaw_by_two`,
    );
  }

  /** Which constraint or state refuses a statement of the service in that scope; undefined where it passes. Undone at the end. */
  async function refusalOf(
    statement: string | pg.QueryConfig,
    { role = 'kanon_app', actor = 'reporter', before = '' } = {},
  ): Promise<string | undefined> {
    await service.query(
      `BEGIN; SELECT set_config('role', '${role}', true), set_config('kanon.tenant', '05', true),
         set_config('kanon.role', '${actor}', true), set_config('kanon.schools', '990050,990001', true)`,
    );
    try {
      if (before) await service.query(before);
      await service.query(statement);
      return undefined;
    } catch (error) {
      const { constraint, code } = error as { constraint?: string; code?: string };
      return constraint ?? code;
    } finally {
      await service.query('ROLLBACK');
    }
  }

  const report = (change: Readonly<Record<string, unknown>> = {}) =>
    insertion('report', {
      tenant: '05',
      period: REPORT_PERIOD,
      school: '990050',
      ...SOUND_REPORT,
      ...change,
    });

  describe('of a report', () => {
    test('lets a sound one pass, and one with all benefits at zero', async () => {
      expect(await refusalOf(report())).toBeUndefined();
      expect(
        await refusalOf(
          report({
            cells: [],
            pupils: [],
            consultations: [],
            none: ['KLASSENFAHRT', 'MITTAG'],
            withheld: [],
          }),
        ),
      ).toBeUndefined();
      expect(
        await refusalOf(
          report({ cells: ['LERNFOERDERUNG', 'MITTAG+TEILHABE'], pupils: [5, 9], consultations: [5, 900] }),
        ),
      ).toBeUndefined();
    });

    test.each<[string, Record<string, unknown>, string]>([
      ['four pupils where k is 5', { pupils: [4] }, 'no_cell_below_k'],
      ['nobody behind a cell', { pupils: [0], consultations: [0] }, 'no_cell_below_k'],
      ['less than nobody', { pupils: [-7] }, 'no_cell_below_k'],
      [
        'one small cell among large ones',
        { cells: ['A', 'B'], pupils: [50, 4], consultations: [50, 50] },
        'no_cell_below_k',
      ],
      ['a k of 2', { k: 2, pupils: [2] }, 'no_cell_below_k'],
      ['more pupils than consultations', { consultations: [6] }, 'consultations_cover_pupils'],
      ['consultations without a number', { consultations: [null] }, 'consultations_cover_pupils'],
      [
        'a benefit in two cells',
        { cells: ['A', 'A'], pupils: [7, 7], consultations: [9, 9] },
        'every_benefit_once',
      ],
      [
        'a benefit alone and in a pool',
        { cells: ['A', 'A+B'], pupils: [7, 7], consultations: [9, 9] },
        'every_benefit_once',
      ],
      ['a benefit twice in a pool', { cells: ['A+A'] }, 'every_benefit_once'],
      ['a benefit counted and withheld', { withheld: ['LERNFOERDERUNG'] }, 'every_benefit_once'],
      ['a benefit at zero and withheld', { none: ['SCHULBEDARF'] }, 'every_benefit_once'],
      ['a text that is no code', { withheld: ['Kevin M.'] }, 'every_benefit_once'],
      ['an empty code', { none: [''] }, 'every_benefit_once'],
      ['a missing code', { none: [null] }, 'every_benefit_once'],
      [
        'no benefit at all',
        { cells: [], pupils: [], consultations: [], none: [], withheld: [] },
        'every_benefit_once',
      ],
      ['more numbers than cells', { pupils: [7, 7], consultations: [9, 9] }, 'every_benefit_once'],
      ['revision 0', { revision_number: 0 }, 'report_revision_number_check'],
    ])('refuses %s', async (_, change, constraint) => {
      const refused = await refusalOf(report(change));
      expect(refused).toBe(constraint);
    });

    test.each<[string, Record<string, unknown>]>([
      ['a cell without a number', { pupils: [null] }],
      ['fewer pupils than cells', { cells: ['A', 'B'] }],
      ['more consultations than cells', { consultations: [19, 19] }],
      ['no consultations', { consultations: [] }],
    ])('refuses %s', async (_, change) => {
      expect(['every_benefit_once', 'consultations_cover_pupils', 'no_cell_below_k']).toContain(
        await refusalOf(report(change)),
      );
    });

    test.each<[string, Record<string, unknown>]>([
      ['a k other than that of its policy', { k: 3 }],
      ['a policy other than that of its period', { policy: 2 }],
    ])('refuses %s', async (_, change) => {
      expect(await refusalOf(report(change))).toMatch(/period.*policy.*fkey|_fkey/);
    });

    test.each([
      ['frozen', RELEASED_PERIOD, '55000'],
      ['not there', '2026-Q4', 'period_is_there'],
    ])('refuses one for a period that is %s', async (_, period, why) => {
      expect(await refusalOf(report({ period }))).toBe(why);
    });

    test('refuses to change one once its period is frozen, or to move it out of there', async () => {
      await owner.query(
        `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = $1, frozen_person = $1 WHERE key = $2`,
        [uuid(1), REPORT_PERIOD],
      );
      try {
        expect(
          await refusalOf(`UPDATE report SET revision = gen_random_uuid() WHERE school = '990001'`),
        ).toBe('55000');
        await owner.query(
          `INSERT INTO period (tenant, key, scheme, policy, k, opens_on, closes_on)
           VALUES ('05', '2026-Q2', 'but-counselling/1', 1, 5, '2020-01-01', '2090-01-01')`,
        );
        for (const column of [`period = '2026-Q2'`, `school = '990050'`, `tenant = '09'`, `k = 3`])
          expect([column, await refusalOf(`UPDATE report SET ${column} WHERE school = '990001'`)]).toEqual([
            column,
            '42501',
          ]);
      } finally {
        await owner.query(`DELETE FROM period WHERE key = '2026-Q2'`);
        await reopen();
      }
    });

    test('a freeze waits for a report on its way, and none slips in behind it', async () => {
      const freezing = new pg.Client({ connectionString: database.ownerUrl });
      await freezing.connect();
      try {
        await service.query(
          `BEGIN; SELECT set_config('role', 'kanon_app', true), set_config('kanon.tenant', '05', true),
             set_config('kanon.role', 'reporter', true), set_config('kanon.schools', '990050', true)`,
        );
        await service.query(report());
        let frozen = false;
        const freeze = freezing
          .query(
            `BEGIN; UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = '${uuid(1)}', frozen_person = '${uuid(1)}' WHERE tenant = '05' AND key = '${REPORT_PERIOD}'`,
          )
          .then(() => (frozen = true));
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(frozen).toBe(false);
        await service.query('ROLLBACK');
        await freeze;
        const late = refusalOf(report());
        await new Promise((resolve) => setTimeout(resolve, 100));
        await freezing.query('COMMIT');
        expect(await late).toBe('55000');
      } finally {
        await freezing.query('ROLLBACK');
        await reopen();
        await freezing.end();
      }
    });
  });

  describe('of a period', () => {
    const officer = { actor: 'disclosure-officer' };
    const freeze = `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = '${uuid(1)}', frozen_person = '${uuid(2)}' WHERE key = '${REPORT_PERIOD}'`;
    const ask = (person: string): string =>
      `UPDATE period SET release_asked_at = now(), release_asked_by = '${uuid(3)}', release_asked_person = ${person} WHERE key = '${REPORT_PERIOD}'`;

    test('two persons are two humans: another account of the one who froze is not enough', async () => {
      expect(await refusalOf(ask(`'${uuid(2)}'`), { ...officer, before: freeze })).toBe('two_persons');
      expect(await refusalOf(ask(`'${uuid(4)}'`), { ...officer, before: freeze })).toBeUndefined();
    });

    test('a choice about corrections is one of two, and of somebody who asked for the release', async () => {
      const choose = (what: string): string =>
        `UPDATE period SET release_corrections = '${what}' WHERE key = '${REPORT_PERIOD}'`;
      const asked = { ...officer, before: `${freeze}; ${ask(`'${uuid(4)}'`)}` };
      expect(await refusalOf(choose('keep'), asked)).toBeUndefined();
      expect(await refusalOf(choose('all'), asked)).toBe('period_release_corrections_check');
      expect(await refusalOf(choose('keep'), { ...officer, before: freeze })).toBe('choice_of_who_asked');
    });

    test('a preview is asked for without an answer, and answered once by the publisher', async () => {
      const asked = insertion('release_preview', { tenant: '05', period: REPORT_PERIOD });
      expect(await refusalOf(asked, officer)).toBeUndefined();
      const answered = insertion('release_preview', {
        tenant: '05',
        period: REPORT_PERIOD,
        done_at: '2026-02-01',
      });
      expect(await refusalOf(answered, officer)).toBe('42501');
      const publisher = { role: 'kanon_publisher', actor: 'publisher' };
      expect(await refusalOf(answered, publisher)).toBe('answered_once');
    });

    test.each([
      [
        'a release that nobody asked for',
        `UPDATE period SET state = 'released' WHERE key = '${REPORT_PERIOD}'`,
        freeze,
      ],
      ['a release asked for by nobody in particular', ask('NULL'), freeze],
      ['a release of what is still open', ask(`'${uuid(4)}'`), ''],
      [
        'a freeze by nobody',
        `UPDATE period SET state = 'frozen', frozen_at = now() WHERE key = '${REPORT_PERIOD}'`,
        '',
      ],
      ['a freeze without a time', `UPDATE period SET state = 'frozen' WHERE key = '${REPORT_PERIOD}'`, ''],
      [
        'a release without a freeze',
        `UPDATE period SET state = 'released' WHERE key = '${REPORT_PERIOD}'`,
        '',
      ],
      [
        'a step back',
        `UPDATE period SET state = 'open', frozen_at = NULL, frozen_by = NULL, frozen_person = NULL WHERE key = '${REPORT_PERIOD}'`,
        freeze,
      ],
      ['another state', `UPDATE period SET state = 'thawed' WHERE key = '${REPORT_PERIOD}'`, ''],
    ])('refuses %s', async (_, statement, before) => {
      expect(await refusalOf(statement, { ...officer, before })).toMatch(/^period_.*check/);
    });

    test.each([
      ['k of another policy', { k: 3 }, 'period_tenant_policy_k_fkey'],
      ['a key that is no period', { key: '2026-Q5' }, 'period_key_check'],
      ['an end before its beginning', { closes_on: '2019-01-01' }, 'period_check'],
    ])('refuses %s', async (_, change, constraint) => {
      const row = {
        tenant: '05',
        key: '2026-Q3',
        scheme: 'but-counselling/1',
        policy: 1,
        k: 5,
        opens_on: '2026-07-01',
        closes_on: '2026-12-01',
      };
      expect(await refusalOf(insertion('period', row), { actor: 'admin' })).toBeUndefined();
      expect(await refusalOf(insertion('period', { ...row, ...change }), { actor: 'admin' })).toBe(
        constraint,
      );
    });

    test('refuses a policy with a k below 3 or fewer than three schools', async () => {
      for (const [k, schools] of [
        [2, 3],
        [3, 2],
      ])
        await expect(
          owner.query(`INSERT INTO policy VALUES ('05', 7, ${k}, ${schools}, 3, 4)`),
        ).rejects.toMatchObject({ code: '23514' });
    });
  });

  describe('of an account', () => {
    const admin = { role: 'kanon_identity', actor: 'admin' };
    const account = (change: Readonly<Record<string, unknown>>) =>
      insertion('account', {
        tenant: '05',
        id: uuid(500),
        name: 'neu',
        person: uuid(501),
        office: 'Amt',
        role: 'auditor',
        ...change,
      });
    const REGION: Readonly<Record<string, string>> = {
      coordinator: '05111',
      'benefit-office': '05111',
      district: '051',
      state: '05',
    };

    test.each([
      ['reporter', 'coordinator'],
      ['reporter', 'district'],
      ['coordinator', 'district'],
      ['district', 'district'],
      ['reporter', 'reporter'],
      ['reporter', 'provider'],
      ['provider', 'district'],
      ['benefit-office', 'state'],
      ['state', 'reporter'],
    ])('a human who is %s cannot be %s as well', async (one, other) => {
      const { text, values = [] } = account({ role: one, region: REGION[one] ?? null });
      const first = text
        .replace(/\$(\d+)/g, (_, n: string) => pg.escapeLiteral(String(values[Number(n) - 1] ?? '')))
        .replace(`, '')`, ', NULL)');
      expect(
        await refusalOf(
          account({ id: uuid(502), name: 'zweites', role: other, region: REGION[other] ?? null }),
          {
            ...admin,
            before: first,
          },
        ),
      ).toBe('account_one_side');
      // Nor may they watch; to administer is no such thing.
      for (const [watch, rule] of [
        ['auditor', 'account_watches_apart'],
        ['protection-officer', 'account_watches_apart'],
        ['admin', undefined],
      ])
        expect(
          await refusalOf(account({ id: uuid(502), name: 'zweites', role: watch }), {
            ...admin,
            before: first,
          }),
        ).toBe(rule);
    });

    test.each([
      ['coordinator', '05111'],
      ['benefit-office', '05111'],
      ['district', '051'],
      ['state', '05'],
      ['disclosure-officer', '05'],
      ['reporter', null],
      ['provider', null],
      ['protection-officer', null],
      ['auditor', null],
      ['admin', null],
    ])('the scope of a %s is %s and no other', async (role, region) => {
      const outcomes: Record<string, string | undefined> = {};
      for (const tried of ['05', '051', '05111', null])
        outcomes[String(tried)] = await refusalOf(account({ role, region: tried }), admin);
      const wanted = Object.fromEntries(
        ['05', '051', '05111', 'null'].map((tried) => [
          tried,
          tried === String(region) ? undefined : 'scope_fits_role',
        ]),
      );
      expect(outcomes).toEqual(wanted);
    });

    test.each([
      ['a role that nobody knows', { role: 'superuser' }],
      ['a name with a capital letter', { name: 'Neu' }],
      ['an office without a name', { office: '' }],
    ])('refuses %s', async (_, change) => {
      expect(await refusalOf(account(change), admin)).toMatch(/^(account_|scope_)/);
    });

    test('refuses a school that is not there', async () => {
      const statement = insertion('account_school', { tenant: '05', account: uuid(100), school: '999999' });
      expect(await refusalOf(statement, admin)).toMatch(/fkey/);
    });
  });

  test('an entry knows three ends and no other, and is committed to', async () => {
    const entry = (decision: string, change: object = {}) =>
      insertion('access_entry', {
        tenant: '05',
        id: uuid(600),
        at: '2026-02-01',
        action: 'report.read',
        decision,
        leaf_key: Buffer.alloc(32),
        leaf: Buffer.alloc(32),
        ...change,
      });
    for (const decision of ['allowed', 'refused', 'failed'])
      expect(await refusalOf(entry(decision))).toBeUndefined();
    expect(await refusalOf(entry('forgotten'))).toBe('access_entry_decision_check');
    for (const change of [{ leaf: null }, { leaf_key: null }, { leaf: Buffer.alloc(31) }])
      expect(await refusalOf(entry('allowed', change))).toBe('access_entry_is_committed');
  });

  test('the second belt of the log has no place for a count: its columns are those of the design', async () => {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'access_entry'`,
    );
    const numbers = rows
      .filter((column) => /int|numeric|json|real|double/.test(column.type))
      .map((column) => column.name);
    expect(numbers.sort()).toEqual(['policy', 'release_version']);
  });
});
