/** What the tests of kept periods share: acts on a period, its row, its entries, and races that begin at one moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { call, type Signed, type TestApp } from '../setup/app.ts';
import { rows } from '../collection/scene.ts';

export type Answer = Awaited<ReturnType<typeof call>>;

/** An act on a period, such as `days`, as somebody. */
export const act = (kanon: TestApp, period: string, step: string, who: Signed | undefined, body?: object) =>
  call(kanon, step === '' ? 'PUT' : 'POST', `/v1/periods/${period}${step === '' ? '' : `/${step}`}`, {
    token: who?.token,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

/** The row of a period, as the owner sees it. */
export const rowOf = async (kanon: TestApp, period: string) =>
  (
    await rows(
      kanon,
      `SELECT state, opens_on::text AS opens, closes_on::text AS closes, schools_fixed_at IS NOT NULL AS fixed,
         thaw_asked_at IS NOT NULL AS "thawAsked" FROM period WHERE key = $1`,
      [period],
    )
  )[0];

/** What the log says of an act on a period, oldest first. */
export const saidOf = (kanon: TestApp, action: string, period: string) =>
  rows(
    kanon,
    `SELECT decision, object, rules FROM access_entry WHERE action = $1 AND period = $2 ORDER BY at, id`,
    [action, period],
  );

/** Holds the row of a period until all of these wait for a lock; then they go on, in an order of their own. */
export async function together(
  kanon: TestApp,
  period: string,
  acts: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const session = new Client({ connectionString: kanon.database.superUrl });
  await session.connect();
  try {
    await session.query('BEGIN');
    await session.query('SELECT FROM period WHERE key = $1 FOR UPDATE', [period]);
    const answers: Promise<Answer>[] = [];
    for (const one of acts) {
      answers.push(one());
      await waiting(kanon, answers.length);
    }
    await session.query('COMMIT');
    return await Promise.all(answers);
  } finally {
    await session.end();
  }
}

/** Waits until so many statements of this database wait for a lock. */
export async function waiting(kanon: TestApp, many: number): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(20)) {
    const found = await rows(
      kanon,
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (found.length >= many) return;
  }
  throw new Error(`fewer than ${many} wait`);
}

/** A statement as a role of the database, with the settings of an actor; what refused it, and nothing is kept. */
export async function refusalOf(
  { database }: TestApp,
  statement: string,
  {
    role,
    account = '',
    before = [] as string[],
  }: { role: string; account?: string | undefined; before?: string[] },
): Promise<string | undefined> {
  const session = new Client({ connectionString: database.serviceUrl });
  await session.connect();
  try {
    await session.query('BEGIN');
    for (const [name, value] of Object.entries({
      role: 'kanon_app',
      'kanon.tenant': '05',
      'kanon.role': role,
      'kanon.account': account,
    }))
      await session.query('SELECT set_config($1, $2, true)', [name, value]);
    for (const one of before) await session.query(one);
    const { command, rowCount } = await session.query(statement);
    return command === 'UPDATE' && rowCount === 0 ? 'no row' : undefined;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code;
  } finally {
    await session.query('ROLLBACK');
    await session.end();
  }
}
