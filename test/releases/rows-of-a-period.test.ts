/** The rows of a period are made of the same schools in every version of its release, whatever becomes of the register. */
import { readFileSync } from 'node:fs';
import { ImportLists } from '../../src/reference/import-lists.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import { Publisher } from '../../src/releases/publish.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { findingsIn, placeOf, put, rows as rowsOf } from '../collection/scene.ts';
import {
  OPEN_PERIOD,
  call,
  furnish,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
  MEANT,
} from '../setup/app.ts';
import { listOf } from '../reference/lists.ts';
import { sharedFile } from '../setup/shared.ts';

const OTHERS = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];
const SCHOOLS = ['05111', '05112', '05315', '05316'].flatMap((region, county) =>
  Array.from({ length: 4 }, (_, n): School => ({
    number: String(990_000 + 10 * county + n) as SchoolNumber,
    name: `Erfundene Schule ${n}`,
    type: 'Grundschule',
    region: region as RegionKey,
    roll: 300,
    validFrom: '2000-08-01',
    validTo: null,
  })),
);
const NEW = '990201';

let kanon: TestApp;
let officers: Signed[];
const reporters = new Map<string, Signed>();

beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon, SCHOOLS);
  officers = [
    await signedIn(kanon, 'disclosure-officer', { region: '05' }),
    await signedIn(kanon, 'disclosure-officer', { region: '05' }),
  ];
  for (const { number } of SCHOOLS) {
    reporters.set(number, await signedIn(kanon, 'reporter', { schools: [number] }));
    await report(number, 8);
  }
});
afterAll(() => kanon.close());

const body = (pupils: number) => ({
  scheme: 'but-counselling/1',
  policy: 1,
  cells: [{ benefits: ['MITTAG'], pupils, consultations: 2 * pupils }],
  none: OTHERS,
  withheld: [],
});
async function report(school: string, pupils: number): Promise<void> {
  const { status, text } = await put(kanon, reporters.get(school)!, placeOf(school), body(pupils));
  if (status > 201) throw new Error(text);
}
const ask = (step: string, who: Signed, sent?: object) =>
  call(kanon, 'POST', `/v1/periods/${OPEN_PERIOD}/${step}`, {
    token: who.token,
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
async function release(between: () => Promise<void> = async () => undefined): Promise<string[]> {
  expect((await ask('freeze', officers[0]!, MEANT)).status).toBe(200);
  await between();
  expect((await ask('release', officers[1]!)).status).toBe(202);
  await kanon.app.get(Publisher).publishAsked();
  const found = await rowsOf(
    kanon,
    `SELECT concat_ws(' ', w.region, w.school_type, w.schools_expected) AS row FROM release_row w
     JOIN release r ON r.tenant = w.tenant AND r.id = w.release
     WHERE r.version = (SELECT max(version) FROM release) ORDER BY w.position`,
  );
  return found.map(({ row }) => String(row));
}

/** A new school, a moved one, one of another type, and one that is closed: what an import may bring. */
async function changeTheRegister(): Promise<void> {
  const shared = sharedFile('findings/cases/i20-new-school-after-freeze.csv');
  const header = 'schulnummer;schulform;bezeichnung;ags;kreis_key;schueler_gerundet5;gueltig_ab;gueltig_bis';
  const lists = kanon.app.get(ImportLists);
  const bytes =
    shared === undefined
      ? listOf(header, `${NEW};Grundschule;Erfundene neue Schule;05111000;05111;200;;`)
      : readFileSync(shared);
  expect(await lists.schools(kanon.admin, bytes)).toMatchObject({ added: 1 });
  await kanon.app.get(Reference).putSchools(kanon.admin, [
    { ...SCHOOLS[0]!, region: '05112' as RegionKey },
    { ...SCHOOLS[1]!, type: 'Gymnasium' },
    { ...SCHOOLS[2]!, validTo: '2020-07-31' },
  ]);
}

test('through a freeze, a release, a reopening and a corrected release', async () => {
  const first = await release(changeTheRegister);
  expect(first).toContain('05  16');
  expect(first.filter((row) => row.startsWith('05111'))).toEqual(['05111  4']);

  expect((await ask('corrections', officers[0]!, { until: '2099-12-31' })).status).toBe(200);
  const late = await signedIn(kanon, 'reporter', { schools: [NEW] });
  expect(findingsIn((await put(kanon, late, placeOf(NEW), body(9))).body)).toEqual([
    'window school-not-expected ',
  ]);
  // A school that has closed since corrects what it reported.
  for (const { number } of SCHOOLS.slice(0, 8)) await report(number, 12);
  expect(await release()).toEqual(first);
  expect(await rowsOf(kanon, 'SELECT version FROM release ORDER BY version')).toEqual([
    { version: 1 },
    { version: 2 },
  ]);
}, 120_000);
