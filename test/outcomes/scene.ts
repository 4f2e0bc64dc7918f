/** What the tests of outcomes share: offices with their bodies, what they hand in, and a period that is released. */
import { randomUUID } from 'node:crypto';
import type { BodyOutcome, Granted, Outcomes } from '../../src/rules/outcome.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_OUTCOMES_1 } from '../../src/rules/schemes/but-outcomes-1.ts';
import { OPEN_PERIOD, call, signedIn, type Signed, type TestApp } from '../setup/app.ts';
import { query } from '../setup/other-kanon.ts';

const SCHEME = 'but-outcomes/1';

/** Numbers of the benefits that are named, none of the others. */
export const grantedWith = (cells: Granted['cells'], withheld: readonly string[] = []): Granted => {
  const named = new Set([...cells.flatMap(({ benefits }) => benefits), ...withheld]);
  return { cells, none: codesOf(BUT_OUTCOMES_1).filter((code) => !named.has(code)), withheld };
};

/** One benefit alone. */
export const alone = (benefit: string, children: number, grants = children) => ({
  benefits: [benefit],
  children,
  grants,
});

export const outcomesOf = (bodies: readonly BodyOutcome[], policy = 1): Outcomes => ({
  scheme: SCHEME,
  policy,
  bodies,
});

export const placeOf = (county: string, period: string = OPEN_PERIOD): string =>
  `/v1/counties/${county}/outcomes/${period}`;

export const put = (
  kanon: TestApp,
  { token }: Signed,
  at: string,
  outcomes: unknown,
  headers: Record<string, string> = {},
) => call(kanon, 'PUT', at, { token, body: JSON.stringify(outcomes), headers });

/** A new account of a benefit office that reports for these bodies. */
export async function office(kanon: TestApp, county: string, bodies: readonly string[]): Promise<Signed> {
  const signed = await signedIn(kanon, 'benefit-office', { region: county });
  const admin = await signedIn(kanon, 'admin');
  const answer = await call(kanon, 'PUT', `/v1/accounts/${signed.actor.account ?? ''}/bodies`, {
    token: admin.token,
    body: JSON.stringify({ bodies }),
  });
  if (answer.status !== 200) throw new Error(`no bodies were given: ${answer.text}`);
  return signed;
}

/** Says behind the service's back that the period is released, as outcomes care for nothing else of that. */
export async function periodReleased({ database }: TestApp, period: string = OPEN_PERIOD): Promise<void> {
  await query(
    database.superUrl,
    `UPDATE period SET state = 'frozen', frozen_at = now(), frozen_by = $2, frozen_person = $2 WHERE key = $1 AND state = 'open'`,
    [period, randomUUID()],
  );
  await query(
    database.superUrl,
    `UPDATE period SET release_asked_at = now(), release_asked_by = $2, release_asked_person = $2, state = 'released' WHERE key = $1`,
    [period, randomUUID()],
  );
}

/** An officer releases what was handed in. */
export const release = (kanon: TestApp, { token }: Signed, period: string = OPEN_PERIOD) =>
  call(kanon, 'POST', `/v1/periods/${period}/outcomes-release`, { token });

/** What somebody reads of released outcomes. */
export const read = (
  kanon: TestApp,
  { token }: Signed,
  region: string,
  query = '',
  period: string = OPEN_PERIOD,
) =>
  call(kanon, 'GET', `/v1/regions/${region}/outcomes/${period}${query}`, {
    token,
    headers: { 'kanon-purpose': 'PLANNING' },
  });

export const rows = (kanon: TestApp, text: string, values: unknown[] = []) =>
  query(kanon.database.superUrl, text, values);
