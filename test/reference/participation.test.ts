/** Who is expected in a period: the list that is kept, the day that fixes it, and changes within a period. */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { Actor } from '../../src/access/actor.ts';
import { Gate } from '../../src/access/gate.ts';
import { Problem } from '../../src/foundation/problem-shape.ts';
import { ImportLists } from '../../src/reference/import-lists.ts';
import { CHANGE_REASONS, type Participation } from '../../src/reference/participation.ts';
import { Participations } from '../../src/reference/participations.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import { type PeriodKey, firstDay, lastDay } from '../../src/rules/period.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { openPeriod, placeOf, put, findingsIn, rows as rowsOf } from '../collection/scene.ts';
import {
  OPEN_PERIOD,
  REPORT,
  SCHOOLS,
  call,
  furnish,
  signedIn,
  startApp,
  type TestApp,
  freeze,
} from '../setup/app.ts';
import { sharedFile } from '../setup/shared.ts';
import { bytesOf, listOf } from './lists.ts';

const HEADER = 'school,from,to,kind';
/** Opens in years; it follows the list until then. */
const LATER = '2090-Q1' as PeriodKey;

let kanon: TestApp;
let participations: Participations;
beforeEach(async () => {
  kanon = await startApp();
  participations = kanon.app.get(Participations);
  await furnish(kanon);
});
afterEach(() => kanon.close());

const rows = (text: string, values: unknown[] = []) => rowsOf(kanon, text, values);
const bring = (...lines: string[]) => participations.import(kanon.admin, listOf(HEADER, ...lines));
/** Expected schools with their kind, as a release reads them. */
const expected = async (period: PeriodKey = OPEN_PERIOD): Promise<string[]> => {
  const publisher: Actor = { tenant: '05', role: 'publisher', system: 'publisher', schools: [] };
  const schools = await kanon.app
    .get(Gate)
    .pass({ actor: publisher, act: 'release.protect', place: () => ({ period }) }, (tx) =>
      kanon.app.get(Reference).expectedSchools(tx, period),
    );
  return schools.map(({ number, kind }) => `${number} ${kind}`);
};
const change = (school: string, kind: Participation, period: PeriodKey = OPEN_PERIOD, actor = kanon.admin) =>
  participations.change(actor, { period, school: school as SchoolNumber }, { kind, reason: 'LIST_WRONG' });
/** Rule or problem that this is refused for. */
const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw new Error('this was not refused', { cause: error });
  const found = (error.body.findings ?? []).map(({ rule, pointer }) => `${rule}@${pointer ?? ''}`);
  return found.length > 0 ? found : [error.code];
};
const EVERYBODY = ['990001 FUNDED', '990002 FUNDED', '990003 FUNDED', '990004 FUNDED'];
const later = (opensOn = '2089-12-31') => openPeriod(kanon, LATER, { opensOn, closesOn: '2091-01-01' });

test('the days of a period are the same in the database as in the rules', async () => {
  const periods = [
    '2026',
    '2024',
    '2026-S1',
    '2026-S2',
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
    '2024-Q1',
  ];
  for (const period of periods)
    expect(
      await rows('SELECT period_begin($1)::text AS first, period_end($1)::text AS last', [period]),
    ).toEqual([{ first: firstDay(period as PeriodKey), last: lastDay(period as PeriodKey) }]);
});

describe('where no list is kept', () => {
  test('every school of the register that exists in the period is expected', async () => {
    expect(await expected()).toEqual(EVERYBODY);
  });

  test('an empty register fixes nothing: a period may be made before its schools are imported', async () => {
    await kanon.close();
    kanon = await startApp();
    await openPeriod(kanon, OPEN_PERIOD);
    expect(await expected()).toEqual([]);
    await kanon.app.get(Reference).putSchools(kanon.admin, SCHOOLS);
    expect(await expected()).toEqual(EVERYBODY);
  });
});

describe('a list', () => {
  test('decides for each county of which it names a school, and for no other', async () => {
    await later();
    expect(await bring('990001,2020-01-01,,FUNDED', '990003,01.01.2020,,VACANT')).toMatchObject({
      read: 2,
      added: 2,
    });
    // 990002 lies in the county of 990001 and has no entry; the county of 990004 keeps no list.
    expect(await expected(LATER)).toEqual(['990001 FUNDED', '990003 VACANT', '990004 FUNDED']);
  });

  test.each([
    [
      'the entry whose days lie in the period',
      ['990001,2000-01-01,2080-01-01,NONE', '990001,2080-01-02,,OTHER'],
      'OTHER',
    ],
    [
      'of two in it the one that expects more',
      ['990001,2000-01-01,2090-02-01,FUNDED', '990001,2090-02-02,,VACANT'],
      'FUNDED',
    ],
    ['whatever their order', ['990001,2090-02-02,,OTHER', '990001,2000-01-01,2090-02-01,VACANT'], 'OTHER'],
    ['an entry that ends on its first day', ['990001,,2090-01-01,VACANT'], 'VACANT'],
    ['an entry that begins on its last', ['990001,2090-03-31,,VACANT'], 'VACANT'],
    ['not one that ended the day before', ['990001,,2089-12-31,FUNDED'], undefined],
    ['not one that begins the day after', ['990001,2090-04-01,,FUNDED'], undefined],
  ])('counts by %s', async (_, lines, kind) => {
    await later();
    await bring(...lines);
    expect((await expected(LATER)).filter((line) => line.startsWith('990001'))).toEqual(
      kind ? [`990001 ${kind}`] : [],
    );
  });

  test('passes on to the school that took over, through two successions, until that has an entry', async () => {
    await later();
    await bring('990001,,,VACANT');
    const history = 'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5,valid_to,successor';
    const line = (number: string, to = '', heir = '') =>
      `${number},Gymnasium,Erfunden,,05111,300,${to},${heir}`;
    await kanon.app
      .get(ImportLists)
      .schools(
        kanon.admin,
        listOf(
          history,
          line('990001', '2030-07-31', '990011'),
          line('990011', '2031-07-31', '990012'),
          line('990012'),
        ),
      );
    expect((await expected(LATER)).filter((one) => one.startsWith('9900'))).toContain('990012 VACANT');
    expect(await expected(LATER)).not.toContain('990002 FUNDED');
    await bring('990012,,,FUNDED');
    expect(await expected(LATER)).toContain('990012 FUNDED');
  });

  test('is read whole or not at all, again without a change, and its schools keep what it says alone', async () => {
    expect(
      await bring('990001,2020-01-01,2025-12-31,OTHER', '990001,2026-01-01,,FUNDED', '990002,,,NONE'),
    ).toMatchObject({
      read: 3,
      added: 3,
    });
    const before = await rows('SELECT * FROM participation ORDER BY school, valid_from');
    expect(await bring('990001,2020-01-01,2025-12-31,OTHER', '990001,2026-01-01,,FUNDED')).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 2,
      closed: 0,
    });
    expect(
      await refusal(
        bring(
          '990001,2026-01-01,,FUNDED',
          '99001,,,FUNDED',
          '990002,31.02.2026,,FUNDED',
          '990003,2026-02-01,2026-01-31,FUNDED',
          '990004,,,funded',
          '990077,,,FUNDED',
          '990001,2026-06-01,,NONE',
        ),
      ),
    ).toEqual([
      'school-number@/3/school',
      'date@/4/from',
      'date-order@/5/to',
      'participation@/6/kind',
      'school-unknown@/7/school',
      'participation-overlap@/8/from',
    ]);
    expect(await rows('SELECT * FROM participation ORDER BY school, valid_from')).toEqual(before);
    expect(await bring('990001,2026-01-01,,VACANT')).toMatchObject({ read: 1, updated: 1, closed: 1 });
    expect(
      await rows('SELECT school, kind FROM participation WHERE NOT withdrawn ORDER BY school, valid_from'),
    ).toEqual([
      { school: '990001', kind: 'VACANT' },
      { school: '990002', kind: 'NONE' },
    ]);
  });

  test('that is only tried stores nothing, and its entry says so', async () => {
    const list = listOf(HEADER, '990001,,,NONE');
    const tried = await participations.import(kanon.admin, list, { dryRun: true });
    expect(await rows('SELECT FROM participation')).toEqual([]);
    expect(await participations.import(kanon.admin, list)).toEqual(tried);
    expect(
      await rows(`SELECT dry_run FROM access_entry WHERE action = 'participation.keep' ORDER BY at`),
    ).toEqual([{ dry_run: true }, { dry_run: false }]);
  });
});

describe('the opening day', () => {
  /** Each of these changes what a period would read, and is the first to come after its opening day. */
  const writers: [string, () => Promise<unknown>][] = [
    ['a list of participation', () => bring('990001,,,NONE', '990003,,,NONE')],
    [
      'schools that are put',
      () =>
        kanon.app.get(Reference).putSchools(kanon.admin, [
          { ...SCHOOLS[3]!, type: 'Gymnasium', region: '05111' as School['region'], roll: 5 },
          { ...SCHOOLS[2]!, validTo: '2020-01-01' },
        ]),
    ],
    [
      'a list of schools',
      () =>
        kanon.app
          .get(ImportLists)
          .schools(
            kanon.admin,
            listOf(
              'schulnummer,schulform,bezeichnung,ags,kreis_key,schueler_gerundet5',
              '990004,Gymnasium,Erfunden,,05111,5',
            ),
          ),
    ],
  ];
  test.each(writers)(
    'fixes the schools: a period follows the list before it, and %s after it no more',
    async (_, write) => {
      await later();
      await bring('990001,,,VACANT');
      const before = ['990001 VACANT', '990003 FUNDED', '990004 FUNDED'];
      expect(await expected(LATER)).toEqual(before);
      expect(await rows('SELECT FROM period_school WHERE period = $1', [LATER])).toEqual([]);
      await rows(`UPDATE period SET opens_on = berlin_day() WHERE key = $1`, [LATER]);
      await write();
      expect(await expected(LATER)).toEqual(before);
      expect(
        await rows(`SELECT region, type, roll FROM period_school WHERE period = $1 AND school = '990004'`, [
          LATER,
        ]),
      ).toEqual([{ region: '05315', type: 'Gesamtschule', roll: 400 }]);
    },
  );

  test('is the day in Berlin, and the day before it is not', async () => {
    await later();
    await rows(`UPDATE period SET opens_on = berlin_day() + 1 WHERE key = $1`, [LATER]);
    await expected(LATER);
    expect(
      await rows('SELECT FROM period WHERE key = $1 AND schools_fixed_at IS NULL', [LATER]),
    ).toHaveLength(1);
    await rows(`UPDATE period SET opens_on = berlin_day() WHERE key = $1`, [LATER]);
    await expected(LATER);
    expect(await rows('SELECT FROM period WHERE key = $1 AND schools_fixed_at IS NULL', [LATER])).toEqual([]);
  });

  test('fixes them once, however many ask at the same moment', async () => {
    const clients = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const client = new pg.Client(kanon.database.serviceUrl);
        await client.connect();
        return client;
      }),
    );
    try {
      const scope = `SELECT set_config('role', 'kanon_publisher', true), set_config('kanon.tenant', '05', true)`;
      await Promise.all(clients.map((client) => client.query(`BEGIN; ${scope}`)));
      const fixing = clients.map(async (client) => {
        await client.query(`SELECT fix_period_schools('${OPEN_PERIOD}')`);
        await client.query('COMMIT');
      });
      expect((await Promise.allSettled(fixing)).map(({ status }) => status)).toEqual(
        Array(8).fill('fulfilled'),
      );
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
    expect(await expected()).toEqual(EVERYBODY);
  });

  test('is not waited for by a period that is frozen before it', async () => {
    await later();
    const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    expect((await freeze(kanon, LATER, officer.token)).status).toBe(200);
    await bring('990001,,,NONE');
    expect(await expected(LATER)).toEqual(EVERYBODY);
  });
});

describe('a school imported after the opening', () => {
  const NEW = '990201';
  const NEW_HEADER =
    'schulnummer;schulform;bezeichnung;ags;kreis_key;schueler_gerundet5;gueltig_ab;gueltig_bis';
  const NEW_LINE = `${NEW};Grundschule;Erfundene neue Schule;;05111;200;;`;

  const frozen = async () => {
    const officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    expect((await freeze(kanon, OPEN_PERIOD, officer.token)).status).toBe(200);
  };

  test.each([
    ['is open', async () => undefined],
    ['is frozen', frozen],
  ])('does not enter a period that %s, and leaves it alone when it is closed again', async (_, before) => {
    await before();
    const known = await expected();
    const shared = sharedFile('findings/cases/i20-new-school-after-freeze.csv');
    const bytes = shared === undefined ? listOf(NEW_HEADER, NEW_LINE) : readFileSync(shared);
    expect(await kanon.app.get(ImportLists).schools(kanon.admin, bytes)).toMatchObject({
      added: 1,
    });
    expect(await expected()).toEqual(known);
    const again = new TextDecoder().decode(bytes).replace(';200;;', ';200;;31.12.2024');
    expect(await kanon.app.get(ImportLists).schools(kanon.admin, bytesOf(again))).toMatchObject({
      updated: 1,
    });
    expect(await expected()).toEqual(known);
  });

  test('does not enter it by its county only, counts from the next period on, and enters this one by a change', async () => {
    await later();
    await expected();
    await kanon.app.get(ImportLists).schools(kanon.admin, listOf(NEW_HEADER, NEW_LINE));
    expect(await expected()).toEqual(EVERYBODY);
    expect(await expected(LATER)).toContain(`${NEW} FUNDED`);
    const reporter = await signedIn(kanon, 'reporter', { schools: [NEW] });
    const early = await put(kanon, reporter, placeOf(NEW), REPORT);
    expect([early.status, findingsIn(early.body)]).toEqual([422, ['window school-not-expected ']]);
    expect(await change(NEW, 'FUNDED')).toBe(true);
    expect((await put(kanon, reporter, placeOf(NEW), REPORT)).status).toBe(201);
    expect(await expected()).toContain(`${NEW} FUNDED`);
  });
});

describe('a change within a period', () => {
  test('is an act of its own with its place, and keeps what was before and why', async () => {
    await expected();
    expect(await change('990001', 'VACANT')).toBe(true);
    expect(await change('990001', 'VACANT')).toBe(false);
    expect(await expected()).toContain('990001 VACANT');
    const entries = await rows(
      `SELECT id, school, period, decision FROM access_entry WHERE action = 'participation.change' ORDER BY at`,
    );
    const entry = { school: '990001', period: OPEN_PERIOD, decision: 'allowed', id: expect.any(String) };
    expect(entries).toEqual([entry, entry]);
    expect(await rows('SELECT entry, before, kind, reason FROM participation_change')).toEqual([
      { entry: entries[0]?.['id'], before: 'FUNDED', kind: 'VACANT', reason: 'LIST_WRONG' },
    ]);
  });

  test('is made by the coordinator of the county, by the county that the period fixed, and by nobody else', async () => {
    await expected();
    const { actor: own } = await signedIn(kanon, 'coordinator', { region: '05111' });
    expect(await change('990002', 'OTHER', OPEN_PERIOD, own)).toBe(true);
    expect(await refusal(change('990003', 'OTHER', OPEN_PERIOD, own))).toEqual(['not-found']);
    const moved = { ...SCHOOLS[2]!, region: '05111' as School['region'] };
    await kanon.app.get(Reference).putSchools(kanon.admin, [moved]);
    expect(await refusal(change('990003', 'OTHER', OPEN_PERIOD, own))).toEqual(['not-found']);
    for (const [role, scope] of [
      ['reporter', { schools: ['990001'] }],
      ['district', { region: '051' }],
      ['disclosure-officer', { region: '05' }],
    ] as const) {
      const { actor } = await signedIn(kanon, role, scope);
      expect(await refusal(change('990001', 'NONE', OPEN_PERIOD, actor))).toEqual(['not-allowed']);
    }
  });

  test('is asked for over HTTP with its region, and the list shows it with its reason, page by page', async () => {
    await expected();
    const { token } = await signedIn(kanon, 'coordinator', { region: '05111' });
    const admin = (await signedIn(kanon, 'admin')).token;
    const at = (region: string, period: string = OPEN_PERIOD) =>
      `/v1/regions/${region}/participation/${period}`;
    const put = (path: string, body: object, as = token) =>
      call(kanon, 'PUT', path, { token: as, body: JSON.stringify(body) });
    const vacant = { kind: 'VACANT', reason: 'POST_VACANT' };
    const done = await put(`${at('05111')}/990001`, vacant);
    expect([done.status, done.body]).toEqual([
      200,
      { school: '990001', period: OPEN_PERIOD, kind: 'VACANT', changed: true },
    ]);
    expect((await put(`${at('05111')}/990001`, vacant)).body.changed).toBe(false);
    // Of another county; of another county under one's own; of the Land by a coordinator; the region that is named is the school's.
    expect((await put(`${at('05315')}/990003`, vacant)).status).toBe(403);
    expect((await put(`${at('05111')}/990003`, vacant)).status).toBe(404);
    expect((await put(`${at('05')}/990001`, vacant)).status).toBe(403);
    expect((await put(`${at('05315')}/990001`, vacant, admin)).status).toBe(404);
    expect((await put(`${at('05')}/990004`, { kind: 'NONE', reason: 'LIST_WRONG' }, admin)).status).toBe(200);
    expect((await put(`${at('05111', '2031-Q1')}/990001`, vacant)).status).toBe(404);
    for (const wrong of [{ kind: 'VACANT' }, { ...vacant, note: 'x' }, { ...vacant, reason: 'BECAUSE' }])
      expect((await put(`${at('05111')}/990001`, wrong)).status).toBe(400);

    const list = (path: string, as: string) => call(kanon, 'GET', path, { token: as });
    const own = await list(at('05111'), token);
    expect(own.body).toMatchObject({
      region: '05111',
      period: OPEN_PERIOD,
      fixedAt: expect.any(String),
      next: null,
    });
    expect(
      own.body.schools.map(({ school, kind, reason }: Record<string, unknown>) => [school, kind, reason]),
    ).toEqual([
      ['990001', 'VACANT', 'POST_VACANT'],
      ['990002', 'FUNDED', null],
    ]);
    expect((await list(at('05315'), token)).status).toBe(403);
    expect((await list(at('05', '2031-Q1'), admin)).status).toBe(404);
    const seen: unknown[] = [];
    let after = '';
    for (let pages = 0; pages < 9; pages += 1) {
      const { body } = await list(`${at('05')}?limit=3${after}`, admin);
      seen.push(...body.schools.map(({ school, kind }: Record<string, unknown>) => [school, kind]));
      if (body.next === null) break;
      after = `&after=${body.next as string}`;
    }
    expect(seen).toEqual([
      ['990001', 'VACANT'],
      ['990002', 'FUNDED'],
      ['990003', 'FUNDED'],
      ['990004', 'NONE'],
    ]);
    await later();
    expect((await list(at('05111', LATER), token)).body).toMatchObject({ fixedAt: null, schools: [{}, {}] });
    const refused = await put(`${at('05111', LATER)}/990001`, vacant);
    expect([refused.status, findingsIn(refused.body)]).toEqual([409, ['not-fixed ']]);
  });

  test('does not take a school away from its report, unless that was sent back', async () => {
    const reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    expect((await put(kanon, reporter, placeOf(), REPORT)).status).toBe(201);
    expect(await refusal(change('990001', 'NONE'))).toEqual(['reported@']);
    expect(await change('990001', 'VACANT')).toBe(true);
    const { token } = await signedIn(kanon, 'coordinator', { region: '05111' });
    const back = { token, body: '{"reason":"WRONG_SCHOOL"}' };
    expect(
      (await call(kanon, 'POST', `/v1/regions/05111/reports/${OPEN_PERIOD}/990001/return`, back)).status,
    ).toBe(200);
    expect(await change('990001', 'NONE')).toBe(true);
    const again = await put(kanon, reporter, placeOf(), REPORT);
    expect([again.status, findingsIn(again.body)]).toEqual([422, ['window school-not-expected ']]);
  });

  test('waits for a report on its way, and then finds it', async () => {
    await expected();
    const client = new pg.Client(kanon.database.superUrl);
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(`INSERT INTO report VALUES ('05', '${OPEN_PERIOD}', '990001', 'but-counselling/1', 1, 5, '{}',
        '{}', '{}', '{AUSFLUG}', '{}', gen_random_uuid(), 1, now(), gen_random_uuid())`);
      const changing = refusal(change('990001', 'NONE'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await client.query('COMMIT');
      expect(await changing).toEqual(['reported@']);
    } finally {
      await client.end();
    }
  });

  test('is not made before the period opens, once it is frozen, and once it was released and is open again', async () => {
    await later();
    expect(await refusal(change('990001', 'NONE', LATER))).toEqual(['not-fixed@']);
    expect(await refusal(change('990001', 'NONE', '2031-Q1' as PeriodKey))).toEqual(['not-found']);
    expect(await refusal(change('990099', 'NONE'))).toEqual(['not-found']);
    await rows(`UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = gen_random_uuid(),
      frozen_person = gen_random_uuid() WHERE key = '${OPEN_PERIOD}'`);
    expect(await refusal(change('990001', 'NONE'))).toEqual(['not-open@']);
    await rows(`UPDATE period SET state = 'released', release_asked_at = now(), release_asked_by = gen_random_uuid(),
      release_asked_person = gen_random_uuid() WHERE key = '${OPEN_PERIOD}'`);
    await rows(
      `INSERT INTO release VALUES ('05', gen_random_uuid(), '${OPEN_PERIOD}', 1, 'but-counselling/1', 1, '{}', 0, 0, now())`,
    );
    await rows(`UPDATE period SET state = 'open', frozen_at = NULL, frozen_by = NULL, frozen_person = NULL,
      release_asked_at = NULL, release_asked_by = NULL, release_asked_person = NULL WHERE key = '${OPEN_PERIOD}'`);
    expect(await refusal(change('990001', 'NONE'))).toEqual(['released@']);
  });

  test('knows the same reasons as the database', async () => {
    await expected();
    for (const [i, reason] of (Object.keys(CHANGE_REASONS) as (keyof typeof CHANGE_REASONS)[]).entries())
      expect(
        await participations.change(
          kanon.admin,
          { period: OPEN_PERIOD, school: '990001' as SchoolNumber },
          { kind: i % 2 ? 'FUNDED' : 'VACANT', reason },
        ),
      ).toBe(true);
    const [check] = await rows(`SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
      WHERE conname = 'participation_change_reason_check'`);
    expect(
      String(check?.['text'])
        .match(/[A-Z]+_[A-Z]+/g)
        ?.sort(),
    ).toEqual(Object.keys(CHANGE_REASONS).sort());
  });
});

test('the second belt: not even a statement of the service puts a report of a school that is not expected', async () => {
  await expected();
  await change('990001', 'NONE');
  const insert = `INSERT INTO report VALUES ('05', '${OPEN_PERIOD}', '990001', 'but-counselling/1', 1, 5, '{}', '{}', '{}',
    '{AUSFLUG}', '{}', gen_random_uuid(), 1, now(), gen_random_uuid())`;
  await expect(rows(insert)).rejects.toMatchObject({ constraint: 'expected_in_period' });
});
