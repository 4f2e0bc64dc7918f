/** Whoever invites, resets, covers or closes accounts never becomes the school: no way of theirs leads to a count. */
import { ownerOf, type Owner } from '../access/house.ts';
import {
  call,
  furnish,
  OPEN_PERIOD,
  REPORT,
  signedIn,
  startApp,
  type Signed,
  type TestApp,
} from '../setup/app.ts';

const PASSWORD = 'sieben-graue-regentonnen';
const PLACE = `/v1/schools/990001/reports/${OPEN_PERIOD}`;

describe('an inviter', () => {
  let kanon: TestApp;
  let owner: Owner;
  let coordinator: Signed;
  let admin: Signed;
  let school: Signed;

  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    coordinator = await signedIn(kanon, 'coordinator', { region: '05111' });
    admin = await signedIn(kanon, 'admin');
    school = await signedIn(kanon, 'reporter', { schools: ['990001'] });
    expect((await put(school.token)).body.outcome).toBe('stored');
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const post = (path: string, body: object, token?: string) =>
    call(kanon, 'POST', path, { body: JSON.stringify(body), ...(token === undefined ? {} : { token }) });
  const put = (token: string, query = '', headers: Record<string, string> = {}, body: object = REPORT) =>
    call(kanon, 'PUT', PLACE + query, { token, headers, body: JSON.stringify(body) });
  const read = (token: string) => call(kanon, 'GET', PLACE, { token });
  const tokenBy = async ({ account, code }: { account: { name: string }; code: string }): Promise<string> => {
    const { body, status } = await post('/v1/activations', {
      account: account.name,
      code,
      password: PASSWORD,
    });
    expect(status).toBe(201);
    return body.access_token as string;
  };

  test('the account that sent a report reads it back; nothing here would be proved otherwise', async () => {
    expect((await read(school.token)).body.stored).toEqual(REPORT);
  });

  /** Ways into an account of the school that end with a token. */
  const WAYS: readonly (readonly [how: string, way: (by: Signed) => Promise<string>])[] = [
    [
      'invites a second account of the school',
      async (by) => {
        const name = `zweit-${by.actor.role}`;
        const { body } = await post(
          '/v1/accounts',
          { name, role: 'reporter', office: 'Erfundenes Amt', schools: ['990001'] },
          by.token,
        );
        return tokenBy(body);
      },
    ],
    [
      'invites a cover for some days',
      async (by) => {
        const name = `vertretung-${by.actor.role}`;
        const { body } = await post(
          '/v1/accounts',
          {
            name,
            role: 'reporter',
            office: 'Erfundenes Amt',
            schools: ['990001'],
            from: '2020-01-01',
            to: '2099-12-31',
          },
          by.token,
        );
        return tokenBy(body);
      },
    ],
    [
      'invites a second account of the school by a list, with a mailbox of the own',
      async (by) => {
        const name = `liste-${by.actor.role}`;
        const { body } = await post(
          '/v1/accounts/invitations',
          {
            list: `name;role;office;schools;mailbox\n${name};reporter;Erfundenes Amt;990001;amt@kreis.example`,
          },
          by.token,
        );
        return tokenBy({ account: { name }, code: body.accounts[0].code });
      },
    ],
    [
      'moves a reporter of another school there',
      async (by) => {
        const name = `umzug-${by.actor.role}`;
        const { body } = await post(
          '/v1/accounts',
          { name, role: 'reporter', office: 'Erfundenes Amt', schools: ['990002'] },
          by.token,
        );
        const { id } = body.account as { id: string };
        expect(
          (
            await call(kanon, 'PUT', `/v1/accounts/${id}`, {
              token: by.token,
              body: '{"schools":["990001"],"mailbox":"amt@kreis.example"}',
            })
          ).status,
        ).toBe(200);
        return tokenBy(body);
      },
    ],
    [
      'resets the account that reported, and signs in by the new code',
      async (by) => {
        const { body } = await post(`/v1/accounts/${school.actor.account}/reset`, {}, by.token);
        return tokenBy(body);
      },
    ],
  ];

  test.each(
    WAYS.flatMap(([how, way]) => (['coordinator', 'admin'] as const).map((who) => [who, how, way] as const)),
  )('a %s who %s sees that there is a report, and no count of it', async (who, _how, way) => {
    const token = await way(who === 'admin' ? admin : coordinator);
    const { status, body, text } = await read(token);
    expect([status, body.stored, body.revisionNumber]).toEqual([200, null, 1]);
    expect(text).not.toMatch(/cells|pupils|consultations|withheld/);
    // Guessing tells nothing either: a right guess is answered as a wrong one.
    const wrong = {
      ...REPORT,
      cells: [],
      none: [...REPORT.none, ...REPORT.cells.flatMap((cell) => cell.benefits)],
    };
    const answers = [];
    for (const headers of [
      {},
      { 'if-none-match': '*' },
      { 'if-match': '"00000000-0000-4000-8000-000000000000"' },
    ])
      for (const guess of [REPORT, wrong]) {
        const dry = await put(token, '?dryRun=true', headers, guess);
        answers.push([dry.status, dry.body.type]);
      }
    for (let i = 0; i < answers.length; i += 2) expect(answers[i]).toEqual(answers[i + 1]);
  });

  test('the right guess, put in place of it, is a new revision like any other', async () => {
    const { body } = await post(`/v1/accounts/${school.actor.account}/reset`, {}, coordinator.token);
    const token = await tokenBy(body);
    const etag = (await read(token)).headers.get('etag') ?? '';
    const answer = await put(token, '', { 'if-match': etag });
    expect([answer.status, answer.body.outcome, answer.body.revisionNumber]).toEqual([200, 'stored', 2]);
    expect((await read(token)).body.stored).toEqual(REPORT);
  });
});
