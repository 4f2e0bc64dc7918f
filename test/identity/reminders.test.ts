/** Reminders: each office once, of what it has to do, over any number of processes, with no count, and as long as it wants them. */
import { Mails } from '../../src/identity/mails.ts';
import { Reminders } from '../../src/identity/reminders.ts';
import { call, OPEN_PERIOD, signedIn, type Signed } from '../setup/app.ts';
import { textOf } from '../setup/mail-server.ts';
import { type MailScene, openMailScene } from './mail-scene.ts';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let scene: MailScene;
let school: Signed;
let other: Signed;
let district: Signed;
beforeAll(async () => {
  scene = await openMailScene();
  await scene.owner.rows(
    `UPDATE period SET opens_on = '2020-01-01', closes_on = '2090-01-01', schools_fixed_at = NULL`,
  );
  await scene.owner.rows('DELETE FROM period_school');
  school = await signedIn(scene.kanon, 'reporter', { schools: ['990001'] });
  other = await signedIn(scene.kanon, 'reporter', { schools: ['990003'] });
  district = await signedIn(scene.kanon, 'district', { region: '051' });
  await scene.owner.rows(
    `UPDATE account SET mailbox = 'amt-' || left(id::text, 8) || '@erfunden.example' WHERE id = ANY ($1)`,
    [[school, other, district].map(({ actor }) => actor.account)],
  );
});
afterAll(() => scene.end());
beforeEach(() => {
  scene.smtp.taken.length = 0;
});

const mailboxOf = ({ actor }: Signed): string => `amt-${actor.account!.slice(0, 8)}@erfunden.example`;
const lastsUntil = (opens: number, closes: number) =>
  scene.owner.rows('UPDATE period SET opens_on = $1, closes_on = $2 WHERE key = $3', [
    day(opens),
    day(closes),
    OPEN_PERIOD,
  ]);
/** Looks as several processes at once, and sends what they put out. */
async function remind(): Promise<Record<string, string[]>> {
  const { app } = scene.kanon;
  await Promise.all([1, 2, 3].map(() => app.get(Reminders).round()));
  await app.get(Mails).send();
  return Object.fromEntries(
    [school, other, district].map((who) => [
      who === school ? 'school' : who === other ? 'other' : 'district',
      scene.smtp.to(mailboxOf(who)).map((mail) => textOf(mail)),
    ]),
  );
}

test('nothing is due in the middle of a period', async () => {
  await lastsUntil(-30, 30);
  expect(await remind()).toEqual({ school: [], other: [], district: [] });
});

test('whoever reports is told once that a period has opened, in German first, with its last day and no count', async () => {
  await lastsUntil(-1, 30);
  const told = await remind();
  expect([told['school']?.length, told['other']?.length, told['district']?.length]).toEqual([1, 1, 0]);
  const [text = ''] = told['school'] ?? [];
  expect(text.indexOf('Ab jetzt können Sie')).toBeLessThan(text.indexOf('From now on'));
  expect(text).toContain(`Zeitraum: ${OPEN_PERIOD}`);
  expect(text).toContain(`Letzter Tag: ${day(30)}`);
  scene.smtp.taken.length = 0;
  expect(await remind()).toEqual({ school: [], other: [], district: [] });
});

test('two weeks and two days before the end whoever has not reported is told, and nobody else', async () => {
  await lastsUntil(-30, 14);
  const early = await remind();
  expect([early['school']?.length, early['other']?.length]).toEqual([1, 1]);
  expect(early['school']?.[0]).toContain('endet in zwei Wochen');
  scene.smtp.taken.length = 0;
  await lastsUntil(-30, 2);
  await call(scene.kanon, 'PUT', '/v1/reminders', { token: other.token, body: '{"wanted":false}' });
  const late = await remind();
  expect([late['school']?.length, late['other']?.length]).toEqual([1, 0]);
  expect(late['school']?.[0]).toContain('Nichts zu melden');
});

test('each account asks and changes its own wish, and no other', async () => {
  const read = (who: Signed) => call(scene.kanon, 'GET', '/v1/reminders', { token: who.token });
  expect((await read(school)).body).toEqual({ wanted: true, hasMailbox: true });
  expect((await read(other)).body).toEqual({ wanted: false, hasMailbox: true });
  expect((await read(scene.coordinator)).body).toEqual({ wanted: true, hasMailbox: false });
  const refused = await call(scene.kanon, 'PUT', '/v1/reminders', {
    token: school.token,
    body: '{"wanted":"ja"}',
  });
  expect([refused.status, refused.text.includes('/wanted')]).toEqual([400, true]);
});

test('a release is told to those who read it, once', async () => {
  await scene.owner.rows(
    `INSERT INTO release (tenant, id, period, version, scheme, policy, columns, hidden_cells, released_at)
     VALUES ('05', gen_random_uuid(), $1, 1, 'but-counselling/1', 1, '{}', 0, now())`,
    [OPEN_PERIOD],
  );
  const told = await remind();
  expect([told['school']?.length, told['district']?.length]).toEqual([0, 1]);
  expect(told['district']?.[0]).toContain('sind freigegeben');
});
