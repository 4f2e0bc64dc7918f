/** Reservations: who states, answers and reads them, what they hold back, and what a certificate tells of them. */
import { decodeJwt } from 'jose';
import { kanon as command } from '../cli/run-kanon.ts';
import { Gate } from '../../src/access/gate.ts';
import { publisherByHand } from './publisher-by-hand.ts';
import { call, furnish, OPEN_PERIOD, signedIn, startApp, type TestApp } from '../setup/app.ts';

const at = (region: string, code = '', tail = ''): string =>
  `/v1/regions/${region}/reservations/${OPEN_PERIOD}${code && `/${code}`}${tail}`;

let kanon: TestApp;
let tokens: Record<'coordinator' | 'other' | 'district' | 'state' | 'protection' | 'reporter', string>;
beforeAll(async () => {
  kanon = await startApp();
  await furnish(kanon);
  tokens = {
    coordinator: (await signedIn(kanon, 'coordinator', { region: '05111' })).token,
    other: (await signedIn(kanon, 'coordinator', { region: '05315' })).token,
    district: (await signedIn(kanon, 'district', { region: '051' })).token,
    state: (await signedIn(kanon, 'state', { region: '05' })).token,
    protection: (await signedIn(kanon, 'protection-officer')).token,
    reporter: (await signedIn(kanon, 'reporter', { schools: ['990001'] })).token,
  };
});
afterAll(() => kanon.close());

const ask = (who: keyof typeof tokens, method: string, path: string, body?: unknown) =>
  call(kanon, method, path, {
    token: tokens[who],
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

test('a coordinator states one for the own county alone, twice is once, and takes it back', async () => {
  const { status, body } = await ask('coordinator', 'PUT', at('05111', 'EFFORT'));
  expect([status, body]).toEqual([
    200,
    {
      region: '05111',
      code: 'EFFORT',
      statedAt: expect.any(String),
      answer: null,
      norm: null,
      answeredAt: null,
    },
  ]);
  expect((await ask('coordinator', 'PUT', at('05111', 'EFFORT'))).body).toEqual(body);
  expect((await ask('coordinator', 'PUT', at('05112', 'EFFORT'))).status).toBe(403);
  expect((await ask('coordinator', 'PUT', at('05', 'EFFORT'))).status).toBe(403);
  expect((await ask('other', 'DELETE', at('05111', 'EFFORT'))).status).toBe(403);
  expect((await ask('coordinator', 'DELETE', at('05111', 'EFFORT'))).body).toEqual(body);
  expect((await ask('coordinator', 'DELETE', at('05111', 'EFFORT'))).status).toBe(404);
});

test('every role reads those of a region and of the Land, and no others', async () => {
  await ask('coordinator', 'PUT', at('05111', 'NOT_KNOWABLE'));
  await ask('other', 'PUT', at('05315', 'SECRECY'));
  await ask('protection', 'PUT', at('05', 'NO_LEGAL_BASIS'));
  const read = async (region: string) =>
    (await ask('reporter', 'GET', at(region))).body.reservations.map(
      (one: any) => `${one.region} ${one.code}`,
    );
  expect(await read('05')).toEqual(['05 NO_LEGAL_BASIS', '05111 NOT_KNOWABLE', '05315 SECRECY']);
  expect(await read('051')).toEqual(['05 NO_LEGAL_BASIS', '05111 NOT_KNOWABLE']);
  expect(await read('05112')).toEqual(['05 NO_LEGAL_BASIS']);
});

test('a district answers its counties, the state the protection officer; the first answer stays', async () => {
  const noted = { answer: 'NOTED' };
  expect((await ask('district', 'PUT', at('05315', 'SECRECY', '/answer'), noted)).status).toBe(403);
  expect((await ask('district', 'PUT', at('05', 'NO_LEGAL_BASIS', '/answer'), noted)).status).toBe(403);
  expect((await ask('district', 'PUT', at('05111', 'EFFORT', '/answer'), noted)).status).toBe(404);
  const first = await ask('district', 'PUT', at('05111', 'NOT_KNOWABLE', '/answer'), {
    answer: 'SCHEME_CHANGED',
  });
  expect([first.status, first.body.answer, first.body.norm]).toEqual([200, 'SCHEME_CHANGED', null]);
  expect((await ask('state', 'PUT', at('05111', 'NOT_KNOWABLE', '/answer'), noted)).status).toBe(409);
  expect((await ask('coordinator', 'DELETE', at('05111', 'NOT_KNOWABLE'))).status).toBe(409);
});

test.each([
  [{ answer: 'BASIS_NAMED' }, '/norm'],
  [{ answer: 'NOTED', norm: 'DSG_NRW_3' }, '/norm'],
  [{ answer: 'BASIS_NAMED', norm: '§ 3' }, '/norm'],
  [{ answer: 'WHATEVER' }, '/answer'],
  [{}, '/answer'],
])('an answer like %j is refused with its place, and nothing of it is repeated', async (body, pointer) => {
  const { status, text } = await ask('state', 'PUT', at('05315', 'SECRECY', '/answer'), body);
  expect([status, text.includes(`"pointer":"${pointer}"`)]).toEqual([400, true]);
  expect(text).not.toContain('WHATEVER');
});

test.each([at('05111', 'NONSENSE'), at('051', 'EFFORT').replace(OPEN_PERIOD, '2031-Q1')])(
  'of %s there is none',
  async (path) => {
    expect([400, 403, 404]).toContain((await ask('coordinator', 'PUT', path)).status);
  },
);

test('that of the protection officer holds the release back until the state has answered; the certificate counts all', async () => {
  const publisher = await publisherByHand(kanon.app, kanon.settings);
  const officers = await Promise.all(
    [1, 2].map(() => signedIn(kanon, 'disclosure-officer', { region: '05' })),
  );
  const by = (one: number, path: string, body?: unknown) =>
    call(kanon, 'POST', `/v1/periods/${OPEN_PERIOD}/${path}`, {
      token: officers[one]!.token,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  expect((await by(0, 'freeze', { confirm: ['not-over', 'incomplete'] })).status).toBe(200);
  const held = await by(1, 'release');
  expect([held.status, held.body.detail]).toEqual([409, expect.stringContaining('reservation')]);
  const named = { answer: 'BASIS_NAMED', norm: 'DSG_NRW_3' };
  expect((await ask('state', 'PUT', at('05', 'NO_LEGAL_BASIS', '/answer'), named)).status).toBe(200);
  expect((await by(1, 'release')).status).toBe(202);
  // Stated while the release is on its way, another one makes it wait.
  expect((await ask('protection', 'PUT', at('05', 'STAFF_COUNCIL'))).status).toBe(200);
  await publisher.publishAsked();
  expect(await stateNow(officers[0]!.token)).toBe('releasing');
  await ask('state', 'PUT', at('05', 'STAFF_COUNCIL', '/answer'), { answer: 'NOTED' });
  // And so does one that is stated after the table was protected, before it is published.
  const gate = kanon.app.get(Gate);
  const pass = gate.pass.bind<Gate['pass']>(gate);
  gate.pass = (async (...given: Parameters<Gate['pass']>) => {
    if (given[0].act === 'release.publish') {
      gate.pass = pass;
      expect((await ask('protection', 'PUT', at('05', 'SOCIAL_DATA'))).status).toBe(200);
    }
    return pass(...given);
  }) as Gate['pass'];
  await publisher.publishAsked();
  expect(gate.pass).toBe(pass);
  expect(await stateNow(officers[0]!.token)).toBe('releasing');
  await ask('state', 'PUT', at('05', 'SOCIAL_DATA', '/answer'), { answer: 'NOTED' });
  await publisher.publishAsked();
  expect(await stateNow(officers[0]!.token)).toBe('released');
  const { body: list } = await call(kanon, 'GET', '/v1/releases', { token: tokens.state });
  const certificate = await call(kanon, 'GET', `/v1/releases/${list.releases[0].id}/certificate`, {
    token: tokens.protection,
  });
  expect(decodeJwt(certificate.body.jws)['reservations']).toEqual(
    expect.arrayContaining([
      { region: '05', code: 'NO_LEGAL_BASIS', stated: 1, answered: 1 },
      { region: '051', code: 'NOT_KNOWABLE', stated: 1, answered: 1 },
      { region: '053', code: 'SECRECY', stated: 1, answered: 0 },
    ]),
  );
});

const stateNow = async (token: string): Promise<string> =>
  (await call(kanon, 'GET', `/v1/periods/${OPEN_PERIOD}/state`, { token })).body.state;

test('the command refuses what does not fit together before it asks anybody', async () => {
  const there = ['--region', '05111', '--period', OPEN_PERIOD, '--account', 'niemand'];
  for (const args of [
    ['state'],
    ['list', '--code', 'EFFORT'],
    ['answer', '--code', 'EFFORT'],
    ['answer', '--code', 'EFFORT', '--answer', 'BASIS_NAMED'],
    ['answer', '--code', 'EFFORT', '--answer', 'NOTED', '--norm', 'DSG_NRW_3'],
    ['erase', '--code', 'EFFORT'],
  ]) {
    const { code, err } = await command(['reservation', ...args, ...there]);
    expect([args, code, err]).toEqual([args, 2, expect.stringContaining('kanon reservation list|state')]);
  }
});
