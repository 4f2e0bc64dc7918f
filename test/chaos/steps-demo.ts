/** What a whole demo holds, so that one that was broken off can be held against one that was not. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { query } from '../setup/other-kanon.ts';

/** Everything of a demo but what is random in it: ids, times, passwords. */
const FACTS = {
  schools: 'SELECT number, name, type, region, roll FROM school ORDER BY 1',
  periods: 'SELECT key, state, opens_on::text, closes_on::text FROM period ORDER BY 1',
  accounts: `SELECT a.name, a.role, a.region, array_agg(s.school ORDER BY 1) AS schools FROM account a
    LEFT JOIN account_school s ON s.account = a.id GROUP BY a.name, a.role, a.region ORDER BY 1`,
  reports: 'SELECT period, school, cells, pupils, consultations, "none", withheld FROM report ORDER BY 1, 2',
  revisions: 'SELECT max(revision_number) FROM report',
  releases: 'SELECT period, version, hidden_cells FROM release ORDER BY 1, 2',
  rows: 'SELECT region, school_type, schools_expected, schools_reported, pending, consultations, pupils FROM release_row ORDER BY 1, 2',
  certificates: 'SELECT count(*) FROM release_certificate',
  sources: 'SELECT count(*) FROM release_source',
  mark: 'SELECT begun_on::text, done_at IS NOT NULL FROM demo',
} as const;

export type DemoFacts = Record<keyof typeof FACTS, string>;

/** A digest of each kind of fact; equal digests, equal demos. */
export async function demoFacts(ownerUrl: string): Promise<DemoFacts> {
  const facts = {} as DemoFacts;
  for (const [name, text] of Object.entries(FACTS)) {
    const rows = await query(ownerUrl, text);
    facts[name as keyof DemoFacts] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  }
  return facts;
}

/** Status of signing in with each kept password. */
export async function signIns(url: string, data: string): Promise<number[]> {
  const kept = JSON.parse(await readFile(join(data, 'demo-accounts.json'), 'utf8')) as {
    account: string;
    password: string;
  }[];
  return Promise.all(
    kept.map(async ({ account, password }) => {
      const answer = await fetch(`${url}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ account, password }),
      });
      return answer.status;
    }),
  );
}
