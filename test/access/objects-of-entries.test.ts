/** Every act says in its entry what it was about: the census of all acts there are, and what some of them say in full. */
import type { Actor } from '../../src/access/actor.ts';
import { Gate } from '../../src/access/gate.ts';
import { everywhere } from '../../src/access/place.ts';
import { type ActName, RIGHTS } from '../../src/access/rights.ts';
import { Retention } from '../../src/audit/retention.ts';
import { ClosedNames } from '../../src/identity/closed-names.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { KeyChanges } from '../../src/identity/key-changes.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Programs } from '../../src/identity/programs.ts';
import { ImportLists } from '../../src/reference/import-lists.ts';
import { Participations } from '../../src/reference/participations.ts';
import { Publisher } from '../../src/releases/publish.ts';
import type { PeriodKey } from '../../src/rules/period.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { OPEN_PERIOD, call, furnish, signedIn, startApp, type TestApp, MEANT } from '../setup/app.ts';
import { standFirst } from '../audit/old-entries.ts';
import { REGION_HEADER, listOf, regionLine } from '../reference/lists.ts';
import { ownerOf, type LoggedEntry, type Owner } from './house.ts';
import { furnishWorld, recordedRoutes } from './recorded-routes.ts';

/** Where an act's object stands: columns of its entry, and words of the column `object`. */
interface Told {
  readonly columns?: readonly string[];
  readonly words?: readonly string[];
}
const school = { columns: ['school', 'period'] };
const period = { columns: ['period'] };
const what = { words: ['what'] };

/** A new act needs a row: whoever adds one says what it is about. */
const OBJECTS = {
  'report.submit': school,
  'report.read': school,
  'report.history': school,
  'report.return': { ...school, words: ['reason'] },
  'completeness.schools': { columns: ['region', 'period'] },
  'completeness.counts': { columns: ['region', 'period'] },
  'report.import': { columns: ['school', 'period', 'policy'] },
  'summary.read': { columns: ['region', 'period', 'release', 'release_version'] },
  'reservation.list': { columns: ['region', 'period'] },
  'reservation.state': { columns: ['region', 'period'], words: ['code'] },
  'reservation.withdraw': { columns: ['region', 'period'], words: ['code'] },
  'reservation.answer': { columns: ['region', 'period'], words: ['code', 'answer'] },
  'outcome.submit': { columns: ['region', 'period', 'policy'] },
  'outcome.own': { columns: ['region', 'period'] },
  'outcome.bodies': { columns: ['subject'], words: ['what'] },
  'outcome.completeness': { columns: ['region', 'period'] },
  'outcome.read': { columns: ['region', 'period', 'release', 'release_version'] },
  'outcome.release': { columns: ['period', 'release', 'release_version'] },
  'series.read': { columns: ['region'], words: ['from', 'to', 'releases'] },
  'release.list': what,
  'release.read': { columns: ['release', 'release_version'] },
  'certificate.read': { columns: ['release'] },
  'period.freeze': { ...period, words: ['opens', 'closes'] },
  'period.thaw': { ...period, words: ['opens', 'closes'] },
  'period.confirm-thaw': { ...period, words: ['opens', 'closes', 'askedBy'] },
  'period.release': { ...period, words: ['opens', 'closes'] },
  'period.progress': period,
  'period.reopen': { ...period, words: ['until'] },
  'correction.list': period,
  'release.preview': period,
  'preview.read': period,
  'period.open': { columns: ['period', 'policy'], words: ['opens', 'closes', 'scheme'] },
  'period.change': { ...period, words: ['opens', 'closes', 'oldOpens', 'oldCloses'] },
  'period.prolong': { ...period, words: ['opens', 'closes', 'oldOpens', 'oldCloses'] },
  'period.withdraw': { ...period, words: ['opens', 'closes'] },
  'setting.list': what,
  'reference.import': { words: ['list', 'rows'] },
  'participation.keep': { words: ['list', 'sha256', 'rows'] },
  'participation.list': { columns: ['region', 'period'] },
  'participation.change': { ...school, words: ['kind', 'reason'] },
  'account.read': what,
  'account.create': { columns: ['subject'], words: ['role', 'scope', 'office', 'person'] },
  'account.list': what,
  'account.invite': { columns: ['subject'], words: ['role', 'scope', 'office', 'person'] },
  'account.change': {
    columns: ['subject'],
    words: ['role', 'scope', 'office', 'oldScope', 'oldOffice', 'newScope', 'newOffice'],
  },
  'account.reset': { columns: ['subject'], words: ['role', 'scope', 'office'] },
  'account.erase-names': { words: ['days', 'rows'] },
  'account.close': { columns: ['subject'], words: ['role', 'scope', 'office'] },
  'program.change': { columns: ['subject'], words: ['change', 'key'] },
  'program.list': what,
  'key.rotate': { words: ['purpose', 'key', 'seconds'] },
  'key.retire': { words: ['purpose', 'key'] },
  'account.forget-factors': { columns: ['subject'], words: ['role', 'scope', 'office'] },
  'account.own': { columns: ['subject'], words: ['what'] },
  'account.reminders': { columns: ['subject'], words: ['what'] },
  'draft.key': what,
  'school.people': { columns: ['school'], words: ['what'] },
  'log.cases': what,
  'notice.list': what,
  'notice.acknowledge': { words: ['upTo'] },
  'account.password': { columns: ['subject'], words: ['how'] },
  'approval.list': what,
  'approval.give': { columns: ['subject'], words: ['approval', 'what', 'role'] },
  'approval.refuse': { columns: ['subject'], words: ['approval', 'what', 'role'] },
  'approval.withdraw': { columns: ['subject'], words: ['approval', 'what', 'role'] },
  'session.list': what,
  'session.end': { words: ['session'] },
  'device.answer': { words: ['say'] },
  'session.step-up': { words: ['session', 'factor'] },
  'factor.list': what,
  'factor.change': { words: ['factor', 'change'] },
  'log.read': what,
  'log.entry': { columns: ['subject'] },
  'log.statistics': { words: ['from', 'to'] },
  'log.checkpoint': what,
  'log.bundle': { columns: ['span'] },
  'log.hold': { columns: ['subject', 'span'] },
  'log.holds': what,
  'log.confirm-hold': { columns: ['subject', 'span'] },
  'log.decline-hold': { columns: ['subject', 'span'] },
  'log.lift-hold': { columns: ['subject', 'span'] },
  'log.erase': { words: ['months', 'entries'] },
  'log.reopen': what,
  'release.protect': period,
  'release.publish': period,
} as const satisfies Record<ActName, Told>;

/** Numbers that an object may say: of lines, of pages, of months, of seconds, of entries; none is one of people. */
const NUMBERS = [
  'rows',
  'limit',
  'months',
  'days',
  'seconds',
  'entries',
  'version',
  'from',
  'to',
  'scope',
  'oldScope',
  'newScope',
];

/** What an entry leaves unsaid of its object. */
function missingIn(entry: LoggedEntry): string[] {
  const { columns = [], words = [] }: Told = OBJECTS[entry.action as ActName];
  const said = wordsIn(entry);
  return [
    ...columns.filter((column) => entry[column] === null),
    ...words.filter((word) => !said.has(word)),
    ...[...said]
      .filter(([word, value]) => /^\d+$/.test(value) && !NUMBERS.includes(word))
      .map(([word]) => word),
  ].map((name) => `${entry.action}: ${name}`);
}

/** As docs/access-log.md says that they are read. */
function wordsIn(entry: LoggedEntry): Map<string, string> {
  const text = (entry['object'] ?? '') as string;
  const words = [...text.matchAll(/(?:^| )([A-Za-z0-9]+)=("(?:[^"\\]|\\.)*"|[A-Za-z0-9._:/+-]+)(?= |$)/g)];
  expect(words.map(([word]) => word).join('')).toBe(text);
  return new Map(
    words.map(([, name = '', value = '']) => [
      name,
      value.startsWith('"') ? (JSON.parse(value) as string) : value,
    ]),
  );
}

describe('the object of an act', () => {
  let kanon: TestApp;
  let owner: Owner;

  beforeAll(async () => {
    kanon = await startApp({ KANON_LOG_STATISTICS: 'agreed', KANON_LOG_MONTHS: '12' });
    await furnish(kanon);
    owner = await ownerOf(kanon);
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const entriesOf = (act: string) =>
    owner.rows<LoggedEntry>('SELECT * FROM access_entry WHERE action = $1 ORDER BY at, id', [act]);

  /** A password is set by who it is of: no route of an act does that. */
  async function activateSomebody(): Promise<void> {
    const { token } = await signedIn(kanon, 'admin');
    const account = { name: 'eingeladen', role: 'reporter', office: 'Amt', schools: ['990001'] };
    const { body } = await call(kanon, 'POST', '/v1/accounts', { token, body: JSON.stringify(account) });
    const typed = { account: account.name, code: body.code, password: 'sieben-graue-regentonnen' };
    expect((await call(kanon, 'POST', '/v1/activations', { body: JSON.stringify(typed) })).status).toBe(201);
  }

  test('stands in the entry of every act there is', async () => {
    const world = await furnishWorld(owner, 2031, kanon);
    const old = await owner.rows<{ id: string }>(
      `INSERT INTO access_entry (tenant, id, at, action, decision, leaf_key, leaf)
       VALUES ('05', gen_random_uuid(), now() - interval '2 years', 'account.read', 'refused', $1, $1) RETURNING id`,
      [Buffer.alloc(32, 9)],
    );
    await kanon.app.get(Sequencer).sequence();
    const [entry] = await owner.rows<{ id: string }>('SELECT id FROM access_entry ORDER BY at DESC LIMIT 1');
    for (const { name, send } of await recordedRoutes(kanon, entry!.id)) {
      const { status } = await send(world);
      expect([name, status < 300]).toEqual([name, true]);
    }
    await activateSomebody();
    const lists = kanon.app.get(Participations);
    await kanon.app
      .get(ImportLists)
      .regions(kanon.admin, listOf(REGION_HEADER, regionLine('05111001')), { dryRun: true });
    await lists.import(kanon.admin, listOf('school;from;to;kind', '990001;01.01.2031;;FUNDED'));
    await lists.change(
      kanon.admin,
      { period: world.open as PeriodKey, school: '990003' as SchoolNumber },
      { kind: 'VACANT', reason: 'POST_VACANT' },
    );
    await kanon.app.get(Accounts).exist(kanon.admin);
    const made = await kanon.app.get(KeyChanges).rotate(kanon.admin, 'receipts', 0);
    await kanon.app.get(KeyChanges).retire(kanon.admin, 'receipts', made.id);
    await kanon.app.get(Programs).list(kanon.admin);
    const [answers] = await owner.rows<{ name: string }>(`SELECT name FROM account WHERE active LIMIT 1`);
    const key = { kid: 'A'.repeat(43), jwk: { kty: 'OKP', alg: 'EdDSA' } };
    await kanon.app.get(Programs).add(kanon.admin, {
      name: 'programm',
      office: 'Erfundener Träger',
      owner: answers!.name,
      schools: ['990001' as SchoolNumber],
      until: '2090-01-01',
      key,
    });
    await kanon.app.get(Publisher).publishAsked();
    await kanon.app.get(Sequencer).sequence();
    await owner.rows(`UPDATE account SET closed_at = now() - interval '31 days' WHERE closed_at IS NOT NULL`);
    expect(await kanon.app.get(ClosedNames).round()).toBeGreaterThan(0);
    await standFirst(owner);
    expect(await kanon.app.get(Retention).erase()).toBe(old.length);

    const entries = await owner.rows<LoggedEntry>(
      `SELECT * FROM access_entry WHERE action <> 'session.create' AND decision = 'allowed'`,
    );
    const seen = new Set(entries.map(({ action }) => action));
    expect(Object.keys(RIGHTS).filter((act) => !seen.has(act))).toEqual([]);
    expect([...new Set(entries.flatMap(missingIn))]).toEqual([]);
  }, 120_000);

  test('that is left out is found by this census, for every act', async () => {
    const blank = Object.fromEntries(
      ['region', 'school', 'period', 'release', 'release_version', 'subject', 'span', 'policy', 'object'].map(
        (column) => [column, null],
      ),
    );
    for (const action of Object.keys(OBJECTS))
      expect(missingIn({ ...blank, action } as unknown as LoggedEntry)).not.toEqual([]);
    await kanon.app
      .get(Gate)
      .pass({ actor: kanon.admin, act: 'account.read', place: everywhere }, async () => undefined);
    const silent = (await entriesOf('account.read')).at(-1)!;
    expect(missingIn(silent)).toEqual(['account.read: what']);
    expect(missingIn({ ...silent, object: 'what=any pupils=3' })).toEqual(['account.read: pupils']);
  });

  test('of accounts that are made at once is told for each, also where all are refused', async () => {
    const made = (name: string, schools: string[] = []) => ({
      name,
      office: 'Erfundenes Amt "Nord"',
      role: schools.length > 0 ? ('reporter' as const) : ('state' as const),
      schools: schools as SchoolNumber[],
      ...(schools.length > 0 ? {} : { region: '05' as RegionKey }),
    });
    const before = (await entriesOf('account.create')).length;
    const accounts = kanon.app.get(Accounts);
    const [land, reporter] = await accounts.create(kanon.admin, [
      made('land'),
      made('beide', ['990001', '990002']),
    ]);
    const told = (await entriesOf('account.create')).slice(before);
    expect(new Map(told.map((entry) => [entry['subject'], Object.fromEntries(wordsIn(entry))]))).toEqual(
      new Map([
        [
          land!.account,
          { role: 'state', scope: '05', office: 'Erfundenes Amt "Nord"', person: land!.person },
        ],
        [
          reporter!.account,
          {
            role: 'reporter',
            scope: '990001+990002',
            office: 'Erfundenes Amt "Nord"',
            person: reporter!.person,
          },
        ],
      ]),
    );
    expect(told.map(({ id }) => id)).toHaveLength(2);

    const many = made('viele', ['990001', '990002', '990003']);
    await expect(accounts.create(kanon.admin, [made('land-2'), many])).rejects.toThrow();
    const refused = (await entriesOf('account.create')).slice(before + 2);
    expect(refused.map((entry) => [entry.decision, wordsIn(entry).get('role')]).sort()).toEqual([
      ['refused', 'reporter'],
      ['refused', 'state'],
    ]);
    expect(JSON.stringify(refused)).not.toMatch(/viele|land-2/);
  });

  test('of a look into the log is every filter as it was checked, and nothing of one that was refused', async () => {
    const { token, actor } = await signedIn(kanon, 'auditor');
    const read = (query: string) => call(kanon, 'GET', `/v1/access-log/entries?${query}`, { token });
    const other = '00000000-0000-4000-8000-000000000001';
    const office = encodeURIComponent('Amt = "Süd" action=log.read\u202e');
    const first = await read(
      `office=${office}&role=district&action=summary.read&from=2026-01-01T00:00:00Z&account=${other}&case=COMPLAINT&region=051&limit=7`,
    );
    expect(first.status).toBe(200);
    await read('office=Amt%00&role=district');
    const page = await read('limit=1');
    await read(`limit=1&cursor=${page.body.next}`);
    const [told, refused, , next] = await owner.entriesOf(actor.account);
    expect(told).toMatchObject({ subject: other, region: '051', decision: 'allowed' });
    expect(Object.fromEntries(wordsIn(told!))).toEqual({
      from: '2026-01-01T00:00:00.000Z',
      office: 'Amt = "Süd" action=log.read\u202e',
      role: 'district',
      action: 'summary.read',
      case: 'COMPLAINT',
      limit: '7',
      what: 'entries',
    });
    expect(told!['object']).toContain(String.raw`office="Amt = \"Süd\" action=log.read\u202e"`);
    expect(refused).toMatchObject({ decision: 'refused', object: null });
    expect(Object.fromEntries(wordsIn(next!))).toEqual({
      limit: '1',
      what: 'entries',
      olderThan: page.body.entries[0].at,
    });
  });

  test('of who has no right to an act is nothing, so nobody writes a text of their own into the log', async () => {
    const { token, actor } = await signedIn(kanon, 'state', { region: '05' });
    const { status } = await call(kanon, 'GET', '/v1/access-log/entries?office=Frei%20erfunden&role=state', {
      token,
    });
    const [entry] = await owner.entriesOf(actor.account);
    expect([status, entry]).toEqual([403, expect.objectContaining({ decision: 'refused', object: null })]);
    expect(JSON.stringify(entry)).not.toContain('erfunden');
  });

  test('of a period is its days, of a list its digest and its rows, and of whom it brings nothing', async () => {
    const { token } = await signedIn(kanon, 'disclosure-officer', { region: '05' });
    const act = (path: string, body?: object) =>
      call(kanon, 'POST', `/v1/periods/${OPEN_PERIOD}/${path}`, {
        token,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const opened = (await entriesOf('period.open')).find((entry) => entry['period'] === OPEN_PERIOD);
    expect(opened).toMatchObject({
      policy: 1,
      object: 'opens=2020-01-01 closes=2090-01-01 scheme=but-counselling/1',
    });
    expect((await act('freeze', MEANT)).status).toBe(200);
    expect((await entriesOf('period.freeze')).at(-1)).toMatchObject({
      object: 'opens=2020-01-01 closes=2090-01-01 confirmed=not-over+incomplete',
    });
    expect((await act('corrections', { until: '2099-12-31' })).status).toBe(409);
    expect((await entriesOf('period.reopen')).at(-1)).toMatchObject({
      object: 'until=2099-12-31',
      decision: 'refused',
    });
    const person: Actor = { ...kanon.admin, operator: 'login=kanon by="A. Beispiel"' };
    const list = listOf('school;from;to;kind', '990004;01.01.2031;;FUNDED');
    await kanon.app.get(Participations).import(person, list);
    const [kept] = (await entriesOf('participation.keep')).slice(-1);
    expect(kept!['object']).toMatch(/^list=participation sha256=[\w-]{43} rows=1$/);
    expect(kept!['operator']).toBe('login=kanon by="A. Beispiel"');
  });
});
