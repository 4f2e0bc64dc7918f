/** What was granted: from an office's hands over a receipt and a release to a district that reads it. */
import { furnish, signedIn, startApp, call, OPEN_PERIOD, type Signed, type TestApp } from '../setup/app.ts';
import {
  alone,
  grantedWith,
  office,
  outcomesOf,
  periodReleased,
  placeOf,
  put,
  read,
  release,
} from './scene.ts';

let kanon: TestApp;
let jobcenter: Signed;
let sozialamt: Signed;
let officer: Signed;
let district: Signed;

beforeAll(async () => {
  kanon = await startApp({}, true);
  await furnish(kanon);
  jobcenter = await office(kanon, '05111', ['SGB2']);
  sozialamt = await office(kanon, '05112', ['ASYLBLG', 'SGB12']);
  officer = await signedIn(kanon, 'disclosure-officer', { region: '05' });
  district = await signedIn(kanon, 'district', { region: '051' });
});
afterAll(() => kanon.close());

const MINE = outcomesOf([
  {
    body: 'SGB2',
    ...grantedWith(
      [
        alone('MITTAG', 40, 52),
        { benefits: ['AUSFLUG', 'KLASSENFAHRT', 'LERNFOERDERUNG'], children: 6, grants: 9 },
      ],
      ['TEILHABE'],
    ),
  },
]);

test('an office that hands in gets a receipt, and reads back what is stored', async () => {
  const answer = await put(kanon, jobcenter, placeOf('05111'), MINE);
  expect([answer.status, answer.body.outcome, answer.body.revisionNumber]).toEqual([201, 'stored', 1]);
  expect(answer.body.stored).toEqual({
    ...MINE,
    bodies: [{ ...MINE.bodies[0], cells: [...(MINE.bodies[0] as any).cells].reverse() }],
  });
  const claims = JSON.parse(Buffer.from(answer.body.receipt.split('.')[1], 'base64url').toString());
  expect([claims.county, claims.period, claims.report]).toEqual(['05111', OPEN_PERIOD, answer.body.stored]);
  const back = await call(kanon, 'GET', placeOf('05111'), { token: jobcenter.token });
  expect(back.body.bodies).toEqual([
    {
      body: 'SGB2',
      revision: answer.body.revision,
      revisionNumber: 1,
      reportedAt: answer.body.reportedAt,
      stored: answer.body.stored.bodies[0],
    },
  ]);
  expect(back.headers.get('etag')).toBe(`"${answer.body.revision}"`);
});

test('a body may say why it has no numbers', async () => {
  const answer = await put(
    kanon,
    sozialamt,
    placeOf('05112'),
    outcomesOf([
      { body: 'ASYLBLG', gap: 'NOT_SEPARABLE' },
      { body: 'SGB12', ...grantedWith([alone('MITTAG', 8, 11)]) },
    ]),
  );
  expect([answer.status, answer.body.stored.bodies.map((one: any) => one.body)]).toEqual([
    201,
    ['SGB12', 'ASYLBLG'],
  ]);
});

test('nothing is released before its period, and then a district reads it', async () => {
  expect((await read(kanon, district, '051')).status).toBe(404);
  expect((await release(kanon, officer)).status).toBe(409);
  await periodReleased(kanon);
  const made = await release(kanon, officer);
  expect([made.status, made.body.release.version, made.body.kept]).toEqual([201, 1, []]);
  const shown = await read(kanon, district, '051');
  expect(shown.body.rows[0].grants).toMatchObject({
    MITTAG: { value: 63, from: 63, to: 72, status: 'open' },
    AUSFLUG: { value: 0, from: 0, to: 9 },
    NOT_ITEMISED: { value: 9 },
    REPORTED_TOTAL: { value: 72 },
  });
  expect(shown.body.rows[0].children).toMatchObject({ MITTAG: { value: 48, from: 48, to: null } });
  expect(shown.body.rows[0].bodies).toEqual({ expected: 60, reported: 2, inGap: 1 });
});
