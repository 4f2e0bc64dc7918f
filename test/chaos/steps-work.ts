/** A year of work in a minute: import, report, freeze, release, opening, correction, and a new log; each act may be done again. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEMO_SCHEME } from '../../src/demo/demo-scheme.ts';
import { inventReport } from '../../src/demo/invented-reports.ts';
import { seeded } from '../../src/demo/simulation.ts';
import { kanon } from '../cli/run-kanon.ts';
import { SCHOOL_HEADER, schoolLine } from '../reference/lists.ts';
import { query } from '../setup/other-kanon.ts';
import { pause } from '../setup/service.ts';
import type { Place } from './steps.ts';

/** By account. */
export type Passwords = Readonly<Record<string, string>>;

/** The service went away, or said that it cannot just now: the act is done again after the next start. */
export class Gone extends Error {
  override name = 'Gone';
}

/** One who is signed in. */
async function signedIn(url: string, account: string, passwords: Passwords) {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: any; etag: string | null }> => {
    const answer = await fetch(url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new Gone('no answer', { cause });
    });
    const text = await answer.text().catch((cause: unknown) => {
      throw new Gone('half an answer', { cause });
    });
    if (answer.status >= 500) throw new Gone(`${method} ${path}: ${answer.status} ${text}`);
    return {
      status: answer.status,
      body: text.startsWith('{') ? JSON.parse(text) : text,
      etag: answer.headers.get('etag'),
    };
  };
  const { body } = await ask('POST', '/v1/sessions', { account, password: passwords[account] });
  const token = { authorization: `Bearer ${body.access_token}` };
  return (method: string, path: string, content?: unknown, more: Record<string, string> = {}) =>
    ask(method, path, content, { ...token, ...more });
}

/** Two invented schools and one that gets another roll; a school is never there twice. */
export async function importSchools(place: Place, stopAt?: string): Promise<boolean> {
  const file = join(place.data, 'schools.csv');
  const lines = [SCHOOL_HEADER, schoolLine('990801', '05111000'), schoolLine('990802', '05111000', '250')];
  await writeFile(file, `${lines.join('\n')}\n`);
  const { code, err } = await kanon(['import', 'schools', file], {
    ...place.env,
    ...(stopAt === undefined ? {} : { KANON_TEST_STOP_AT: `kill:${stopAt}` }),
  });
  if (err.includes(`step ${stopAt ?? ''}\n`)) return false;
  if (code !== 0) throw new Error(`the import ended with ${code}: ${err}`);
  return true;
}

/** Everything through the service that can be done in the demo; throws Gone where it goes away meanwhile. */
export async function work(url: string, ownerUrl: string, passwords: Passwords): Promise<void> {
  const state = async (period: string) =>
    (
      await query(
        ownerUrl,
        'SELECT state, release_asked_at IS NOT NULL AS asked FROM period WHERE key = $1',
        [period],
      )
    )[0] as {
      state: string;
      asked: boolean;
    };
  const [before, now] = (await query(ownerUrl, 'SELECT key FROM period ORDER BY key')).map((row) =>
    String(row['key']),
  );
  if (!before || !now) throw new Error('the demo has two periods');

  const reporter = await signedIn(url, 'meldung', passwords);
  const [own] = (
    await query(
      ownerUrl,
      `SELECT min(school) AS school FROM account_school s JOIN account a ON a.id = s.account WHERE a.name = 'meldung'`,
    )
  ).map((row) => String(row['school']));
  const put = async (period: string, seed: number): Promise<void> => {
    const path = `/v1/schools/${own}/reports/${period}`;
    const { report } = inventReport(seeded(seed), 12, DEMO_SCHEME);
    const stored = await reporter('GET', path);
    const ifMatch: Record<string, string> = stored.etag ? { 'if-match': stored.etag } : {};
    let answer = await reporter('PUT', path, report, ifMatch);
    if (answer.body.confirm)
      answer = await reporter('PUT', path, report, { ...ifMatch, 'kanon-confirm': answer.body.confirm });
    if (answer.status >= 300)
      throw new Error(`the report was not taken: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  const first = await signedIn(url, 'geheimhaltung-1', passwords);
  const second = await signedIn(url, 'geheimhaltung-2', passwords);
  const release = async (period: string): Promise<void> => {
    if ((await state(period)).state === 'open')
      await first('POST', `/v1/periods/${period}/freeze`, { confirm: ['not-over', 'incomplete'] });
    for (let second_ = 0; second_ < 90; second_ += 1) {
      const { state: is, asked } = await state(period);
      if (is === 'released') return;
      if (is === 'frozen' && !asked) await second('POST', `/v1/periods/${period}/release`);
      await pause(500);
      // Whether it is still there.
      await first('GET', `/v1/periods/${period}/state`);
    }
    throw new Error(`${period} is not released`);
  };

  if ((await state(now)).state === 'open') await put(now, 7);
  await release(now);
  const opened = await query(
    ownerUrl,
    `SELECT 1 FROM access_entry WHERE action = 'period.reopen' AND decision = 'allowed'`,
  );
  if (opened.length === 0) await first('POST', `/v1/periods/${before}/corrections`, { until: '2099-12-31' });
  if ((await state(before)).state === 'open') await put(before, 11);
  await release(before);
}

/** Two administrators want a new log; done where it has begun. */
export async function reopenLog(url: string, ownerUrl: string, passwords: Passwords): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    const [row] = await query(ownerUrl, 'SELECT max(number) AS tree FROM log_tree');
    if (Number(row?.['tree']) > 1) return;
    if (seconds % 10 === 0)
      for (const account of ['verwaltung', 'verwaltung-2'])
        await (
          await signedIn(url, account, passwords)
        )('POST', '/v1/access-log/reopening');
    await pause(1000);
    await signedIn(url, 'revision', passwords);
  }
  throw new Error('no new log has begun');
}

/** Waits until every entry has its number; the service must run. */
export async function numbered(ownerUrl: string): Promise<void> {
  for (let waited = 0; waited < 300; waited += 1) {
    const [row] = await query(ownerUrl, 'SELECT count(*)::int AS n FROM log_pending');
    if (row?.['n'] === 0) return;
    await pause(100);
  }
  throw new Error('entries wait for their number');
}

/** What must hold when all of it was done, however often it was broken off; empty where it does. */
export async function faultsIn(ownerUrl: string): Promise<string[]> {
  const none: Record<string, string> = {
    'an entry has no number': `SELECT e.id FROM access_entry e WHERE NOT EXISTS (SELECT FROM log_node n WHERE n.level = 0 AND n.entry = e.id)`,
    'an entry has two numbers': `SELECT entry FROM log_node WHERE level = 0 AND entry IS NOT NULL GROUP BY entry HAVING count(*) > 1`,
    'a tree lacks a leaf': `SELECT t.number FROM log_tree t WHERE t.size <> (SELECT count(*) FROM log_node n WHERE n.tree = t.number AND n.level = 0)`,
    'a period waits': `SELECT key FROM period WHERE state <> 'released' OR release_failure NOT IN ('corrections-kept')`,
    'a release has no certificate': `SELECT id FROM release r WHERE NOT EXISTS (SELECT FROM release_certificate c WHERE c.release = r.id)`,
    'a release has no source': `SELECT id FROM release r WHERE NOT EXISTS (SELECT FROM release_source s WHERE s.release = r.id)`,
    'a release has no rows': `SELECT id FROM release r WHERE NOT EXISTS (SELECT FROM release_row w WHERE w.release = r.id)`,
    'a period was released twice for one request': `SELECT period FROM release GROUP BY period HAVING count(*) > 1`,
    'an imported school is not there once': `SELECT 1 WHERE 2 <> (SELECT count(*) FROM school WHERE number IN ('990801', '990802'))`,
  };
  const faults: string[] = [];
  for (const [fault, text] of Object.entries(none)) {
    const rows = await query(ownerUrl, text);
    if (rows.length > 0) faults.push(`${fault}: ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return faults;
}
