/** A confirmation counts for one body, school, period, account and question, for ten minutes, in every process. */
import { Confirmations } from '../../src/collection/confirmation.ts';
import { REPORT, signedIn, startApp } from '../setup/app.ts';
import { answering, freePort, launch, type Service } from '../setup/service.ts';
import { asking, MANY, OFTEN } from './asking.ts';
import { exchange, request, statusOf } from './plantings.ts';
import { findingsIn, placeOf, reportWith, rows } from './scene.ts';

const { scene, send, stored, lastEntry, askedOf } = asking();

describe('a confirmation', () => {
  const refused = async (answer: ReturnType<typeof send>, asksAgain = true) => {
    const { status, body } = await answer;
    expect([status, body.type]).toEqual([409, 'urn:kanon:problem:confirmation-refused']);
    expect(typeof body.confirm).toBe(asksAgain ? 'string' : 'undefined');
    expect(await lastEntry()).toMatchObject({ decision: 'refused', rules: ['plausible'] });
  };
  const tokenOf = async (at: string, report: object, who = scene.reporter): Promise<string> =>
    (await send(at, report, undefined, { who })).body.confirm;

  test('of another body is refused, and the answer asks anew with a token that counts', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const other = reportWith({ pupils: 404, consultations: 404 });
    await refused(send(placeOf(), other, token));
    const again = await send(placeOf(), other, token);
    expect(findingsIn(again.body)).toEqual(['plausible roll /cells/0/pupils']);
    expect(await stored()).toEqual([]);
    expect((await send(placeOf(), other, again.body.confirm)).status).toBe(201);
  });

  test('of the same report in another order counts: what is stored is the same', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const turned = { ...MANY, cells: MANY.cells.toReversed(), withheld: MANY.withheld.toReversed() };
    expect((await send(placeOf(), turned, token)).status).toBe(201);
  });

  test('of another school, period or account is refused', async () => {
    const colleague = await signedIn(scene.kanon, 'reporter', { schools: ['990001', '990002'] });
    await refused(send(placeOf('990002'), MANY, await tokenOf(placeOf('990001'), MANY)));
    await refused(send(placeOf('990001', '2026-Q2'), MANY, await tokenOf(placeOf('990001'), MANY)));
    await refused(send(placeOf(), MANY, await tokenOf(placeOf(), MANY, colleague)));
    expect(await stored()).toEqual([]);
  });

  test('of another question about the same report is refused: the list of the period has changed meanwhile', async () => {
    const token = await tokenOf(placeOf(), { ...OFTEN });
    await rows(scene.kanon, `UPDATE period_school SET roll = 0 WHERE school = '990001'`);
    try {
      await refused(send(placeOf(), OFTEN, token));
    } finally {
      await rows(scene.kanon, `UPDATE period_school SET roll = 400 WHERE school = '990001'`);
    }
    expect((await send(placeOf(), OFTEN, token)).status).toBe(201);
  });

  test('counts for ten minutes and not a moment longer', async () => {
    const confirmations = scene.kanon.app.get(Confirmations);
    const given = (ago: number) => confirmations.give(askedOf(MANY), Date.now() - ago);
    await refused(send(placeOf(), MANY, given(600_000)));
    const asked = askedOf(MANY);
    const token = confirmations.give(asked, 1_700_000_000_000);
    expect(confirmations.holds(token, asked, 1_700_000_599_999)).toBe(true);
    expect(confirmations.holds(token, asked, 1_700_000_600_000)).toBe(false);
    expect((await send(placeOf(), MANY, given(590_000))).status).toBe(201);
  });

  test('whose end was put off is refused', async () => {
    const token = await tokenOf(placeOf(), MANY);
    await refused(send(placeOf(), MANY, `${Number(token.slice(0, 13)) + 1}${token.slice(13)}`));
  });

  test('that nobody asked for is refused, also to a report with nothing unusual in it', async () => {
    const token = await tokenOf(placeOf(), MANY);
    const { body } = await send(placeOf(), REPORT, token);
    expect(findingsIn(body)).toEqual(['plausible unasked ']);
    await refused(send(placeOf(), REPORT, token), false);
    await refused(send(`${placeOf()}?dryRun=true`, REPORT, token), false);
    await refused(send(placeOf(), REPORT, scene.kanon.app.get(Confirmations).give(askedOf(REPORT))), false);
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['is empty', () => ''],
    ['says yes', () => 'true'],
    ['stands there twice', (token: string) => `${token}, ${token}`],
    ['is cut off', (token: string) => token.slice(0, -1)],
    ['has something behind it', (token: string) => `${token}A`],
    // The last of 43 characters carries two bits that no byte has.
    ['is spelled otherwise', (token: string) => token.replace(/.$/, (last) => NEXT[last] ?? last)],
    ['is of zeros', (token: string) => `${token.slice(0, 14)}${'A'.repeat(43)}`],
  ])('that %s is refused', async (_, bend) => {
    const token = await tokenOf(placeOf(), MANY);
    expect(bend(token)).not.toBe(token);
    await refused(send(placeOf(), MANY, bend(token)));
    expect(await stored()).toEqual([]);
  });
  const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
  const NEXT = Object.fromEntries(LETTERS.map((letter, i) => [letter, LETTERS[i ^ 1]]));

  test('in a header that is sent twice is refused', async () => {
    const token = await tokenOf(placeOf(), MANY);
    // In two lines of their own, which fetch would join to one.
    const headers = [
      ['authorization', `Bearer ${scene.reporter.token}`],
      ['kanon-confirm', token],
      ['kanon-confirm', token],
    ] as const;
    const answer = await exchange(scene.kanon.url, request('PUT', placeOf(), headers, MANY));
    expect(statusOf(answer)).toBe(400);
    expect(answer).toContain('"urn:kanon:problem:bad-request"');
    expect(answer).toContain('"repeated-header"');
    expect(answer).not.toContain(token.slice(14));
    expect(await stored()).toEqual([]);
  });

  test('of one key is none of another', async () => {
    const stranger = await startApp();
    const token = await tokenOf(placeOf(), MANY);
    const [ours, theirs] = [scene.kanon, stranger].map(({ app }) =>
      app.get(Confirmations).holds(token, askedOf(MANY)),
    );
    expect([ours, theirs]).toEqual([true, false]);
    await stranger.close();
  });
});

describe('another process that serves the same Land', () => {
  let other: Service;
  let figuresAt: string;
  beforeAll(async () => {
    const { data, publicUrl } = scene.kanon.settings;
    const { serviceUrl, ownerUrl } = scene.kanon.database;
    const port = await freePort();
    figuresAt = `http://127.0.0.1:${port}/metrics`;
    other = await answering(
      await launch({
        KANON_DATA: data,
        KANON_PUBLIC_URL: publicUrl,
        KANON_METRICS_PORT: String(port),
        DATABASE_URL: serviceUrl,
        DATABASE_OWNER_URL: ownerUrl,
      }),
    );
  });
  afterAll(async () => {
    other.process.kill('SIGTERM');
    await other.ended;
  });

  test('knows the confirmations of this one, and this one its own', async () => {
    const there = { ...scene.kanon, url: other.url };
    const { body: here } = await send(placeOf(), MANY);
    expect((await send(placeOf(), MANY, here.confirm, { at: there })).status).toBe(201);
    const { body } = await send(placeOf('990002'), OFTEN, undefined, { at: there });
    expect((await send(placeOf('990002'), OFTEN, body.confirm)).status).toBe(201);
  });

  test('writes a status into figures and log lines, and nothing of question or confirmation', async () => {
    const at = { ...scene.kanon, url: other.url };
    const { body } = await send(placeOf(), OFTEN, undefined, { at });
    expect((await send(placeOf(), OFTEN, body.confirm, { at })).status).toBe(201);
    const figures = await (await fetch(figuresAt)).text();
    expect(figures).toMatch(/status="409"/);
    const said = figures + other.output();
    expect(said).toMatch(/"status":409/);
    expect(said).not.toMatch(/plausible|ratio\b|confirm|MITTAG|TEILHABE/i);
    expect(said).not.toContain(body.confirm.slice(14));
  });
});
