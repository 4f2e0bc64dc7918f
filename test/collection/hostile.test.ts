/** Hostile bodies by the thousand: refused without an echo, on record by rule alone, and what is stored stays sound. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../../src/foundation/problem.ts';
import { RULE_CODES } from '../../src/rules/catalogue.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { call, furnish, OPEN_PERIOD, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { describeWithShared } from '../setup/shared.ts';
import { type Hostile, hostileBodies, withText } from './hostile-bodies.ts';
import { manySchools, placeOf, rows } from './scene.ts';
import { type Answered, complaintsAbout } from './verdict.ts';

const SEED = Number(process.env['KANON_TEST_SEED'] ?? Date.now() % 1_000_000);
const LANES = manySchools(8).map(({ number }) => number);

/** One body that was sent, with what came back. */
interface Sent extends Hostile, Answered {
  readonly school: string;
  readonly body: {
    readonly outcome?: string;
    readonly school: string;
    readonly revision: string;
    readonly revisionNumber: number;
    readonly stored: PlainReport;
    readonly findings?: readonly { readonly rule: string }[];
  };
}

let kanon: TestApp;
let reporter: Signed;
const sent: Sent[] = [];
beforeAll(async () => {
  process.stdout.write(`seed of the hostile bodies: ${SEED} (KANON_TEST_SEED)\n`);
  kanon = await startApp();
  await furnish(kanon, manySchools(8));
  reporter = await signedIn(kanon, 'provider', { schools: LANES });
});
afterAll(() => kanon.close());

/** Hands all of them in, each school its share, one after the other. */
async function handIn(bodies: readonly Hostile[]): Promise<Sent[]> {
  const lanes = LANES.map(async (school, lane) => {
    const answered: Sent[] = [];
    for (const hostile of bodies.filter((_, i) => i % LANES.length === lane))
      answered.push({
        ...hostile,
        school,
        ...(await call(kanon, 'PUT', placeOf(school), { token: reporter.token, body: hostile.bytes })),
      });
    return answered;
  });
  const all = (await Promise.all(lanes)).flat();
  sent.push(...all);
  return all;
}

/** What is wrong with any of the answers, with the beginning of what was sent. */
const complaints = (all: readonly Sent[]): string[] =>
  all.flatMap((each) =>
    (each.status < 300 ? unsound(each) : complaintsAbout(each.bytes, each)).map(
      (complaint) => `${each.way}: ${complaint}: ${each.bytes.toString('latin1').slice(0, 300)}`,
    ),
  );

interface PlainReport {
  readonly cells: readonly {
    readonly benefits: readonly string[];
    readonly pupils: number;
    readonly consultations: number;
  }[];
  readonly none: readonly string[];
  readonly withheld: readonly string[];
}

/** What is wrong with a report that was accepted, by the design and not by the code: k is 5. */
function faultsOf({ cells, none, withheld }: PlainReport): string[] {
  const codes = [...cells.flatMap((cell) => cell.benefits), ...none, ...withheld];
  const faults = cells.flatMap(({ benefits: { length }, pupils, consultations }) => [
    ...(pupils >= 5 ? [] : ['a cell is below k']),
    ...(consultations >= pupils ? [] : ['there are fewer consultations than pupils']),
    ...(length > 1 && pupils <= 4 * length && pupils > 4 * (length - 1)
      ? ['a pool gives its members away']
      : []),
  ]);
  if (codes.toSorted().join() !== codesOf(BUT_COUNSELLING_1).toSorted().join())
    faults.push('not each benefit once');
  return faults;
}

/** What is wrong with a 2xx: the body must have meant one thing only, that thing must be sound, and it must be what was stored. */
function unsound({ bytes, body, status }: Sent): string[] {
  const plain = bytes
    .toString('utf8')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const meant = JSON.parse(plain) as PlainReport;
  const faults = faultsOf(meant);
  if (status !== 200 && status !== 201) faults.push(`the status is ${status}`);
  // Duplicate keys, 5.0 or 5e0 would come out otherwise than they went in.
  if (JSON.stringify(meant) !== plain.replaceAll(/\s/g, ''))
    faults.push('the body could be read in two ways');
  if (JSON.stringify(sorted(meant)) !== JSON.stringify(sorted(body.stored)))
    faults.push('another report was stored');
  return faults;
}

const sorted = ({ cells, none, withheld }: PlainReport) => [
  cells.map((cell) => [cell.benefits.toSorted().join(), cell.pupils, cell.consultations]).sort(),
  none.toSorted(),
  withheld.toSorted(),
];

test('a thousand bodies from a seed are stored or refused as they should be', async () => {
  const all = await handIn(hostileBodies(SEED, 1000));
  expect(complaints(all)).toEqual([]);
  // A test in which everything is refused, or nothing, would prove little.
  const accepted = all.filter(({ status }) => status < 300).length;
  expect(accepted).toBeGreaterThan(50);
  expect(accepted).toBeLessThan(400);
});

describeWithShared(['vectors/strings/blns.json'], 'naughty strings', ([file = '']) => {
  test('are refused wherever they stand in a report', async () => {
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(300);
    const all = await handIn(strings.map(withText));
    expect(complaints(all)).toEqual([]);
    expect(all.filter(({ status }) => status !== 422).map(({ way, status }) => `${way} ${status}`)).toEqual(
      [],
    );
  });
});

describeWithShared(['vectors/json/test_parsing'], 'the files of JSONTestSuite', ([folder = '']) => {
  test('are refused as bodies, those of valid JSON too, since none is a report', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(200);
    const all = await handIn(files.map((way) => ({ way, bytes: readFileSync(join(folder, way)) })));
    expect(complaints(all)).toEqual([]);
    const expected = (bytes: Buffer): number => (bytes.length > 32_768 ? 413 : 422);
    const others = all.filter(({ bytes, status }) => status !== expected(bytes));
    expect(others.map(({ way, status }) => `${way} ${status}`)).toEqual([]);
  });
});

describe('after all of them', () => {
  test('the log has an entry for each, with the codes of its rules and nothing from its body', async () => {
    const entries = await rows(
      kanon,
      `SELECT school, decision, rules, count(*)::int AS n FROM access_entry WHERE action = 'report.submit' GROUP BY 1, 2, 3`,
    );
    const lineOf = (...parts: unknown[]): string => JSON.stringify(parts);
    const logged = new Map(
      entries.map(({ school, decision, rules, n }) => [lineOf(school, decision, rules), n]),
    );
    const expected = new Map<string, number>();
    for (const { school, status, body } of sent) {
      if (status === 413) continue; // ends at the edge, before anybody is asked who they are
      const rules = new Set((body.findings ?? []).map((finding) => finding.rule));
      const key = lineOf(school, status < 300 ? 'allowed' : 'refused', [...rules]);
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expect(logged).toEqual(expected);
    const codes = await rows(kanon, `SELECT DISTINCT unnest(rules) AS code FROM access_entry`);
    expect(RULE_CODES).toEqual(expect.arrayContaining(codes.map(({ code }) => code)));
    const others = await rows(
      kanon,
      `SELECT DISTINCT tenant, account, system, office, role, scope, action, region, period, release, release_version, level,
         "by", dry_run, purpose, token IS NOT NULL AS token FROM access_entry WHERE action = 'report.submit'`,
    );
    expect(others).toEqual([
      {
        tenant: '05',
        account: reporter.actor.account,
        system: null,
        office: reporter.actor.office,
        role: 'provider',
        scope: LANES.join(' '),
        action: 'report.submit',
        region: null,
        period: OPEN_PERIOD,
        release: null,
        release_version: null,
        level: null,
        by: null,
        dry_run: false,
        purpose: null,
        token: true,
      },
    ]);
  });

  test('the last report that each school was told is stored stands there, and each revision was answered with 2xx', async () => {
    const stored = await rows(kanon, 'SELECT school, revision, revision_number FROM report ORDER BY school');
    const last = new Map(
      sent
        .filter(({ body, status }) => status < 300 && body.outcome === 'stored')
        .map((each) => [each.school, each.body]),
    );
    expect(stored).toEqual(
      [...last.values()]
        .map(({ school, revision, revisionNumber }) => ({
          school,
          revision,
          revision_number: revisionNumber,
        }))
        .sort((a, b) => (a.school < b.school ? -1 : 1)),
    );
    const [revisions] = await rows(kanon, 'SELECT count(*)::int AS n FROM report_revision');
    expect(revisions).toEqual({
      n: sent.filter(({ status, body }) => status < 300 && body.outcome === 'stored').length,
    });
  });

  test('what is stored is sound', async () => {
    const stored = await rows(kanon, 'SELECT * FROM report');
    expect(stored).toHaveLength(LANES.length);
    for (const row of stored) {
      const [cells, pupils, consultations] = [
        row['cells'] as string[],
        row['pupils'] as number[],
        row['consultations'] as number[],
      ];
      expect(pupils).toHaveLength(cells.length);
      const report: PlainReport = {
        cells: cells.map((cell, i) => ({
          benefits: cell.split('+'),
          pupils: pupils[i]!,
          consultations: consultations[i]!,
        })),
        none: row['none'] as string[],
        withheld: row['withheld'] as string[],
      };
      expect(faultsOf(report)).toEqual([]);
    }
    const gaps = await rows(
      kanon,
      'SELECT school FROM report_revision GROUP BY school HAVING min(number) <> 1 OR max(number) <> count(*)',
    );
    expect(gaps).toEqual([]);
  });
});

describe('the judge of these tests', () => {
  const body = Buffer.from(JSON.stringify({ name: 'Erika Mustermann', pupils: 48_213, list: [17] }));
  const answer = (change: object, headers: Record<string, string> = {}, status = 422): Answered => ({
    status,
    headers: new Headers({ 'content-type': 'application/problem+json; charset=utf-8', ...headers }),
    text: JSON.stringify({ ...problems.reportRefused([]).body, ...change }),
  });
  const finding = {
    rule: 'shape',
    version: 1,
    severity: 'refusal',
    pointer: '/cells/17/pupils',
    reason: { de: '', en: '' },
  };

  test('finds nothing wrong with a true refusal', () => {
    expect(complaintsAbout(body, answer({ findings: [finding] }))).toEqual([]);
  });

  test.each<[string, Answered]>([
    ['a name in the detail', answer({ detail: 'Erika Mustermann is not known.' })],
    ['a part of a name', answer({ detail: 'Mustermann?' })],
    ['a number in the detail', answer({ detail: 'Refused for 1 reason(s): 48213 is too much.' })],
    ['a number of two digits in a reason', answer({ findings: [{ ...finding, reason: { en: 'not 17' } }] })],
    ['a count below k', answer({ findings: [{ ...finding, reason: { en: 'Fewer than 5 pupils: 4.' } }] })],
    ['a name in a pointer', answer({ findings: [{ ...finding, pointer: '/Erika Mustermann' }] })],
    ['a number in a pointer', answer({ findings: [{ ...finding, pointer: '/48213' }] })],
    ['another member', answer({ received: 4 })],
    ['a header that repeats', answer({}, { 'x-name': 'Erika' })],
    ['another content type', answer({}, { 'content-type': 'application/json' })],
    ['a failure', answer({ status: 500 }, {}, 500)],
    ['another status than it says', answer({}, {}, 400)],
    ['no JSON', { ...answer({}), text: 'Unexpected token E in JSON' }],
  ])('finds %s', (_, wrong) => {
    expect(complaintsAbout(body, wrong)).not.toEqual([]);
  });

  test('finds each fault of a report that should not have been accepted', () => {
    const good = {
      cells: [{ benefits: ['AUSFLUG', 'MITTAG'], pupils: 9, consultations: 9 }],
      none: codesOf(BUT_COUNSELLING_1).filter((code) => code !== 'AUSFLUG' && code !== 'MITTAG'),
      withheld: [],
    };
    const [cell] = good.cells;
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, cells: [{ ...cell!, pupils: 8 }] })).toEqual([
      'a pool gives its members away',
    ]);
    expect(faultsOf({ ...good, cells: [{ ...cell!, pupils: 4 }] })).toEqual(['a cell is below k']);
    expect(faultsOf({ ...good, cells: [{ ...cell!, consultations: 8 }] })).toEqual([
      'there are fewer consultations than pupils',
    ]);
    expect(faultsOf({ ...good, withheld: ['AUSFLUG'] })).toEqual(['not each benefit once']);
    const twice = '{"scheme":"but-counselling/1","policy":2,"policy":1,"cells":[],"none":[],"withheld":[]}';
    expect(
      unsound({
        way: '',
        school: '',
        bytes: Buffer.from(twice),
        ...answer({}, {}, 200),
        body: { school: '', revision: '', revisionNumber: 1, stored: good },
      }),
    ).toEqual(expect.arrayContaining(['the body could be read in two ways', 'another report was stored']));
  });
});
