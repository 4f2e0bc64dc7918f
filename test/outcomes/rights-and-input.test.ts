/** Whatever an office sends, and whoever else asks: refused by place and rule, nothing stored, no number repeated. */
import { OPEN_PERIOD, call, furnish, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';
import { findingsIn } from '../collection/scene.ts';
import { alone, grantedWith, office, outcomesOf, placeOf, put, read, rows } from './scene.ts';

let kanon: TestApp;
let sozialamt: Signed;
const HERE = placeOf('05111');
const GAP = { body: 'ASYLBLG', gap: 'LATE' as const };

beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon, undefined, 2);
  sozialamt = await office(kanon, '05111', ['SGB12', 'ASYLBLG']);
});
afterAll(() => kanon.close());

const sgb12 = (...given: Parameters<typeof grantedWith>) => ({ body: 'SGB12', ...grantedWith(...given) });
const SOUND = outcomesOf([sgb12([alone('MITTAG', 31, 40)]), GAP], 2);

test.each([
  [
    'a body that is not its own',
    { ...SOUND, bodies: [...SOUND.bodies, { body: 'SGB2', gap: 'LATE' }] },
    ['complete not-own /bodies/2/body'],
  ],
  ['a body twice', { ...SOUND, bodies: [...SOUND.bodies, GAP] }, ['complete twice /bodies/2/body']],
  ['one of its bodies missing', { ...SOUND, bodies: [GAP] }, ['complete missing-body /bodies']],
  [
    'a benefit missing',
    { ...SOUND, bodies: [{ ...sgb12([alone('MITTAG', 31)]), none: [] }, GAP] },
    Array(6).fill('complete missing /bodies/0'),
  ],
  [
    'fewer than five children',
    { ...SOUND, bodies: [sgb12([alone('MITTAG', 4)]), GAP] },
    ['threshold /bodies/0/cells/0/children'],
  ],
  [
    'fewer grants than children',
    { ...SOUND, bodies: [sgb12([alone('MITTAG', 31, 30)]), GAP] },
    ['plausible consultations /bodies/0/cells/0/grants'],
  ],
  [
    'more than 200 grants a child',
    { ...SOUND, bodies: [sgb12([alone('MITTAG', 5, 1001)]), GAP] },
    ['plausible ratio-end /bodies/0/cells/0/grants'],
  ],
  [
    'a pool that leads back',
    {
      ...SOUND,
      bodies: [
        {
          body: 'SGB12',
          cells: [{ benefits: ['AUSFLUG', 'MITTAG'], children: 7, grants: 9 }],
          none: ['KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'],
          withheld: [],
        },
        GAP,
      ],
    },
    ['derivable /bodies/0/cells/0'],
  ],
  ['another policy', { ...SOUND, policy: 1 }, ['policy policy /policy']],
  ['another scheme', { ...SOUND, scheme: 'but-counselling/1' }, ['policy scheme /scheme']],
  [
    'a gap that is no code',
    { ...SOUND, bodies: [sgb12([]), { body: 'ASYLBLG', gap: 'Familie Zqx' }] },
    ['shape not-a-code /bodies/1/gap'],
  ],
  [
    'numbers beside a gap',
    { ...SOUND, bodies: [sgb12([]), { ...GAP, cells: [] }] },
    ['shape unknown-field /bodies/1'],
  ],
  ['a field that may hold a name', { ...SOUND, remark: 'Zqx' }, ['shape unknown-field ']],
  [
    'the fields of a school',
    {
      ...SOUND,
      bodies: [{ ...sgb12([]), cells: [{ benefits: ['MITTAG'], pupils: 9, consultations: 9 }] }, GAP],
    },
    [
      'shape missing-field /bodies/0/cells/0/children',
      'shape missing-field /bodies/0/cells/0/grants',
      'shape unknown-field /bodies/0/cells/0',
    ],
  ],
  ['no bodies', { ...SOUND, bodies: [] }, ['shape empty-list /bodies']],
])('%s is refused, and nothing is stored', async (_, sent, findings) => {
  const answer = await put(kanon, sozialamt, HERE, sent);
  expect([answer.status, findingsIn(answer.body).sort()]).toEqual([422, [...findings].sort()]);
  expect(answer.text).not.toMatch(/Zqx|1001|\b31\b|\b30\b/);
  expect(answer.text).not.toMatch(/Schülerinnen|Beratung|pupils who|consultations stand/);
  expect(await rows(kanon, 'SELECT FROM outcome')).toEqual([]);
});

test.each([
  ['{"scheme":', 'shape'],
  ['{"scheme":"but-outcomes/1","scheme":"but-outcomes/1","policy":2,"bodies":[]}', 'shape'],
  ['[]', 'shape'],
  ['{"scheme":"but-outcomes/1","policy":2.5,"bodies":[]}', 'shape'],
  ['\ufeff{}', 'shape'],
  [`{"scheme":"but-outcomes/1","policy":2,"bodies":[${'[0],'.repeat(300)}[0]]}`, 'shape'],
])('the body %s is refused by %s', async (body, rule) => {
  const answer = await call(kanon, 'PUT', HERE, { token: sozialamt.token, body });
  expect([answer.status, answer.body.findings[0].rule]).toEqual([422, rule]);
});

test('a place that is no county, or a period that is none, is said so', async () => {
  for (const at of [
    '/v1/counties/051/outcomes/2026-Q1',
    '/v1/counties/05111000/outcomes/2026-Q1',
    '/v1/counties/x/outcomes/2026-Q1',
    '/v1/counties/05111/outcomes/2026-13',
  ])
    expect([at, (await put(kanon, sozialamt, at, SOUND)).status]).toEqual([at, 400]);
  expect((await put(kanon, sozialamt, placeOf('05111', '2031-Q1'), SOUND)).status).toBe(404);
});

test('an office of another county, a school and the administration put and read nothing', async () => {
  const other = await office(kanon, '05112', ['SGB12']);
  expect((await put(kanon, other, HERE, SOUND)).status).toBe(403);
  expect((await call(kanon, 'GET', HERE, { token: other.token })).status).toBe(403);
  for (const [role, scope] of [
    ['reporter', { schools: ['990001'] }],
    ['provider', { schools: ['990001'] }],
    ['admin', {}],
    ['coordinator', { region: '05111' }],
    ['district', { region: '051' }],
    ['state', { region: '05' }],
    ['disclosure-officer', { region: '05' }],
  ] as const) {
    const somebody = await signedIn(kanon, role, scope);
    expect([role, (await put(kanon, somebody, HERE, SOUND)).status]).toEqual([role, 403]);
    expect([role, (await call(kanon, 'GET', HERE, { token: somebody.token })).status]).toEqual([role, 403]);
  }
  const reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
  expect((await read(kanon, reporter, '05111')).status).toBe(403);
  expect((await read(kanon, sozialamt, '05111')).status).toBe(403);
});

test('an office without bodies finds nothing, and one whose bodies are taken away finds nothing any more', async () => {
  const none = await signedIn(kanon, 'benefit-office', { region: '05111' });
  expect((await call(kanon, 'GET', HERE, { token: none.token })).status).toBe(404);
  const soon = await office(kanon, '05113', ['BKGG']);
  const mine = { token: soon.token };
  expect((await call(kanon, 'GET', placeOf('05113'), mine)).status).toBe(200);
  const admin = await signedIn(kanon, 'admin');
  const path = `/v1/accounts/${soon.actor.account ?? ''}/bodies`;
  await call(kanon, 'PUT', path, { token: admin.token, body: '{"bodies":[]}' });
  expect((await call(kanon, 'GET', placeOf('05113'), mine)).status).toBe(404);
});

test('bodies are codes that there are, each once, of an open account of an office', async () => {
  const admin = await signedIn(kanon, 'admin');
  const path = `/v1/accounts/${sozialamt.actor.account ?? ''}/bodies`;
  for (const body of [
    '{}',
    '{"bodies":["SGB9"]}',
    '{"bodies":["SGB2","SGB2"]}',
    '{"bodies":"SGB2"}',
    '{"bodies":[],"x":1}',
    '{"bodies":[1]}',
    '',
  ])
    expect([body, (await call(kanon, 'PUT', path, { token: admin.token, body })).status]).toEqual([
      body,
      400,
    ]);
  const reporter = await signedIn(kanon, 'reporter', { schools: ['990001'] });
  const wrong = `/v1/accounts/${reporter.actor.account ?? ''}/bodies`;
  expect((await call(kanon, 'PUT', wrong, { token: admin.token, body: '{"bodies":["SGB2"]}' })).status).toBe(
    409,
  );
  expect(
    (await call(kanon, 'PUT', path, { token: sozialamt.token, body: '{"bodies":["SGB2"]}' })).status,
  ).toBe(403);
});

test('a dry run stores nothing, and what is unusual is confirmed by the token of its answer', async () => {
  const many = outcomesOf([sgb12([alone('MITTAG', 5, 300)]), GAP], 2);
  const tried = await put(kanon, sozialamt, `${HERE}?dryRun=true`, many);
  expect([tried.status, tried.body.outcome, tried.body.questions[0].cause]).toEqual([
    200,
    'checked',
    'ratio',
  ]);
  expect(await rows(kanon, 'SELECT FROM outcome')).toEqual([]);
  const asked = await put(kanon, sozialamt, HERE, many);
  expect([asked.status, asked.body.type]).toEqual([409, 'urn:kanon:problem:confirmation-needed']);
  const wrong = await put(kanon, sozialamt, HERE, SOUND, { 'kanon-confirm': asked.body.confirm });
  expect([wrong.status, wrong.body.type]).toEqual([409, 'urn:kanon:problem:confirmation-refused']);
  const done = await put(kanon, sozialamt, HERE, many, { 'kanon-confirm': asked.body.confirm });
  expect([done.status, done.body.revisionNumber]).toEqual([201, 1]);
  // Sent a second time, as the first answer was lost.
  const again = await put(kanon, sozialamt, HERE, many, { 'kanon-confirm': asked.body.confirm });
  expect([again.status, again.body.outcome, again.body.revision]).toEqual([
    200,
    'unchanged',
    done.body.revision,
  ]);
});

test('a correction names what it replaces where somebody else sent it, and the old numbers are gone', async () => {
  const first = await put(kanon, sozialamt, HERE, SOUND);
  expect([first.status, first.body.revisionNumber]).toEqual([200, 2]);
  const colleague = await office(kanon, '05111', ['SGB12', 'ASYLBLG']);
  const back = await call(kanon, 'GET', HERE, { token: colleague.token });
  expect(back.body.bodies.map((one: any) => [one.revisionNumber, one.stored])).toEqual([
    [2, null],
    [2, null],
  ]);
  const next = outcomesOf([sgb12([alone('MITTAG', 36, 40)]), GAP], 2);
  expect((await put(kanon, colleague, HERE, next)).status).toBe(428);
  // "Unchanged" would tell a colleague what stands there.
  expect((await put(kanon, colleague, HERE, SOUND)).status).toBe(428);
  expect((await put(kanon, colleague, HERE, next, { 'if-none-match': '*' })).status).toBe(412);
  expect(
    (await put(kanon, colleague, HERE, next, { 'if-match': '"3f0b2c1e-7a54-4d1b-9c3e-5d8f1a2b6c70"' }))
      .status,
  ).toBe(412);
  expect((await put(kanon, colleague, HERE, next, { 'if-match': 'latest' })).status).toBe(400);
  const etag = back.headers.get('etag') ?? '';
  const done = await put(kanon, colleague, HERE, next, { 'if-match': `W/${etag}` });
  expect([done.status, done.body.revisionNumber]).toEqual([200, 3]);
  expect((await call(kanon, 'GET', HERE, { token: sozialamt.token })).body.bodies[0].stored).toBeNull();
  expect(await rows(kanon, `SELECT children FROM outcome WHERE body = 'SGB12'`)).toEqual([
    { children: [36] },
  ]);
});

test('two offices of a body and of more than it do not overwrite each other unseen', async () => {
  const both = await office(kanon, '05114', ['SGB12', 'ASYLBLG']);
  const one = await office(kanon, '05114', ['SGB12']);
  const at = placeOf('05114');
  await put(kanon, both, at, SOUND);
  const [seen] = [await call(kanon, 'GET', at, { token: both.token })];
  const single = await call(kanon, 'GET', at, { token: one.token });
  const etag = single.headers.get('etag') ?? '';
  const put1 = await put(kanon, one, at, outcomesOf([sgb12([alone('MITTAG', 50)])], 2), { 'if-match': etag });
  expect(put1.status).toBe(200);
  const lost = await put(kanon, both, at, SOUND, { 'if-match': seen.headers.get('etag') ?? '' });
  expect(lost.status).toBe(412);
  const now = await call(kanon, 'GET', at, { token: both.token });
  expect(now.headers.get('etag')).toMatch(/^"[0-9a-f-]{36}\.[0-9a-f-]{36}"$/);
  expect((await put(kanon, both, at, SOUND, { 'if-match': now.headers.get('etag') ?? '' })).status).toBe(200);
});

test('outcomes come late by nature: a period that is over or frozen takes them, one ahead does not', async () => {
  await rows(kanon, `UPDATE period SET closes_on = '2021-01-01' WHERE key = $1`, [OPEN_PERIOD]);
  const at = placeOf('05116');
  const late = await office(kanon, '05116', ['SGB12', 'ASYLBLG']);
  expect((await put(kanon, late, at, SOUND)).status).toBe(201);
  await rows(kanon, `UPDATE period SET opens_on = '2089-01-01', closes_on = '2090-01-01' WHERE key = $1`, [
    OPEN_PERIOD,
  ]);
  const early = await put(kanon, late, at, outcomesOf([sgb12([alone('MITTAG', 99)]), GAP], 2));
  expect([early.status, findingsIn(early.body)]).toEqual([422, ['window not-yet-open ']]);
});
