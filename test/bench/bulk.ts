/** Many reports in one request beside the least that could be done: the same rules, and their rows by COPY without anything around them. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { Gate } from '../../src/access/gate.ts';
import { everywhere } from '../../src/access/place.ts';
import { createApplication } from '../../src/application.ts';
import { ReportImport } from '../../src/collection/report-import.ts';
import { inventReports } from '../../src/demo/invented-reports.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { Accounts } from '../../src/identity/accounts.ts';
import { Reference, type School } from '../../src/reference/reference.ts';
import { check } from '../../src/rules/check.ts';
import { isRefused } from '../../src/rules/finding.ts';
import { periodKey } from '../../src/rules/period.ts';
import { NEWEST_POLICY } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { valuesOfReport } from '../../src/rules/report-row.ts';
import { readReports } from '../../src/rules/reports-file.ts';
import type { SchoolNumber } from '../../src/rules/school.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import type { Options } from './options.ts';
import { openScene, type Scene } from './scene.ts';
import { inWords, markdownTable, spreadOf } from './statistics.ts';

/** As many as North Rhine-Westphalia has. */
const SCHOOLS = 5407;
/** A token names the schools of its account, and a header holds a thousand or so: no provider has them all. */
const FILES = 6;
const ROLL = 400;
const ROWS = 100_000;
/** Asked for: the speed of the least, and the memory of a large file. */
const GOAL = { ratio: 0.5, megabytes: 400 };

const execute = promisify(execFile);

/** --rounds, each into a period of its own; --seed. */
export async function bulk({ rounds, seed }: Options): Promise<string[]> {
  const scene = await openScene();
  const app = await createApplication(readSettings(scene.env));
  await app.init();
  try {
    const admin = { tenant: '05', role: 'admin', system: 'bench', schools: [] } as const;
    const schools = Array.from({ length: SCHOOLS }, (_, n) => schoolOf(n));
    await app.get(Reference).putSchools(admin, schools);
    const parts = Array.from({ length: FILES }, (_, part) =>
      schools.filter((_school, at) => at % FILES === part),
    );
    const providers = await app.get(Accounts).create(
      admin,
      parts.map((part, n) => ({
        name: `provider-${n}`,
        office: `Erfundener Träger ${n}`,
        role: 'provider' as const,
        schools: part.map(({ number }) => number),
      })),
    );
    const given = new Map(
      inventReports(schools, seed, { pupils: 8, scheme: BUT_COUNSELLING_1 }).map(
        ({ report }, at) => [schools[at]!.number, report] as const,
      ),
    );
    const times: { readonly ours: number; readonly least: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const period = periodKey(`${2040 + round}-Q1`);
      await app.get(Reference).openPeriod(admin, {
        ...{ key: period, scheme: BUT_COUNSELLING_1, policy: NEWEST_POLICY.number },
        ...{ opensOn: '2020-01-01', closesOn: '2090-01-01' },
      });
      const files = parts.map((part) =>
        new TextEncoder().encode(
          part
            .map(({ number }) => `${JSON.stringify({ school: number, period, report: given.get(number) })}\n`)
            .join(''),
        ),
      );
      let begin = performance.now();
      for (const [n, actor] of providers.entries()) {
        const outcomes = await app
          .get(Gate)
          .pass({ actor, act: 'report.import', place: everywhere }, (tx) =>
            app
              .get(ReportImport)
              .take(tx, actor, readReports(files[n]!).reports, { dryRun: false, atomic: true }),
          );
        if (outcomes.some(({ put, receipt }) => put?.outcome !== 'stored' || !receipt))
          throw new Error('not all was stored');
      }
      const ours = performance.now() - begin;
      begin = performance.now();
      for (const file of files) await leastThatCouldBeDone(scene, file, period);
      times.push({ ours, least: performance.now() - begin });
    }
    const ratio = spreadOf(times.map(({ ours, least }) => least / ours));
    const memory = await peakOfLargeFile();
    const met = (is: boolean): string => (is ? '' : ': missed');
    return [
      ...markdownTable(
        ['work', 'Kanon, ms', 'rules and COPY, ms', 'ratio', 'asked for'],
        [
          [
            `${SCHOOLS} reports in ${FILES} files`,
            inWords(spreadOf(times.map(({ ours }) => ours)), 0),
            inWords(spreadOf(times.map(({ least }) => least)), 0),
            inWords(ratio, 2),
            `at least ${GOAL.ratio}${met(ratio.median >= GOAL.ratio)}`,
          ],
        ],
      ),
      '',
      `Reading a CSV of ${ROWS} lines: at most ${memory} MB in a process of its own (asked for: ${GOAL.megabytes}${met(memory <= GOAL.megabytes)}).`,
    ];
  } finally {
    await app.close();
    await scene.end();
  }
}

const schoolOf = (n: number): School => ({
  number: String(200_000 + n) as SchoolNumber,
  name: `Erfundene Schule ${n}`,
  type: 'Grundschule',
  region: '05111' as RegionKey,
  roll: ROLL,
  validFrom: '2000-08-01',
  validTo: null,
});

/** The file read, the rules run, and rows of the same form into a table without index, policy, receipt or log. */
async function leastThatCouldBeDone(
  { database, folder }: Scene,
  file: Uint8Array,
  period: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: database.superUrl });
  await client.connect();
  try {
    const context = { scheme: BUT_COUNSELLING_1, policy: NEWEST_POLICY, roll: ROLL, window: 'open' as const };
    const lines = readReports(file).reports.map(({ school, report }) => {
      if (isRefused(check(report, context))) throw new Error('an invented report was refused');
      const cells = valuesOfReport(report).map((value) =>
        Array.isArray(value) ? `{${value.join(',')}}` : String(value),
      );
      return ['05', period, school, ...cells].join('\t');
    });
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE bare (tenant text, period text, school text, scheme text, policy int, cells text[], pupils int[],
         consultations int[], "none" text[], withheld text[]) ON COMMIT DROP`,
    );
    // The server reads the file itself, so that no driver stands between.
    const copied = join(folder, 'bare.txt');
    await writeFile(copied, `${lines.join('\n')}\n`, { mode: 0o644 });
    await client.query(`COPY bare FROM '${copied}'`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Megabytes of a process that makes and reads such a file, and does nothing else. */
async function peakOfLargeFile(): Promise<number> {
  const { stdout } = await execute(process.execPath, [fileURLToPath(new URL('./bulk-once.mjs', import.meta.url)), String(ROWS)]); // prettier-ignore
  return Number(stdout);
}
