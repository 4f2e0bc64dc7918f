/** Holds: asked for by one, answered by another, lifted by both, and the log names each by its id, time and end. */
import { Retention } from '../../src/audit/retention.ts';
import { Sequencer } from '../../src/audit/sequencer.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { standFirst } from './old-entries.ts';
import { call, signedIn, startApp, type Signed, type TestApp } from '../setup/app.ts';

const HOLDS = '/v1/access-log/holds';
const DAY = 86_400_000;

describe('holds', () => {
  let kanon: TestApp;
  let owner: Owner;
  let officer: Signed;
  let auditor: Signed;
  /** An auditor's account of the officer's own. */
  let sameHuman: Signed;
  beforeAll(async () => {
    kanon = await startApp();
    owner = await ownerOf(kanon);
    officer = await signedIn(kanon, 'protection-officer');
    auditor = await signedIn(kanon, 'auditor');
    sameHuman = await signedIn(kanon, 'auditor', { person: officer.actor.person! });
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  const ask = (body: object | string, token = officer.token) =>
    call(kanon, 'POST', HOLDS, { token, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const say = (id: string, what: 'confirmation' | 'refusal' | 'lifting', { token }: Signed) =>
    call(kanon, 'POST', `${HOLDS}/${id}/${what}`, { token });

  /** A time of its own, and an entry in it that is years over due. */
  let years = 2001;
  async function newTime(keepUntil = inDays(60)) {
    const year = years++;
    const [row] = await owner.rows<{ id: string }>(
      `INSERT INTO access_entry (tenant, id, at, office, action, decision, leaf_key, leaf)
       VALUES ('05', gen_random_uuid(), $1, 'Altes Amt', 'account.read', 'allowed', $2, $2) RETURNING id`,
      [`${year}-06-01T00:00:00Z`, Buffer.alloc(32, 9)],
    );
    await kanon.app.get(Sequencer).sequence();
    await standFirst(owner);
    const time = {
      first: `${year}-01-01T00:00:00.000Z`,
      before: `${year + 1}-01-01T00:00:00.000Z`,
      keepUntil,
    };
    return { time, entry: row!.id };
  }
  /** Whether retention, come by now, leaves it. */
  async function isKept(entry: string): Promise<boolean> {
    await kanon.app.get(Retention).erase();
    return (await owner.rows(`SELECT FROM access_entry WHERE id = $1`, [entry])).length > 0;
  }
  /** As if everything about a hold had happened so many days earlier. The owner alone can, without the triggers. */
  async function passDays(id: string, days: number): Promise<void> {
    const back = `- make_interval(days => ${days})`;
    await owner.rows(`ALTER TABLE log_hold DISABLE TRIGGER append_only`);
    await owner.rows(`ALTER TABLE log_hold_word DISABLE TRIGGER append_only`);
    await owner.rows(
      `UPDATE log_hold SET asked_at = asked_at ${back}, reckoned_from = reckoned_from ${back}, keep_until = keep_until ${back} WHERE id = $1`,
      [id],
    );
    await owner.rows(`UPDATE log_hold_word SET said_at = said_at ${back} WHERE hold = $1`, [id]);
    await owner.rows(`ALTER TABLE log_hold ENABLE TRIGGER append_only`);
    await owner.rows(`ALTER TABLE log_hold_word ENABLE TRIGGER append_only`);
  }

  test('one that is asked for keeps entries for two weeks, and no longer without an answer', async () => {
    const { time, entry } = await newTime();
    const { status, body } = await ask(time);
    expect([status, body]).toEqual([
      201,
      {
        ...time,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        state: 'asked',
        holdsUntil: expect.any(String),
        askedAt: expect.any(String),
        askedBy: officer.actor.account,
        answeredAt: null,
        answeredBy: null,
        liftAskedBy: null,
      },
    ]);
    expect(Date.parse(body.holdsUntil) - Date.parse(body.askedAt)).toBe(14 * DAY);
    await passDays(body.id, 13);
    expect(await isKept(entry)).toBe(true);
    await passDays(body.id, 2);
    expect(await isKept(entry)).toBe(false);
  });

  test('confirmed by an auditor it keeps them until its end', async () => {
    const { time, entry } = await newTime();
    const { id } = (await ask(time)).body;
    const { status, body } = await say(id, 'confirmation', auditor);
    expect([status, body.state, body.holdsUntil, body.answeredBy]).toEqual([
      200,
      'confirmed',
      time.keepUntil,
      auditor.actor.account,
    ]);
    await passDays(id, 59);
    expect(await isKept(entry)).toBe(true);
    await passDays(id, 2);
    expect(await isKept(entry)).toBe(false);
  });

  test('declined it keeps nothing any more', async () => {
    const { time, entry } = await newTime();
    const { id } = (await ask(time)).body;
    const { status, body } = await say(id, 'refusal', auditor);
    expect([status, body.state, body.holdsUntil]).toEqual([200, 'declined', null]);
    expect(await isKept(entry)).toBe(false);
    expect((await say(id, 'confirmation', auditor)).status).toBe(409);
    expect((await say(id, 'lifting', officer)).status).toBe(409);
  });

  test('declined it cannot be asked for again for two weeks, or one person alone could hold by asking on and on', async () => {
    const { time, entry } = await newTime();
    const { id } = (await ask(time)).body;
    await say(id, 'refusal', auditor);
    await passDays(id, 13);
    const within = { ...time, first: new Date(Date.parse(time.first) + DAY).toISOString() };
    for (const again of [time, within]) {
      const { status, body } = await ask(again);
      expect([status, body.type, body.detail]).toEqual([
        409,
        'urn:kanon:problem:conflict',
        expect.stringContaining('was declined within the last 14 days'),
      ]);
    }
    expect(await isKept(entry)).toBe(false);
    // What lies beside it may be asked for, and the same again once the two weeks are over.
    expect((await ask((await newTime()).time)).status).toBe(201);
    await passDays(id, 2);
    expect((await ask(time)).status).toBe(201);
  });

  test('it is lifted once both have asked, within two weeks of each other', async () => {
    const { time, entry } = await newTime();
    const { id } = (await ask(time)).body;
    expect((await say(id, 'lifting', officer)).status).toBe(409);
    await say(id, 'confirmation', auditor);
    for (const again of [1, 2]) {
      const { body } = await say(id, 'lifting', officer);
      expect([again, body.state, body.liftAskedBy]).toEqual([again, 'confirmed', 'protection-officer']);
    }
    // The officer's second account is an auditor's, and still one human.
    expect((await say(id, 'lifting', sameHuman)).body.state).toBe('confirmed');
    await passDays(id, 15);
    expect((await say(id, 'lifting', auditor)).body).toMatchObject({
      state: 'confirmed',
      liftAskedBy: 'auditor',
    });
    expect(await isKept(entry)).toBe(true);
    expect((await say(id, 'lifting', officer)).body).toMatchObject({
      state: 'lifted',
      holdsUntil: null,
      liftAskedBy: null,
    });
    expect(await isKept(entry)).toBe(false);
    expect((await say(id, 'lifting', auditor)).status).toBe(409);
  });

  test('nobody confirms what they asked for, under another account either', async () => {
    const { time, entry } = await newTime();
    const { id } = (await ask(time)).body;
    expect((await say(id, 'confirmation', officer)).status).toBe(403);
    const { status, body } = await say(id, 'confirmation', sameHuman);
    expect([status, body.type]).toEqual([403, 'urn:kanon:problem:same-person']);
    // And past the service it has no effect.
    await owner.rows(
      `INSERT INTO log_hold_word (tenant, hold, word, role, account, person) VALUES ('05', $1, 'confirm', 'auditor', $2, $3)`,
      [id, sameHuman.actor.account, officer.actor.person],
    );
    await passDays(id, 15);
    expect(await isKept(entry)).toBe(false);
  });

  test('who asks alone cannot ask again and again', async () => {
    const { time, entry } = await newTime(inDays(5));
    const { id } = (await ask(time)).body;
    expect((await ask({ ...time, keepUntil: inDays(20) })).status).toBe(409);
    await passDays(id, 30);
    // It is over, and still without an answer.
    expect((await ask({ ...time, before: `${time.first.slice(0, 4)}-07-01T00:00:00Z` })).status).toBe(409);
    expect(await isKept(entry)).toBe(false);
    await say(id, 'refusal', auditor);
    expect((await ask(time)).status).toBe(409);
    await passDays(id, 15);
    expect((await ask(time)).status).toBe(201);
  });

  test('both see every hold, and nobody else does', async () => {
    const seen = await Promise.all(
      [officer, auditor].map(({ token }) => call(kanon, 'GET', HOLDS, { token })),
    );
    const [own, other] = seen.map(({ body }) => body.holds as { state: string }[]);
    expect(own).toEqual(other);
    expect(new Set(own!.map(({ state }) => state))).toEqual(
      new Set(['asked', 'confirmed', 'declined', 'lifted']),
    );
    const admin = await signedIn(kanon, 'admin');
    expect((await call(kanon, 'GET', HOLDS, { token: admin.token })).status).toBe(403);
  });

  test.each([
    [
      'German days',
      { first: '05.11.2026', before: '06.11.2026', keepUntil: '01.12.2026' },
      ['first', 'before', 'keepUntil'],
    ],
    ['a number', { keepUntil: '12' }, ['keepUntil']],
    ['a day that no calendar has', { keepUntil: '2027-02-30T00:00:00Z' }, ['keepUntil']],
    ['a day alone', { first: '2026-11-05' }, ['first']],
    ['no zone', { before: '2026-11-06T00:00:00' }, ['before']],
    ['another type', { first: 5 }, ['first']],
    ['an end in the past', { keepUntil: inDays(-0.001) }, ['keepUntil']],
    ['an end after more than twelve months', { keepUntil: inDays(367) }, ['keepUntil']],
    ['a time that ends before it begins', { before: '2025-01-01T00:00:00Z' }, ['before']],
    ['a time that is none', { before: '2026-11-05T00:00:00Z' }, ['before']],
  ])('with %s it is refused, by the place', async (_, wrong, places) => {
    const right = { first: '2026-11-05T00:00:00Z', before: '2026-11-06T00:00:00Z', keepUntil: inDays(30) };
    const { status, body } = await ask({ ...right, ...wrong });
    expect([status, body.findings.map(({ pointer }: { pointer: string }) => pointer.slice(1))]).toEqual([
      400,
      places,
    ]);
  });

  test.each(['{}', '[]', '', '{"first":"2026-11-05T00:00:00Z","before":"2026-11-06T00:00:00Z"}'])(
    'a body like %j is refused',
    async (body) => {
      expect((await ask(body)).status).toBe(400);
    },
  );

  test('every entry names the hold, its time and its end, refused ones too', async () => {
    const { time } = await newTime();
    const { id } = (await ask(time)).body;
    await say(id, 'confirmation', sameHuman);
    await say(id, 'confirmation', auditor);
    await say(id, 'lifting', officer);
    await say(id, 'refusal', auditor);
    const entries = await owner.rows(
      `SELECT action, decision, span FROM access_entry WHERE subject = $1 ORDER BY at, action`,
      [id],
    );
    const span = `${time.first}/${time.before} until ${time.keepUntil}`;
    expect(entries).toEqual([
      { action: 'log.hold', decision: 'allowed', span },
      { action: 'log.confirm-hold', decision: 'refused', span },
      { action: 'log.confirm-hold', decision: 'allowed', span },
      { action: 'log.lift-hold', decision: 'allowed', span },
      { action: 'log.decline-hold', decision: 'refused', span },
    ]);
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect((await say(nobody, 'lifting', officer)).status).toBe(404);
    expect(await owner.rows(`SELECT decision, span FROM access_entry WHERE subject = $1`, [nobody])).toEqual([
      { decision: 'refused', span: null },
    ]);
  });

  test('of two answers at once one stands', async () => {
    const { time } = await newTime();
    const { id } = (await ask(time)).body;
    const other = await signedIn(kanon, 'auditor');
    const answers = await Promise.all([
      say(id, 'confirmation', auditor),
      say(id, 'refusal', other),
      say(id, 'confirmation', other),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('the database takes no hold that is over, or lasts longer than twelve months', async () => {
    for (const days of [-1, 370])
      await expect(
        owner.rows(
          `INSERT INTO log_hold (tenant, account, person, first, before, keep_until) VALUES ('05', $1, $1, '2025-01-01', '2025-02-01', $2)`,
          ['00000000-0000-4000-8000-000000000000', inDays(days)],
        ),
      ).rejects.toMatchObject({ constraint: 'hold_in_bounds' });
  });
});
