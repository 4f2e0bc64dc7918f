/**
 * The process is killed at named steps, started again, and is whole with nothing done by hand. Four of them here; all
 * but ELSEWHERE with `KANON_TEST_STEPS=all npm test -- test/chaos/steps`, or those with one name of KANON_TEST_STEPS=demo.
 */
import { asDemo } from '../setup/factors.ts';
import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/embedded/postgres.ts';
import { findRunning } from '../../src/embedded/running.ts';
import { kanon } from '../cli/run-kanon.ts';
import { freshDatabase } from '../setup/database.ts';
import { query } from '../setup/other-kanon.ts';
import { answering, launch } from '../setup/service.ts';
import { OLDER, type Older, restore } from '../upgrade/older.ts';
import { type DemoFacts, demoFacts, signIns } from './steps-demo.ts';
import { faultsIn, Gone, importSchools, numbered, type Passwords, reopenLog, work } from './steps-work.ts';
import { killedAt, namesOfSteps, type Place, placeFor, startAgain, stop, unfinishedIn } from './steps.ts';

/** Which run comes by a step; whoever names a new kind of step says it here, or the test of all steps goes red. */
const RUNS = {
  first: /^(embedded|start|migrate|file|key|keys)\./,
  demo: /^demo\./,
  work: /^(import|account|report|period|correction|release|log|retention)\./,
} as const;
type Run = keyof typeof RUNS;

/** Tried without being asked for, so that the suite stays short; a demo, made three times over, is not among them. */
const SOME: Record<Run, readonly string[]> = {
  first: ['embedded.renamed', 'file.placed@3', 'migrate.one@12'],
  demo: [],
  work: ['correction.opened'],
};
/** Steps that are met several times, and the times that are tried when all are. */
const OFTEN: Readonly<Record<string, readonly number[]>> = {
  'migrate.one': [1, 5, 9, 12, 17, 20],
  'demo.report': [1, 60, 200, 500],
  'file.opened': [1, 2, 3, 4],
  'file.written': [1, 2, 3, 4],
  'file.synced': [1, 2, 3, 4],
  'file.placed': [1, 2, 3, 4],
  'file.folder-synced': [1, 2, 3, 4],
};
/**
 * No run here comes by these. The first is met where an older version left an empty key, and has a test of its own below;
 * at the others test/audit/killed-retention kills, since retention looks for what has expired once an hour.
 */
const ELSEWHERE = ['key.set-aside', 'retention.erased', 'retention.done'];

const wanted = process.env['KANON_TEST_STEPS'];
const names = namesOfSteps().filter((name) => !ELSEWHERE.includes(name));
const stepsOf = (run: Run): string[] =>
  wanted === undefined
    ? [...SOME[run]]
    : names
        .filter((name) => RUNS[run].test(name) && (wanted === 'all' || name.startsWith(wanted)))
        .flatMap((name) => (OFTEN[name] ?? [1]).map((time) => (time === 1 ? name : `${name}@${time}`)));
const each = (run: Run): string[] => (stepsOf(run).length > 0 ? stepsOf(run) : ['none']);
/** What a run needs is made only where it has steps. */
const describeRun = (run: Run): typeof describe.skip => (stepsOf(run).length > 0 ? describe : describe.skip);

const met: string[] = [];
const missed: string[] = [];

test('every step of the program belongs to a run', () => {
  const homeless = names.filter((name) => !Object.values(RUNS).some((run) => run.test(name)));
  expect(homeless).toEqual([]);
  for (const step of Object.values(SOME).flat()) expect(names).toContain(step.replace(/@\d+$/, ''));
});

describeRun('first')('the first start of all, killed', () => {
  test.each(each('first'))('at %s, is whole when it starts again', async (step) => {
    const place = await placeFor({ KANON_DEMO: 'off' });
    try {
      ((await killedAt(step, place)) ? met : missed).push(step);
      const again = await startAgain(place);
      try {
        expect((await fetch(`${again.url}/health/ready`)).status).toBe(200);
        expect(unfinishedIn(place.data)).toEqual([]);
        const running = await findRunning(`${place.data}/postgres`);
        expect(await query(running!.ownerUrl, 'SELECT count(*)::int AS n FROM policy')).toEqual([{ n: 2 }]);
      } finally {
        await stop(again);
      }
    } finally {
      await place.end();
    }
  });
});

const endsOfKeys = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('signing-key'));

/** Tried with all steps, or by its name. */
const describeKey =
  wanted === 'all' || 'key.set-aside'.startsWith(wanted ?? 'none') ? describe : describe.skip;
describeKey('a first start that finds an empty signing key', () => {
  test('killed at key.set-aside, has a key when it starts again', async () => {
    const database = await freshDatabase();
    const place = await placeFor(envOf(database, 'off'));
    try {
      await writeFile(join(place.data, 'signing-key.pem'), '', { mode: 0o600 });
      expect(await killedAt('key.set-aside', place)).toBe(true);
      expect(endsOfKeys(place.data)).toHaveLength(1);
      const again = await startAgain(place);
      try {
        expect((await fetch(`${again.url}/health/ready`)).status).toBe(200);
        const { keys } = (await (await fetch(`${again.url}/.well-known/jwks.json`)).json()) as {
          keys: unknown[];
        };
        expect(keys).toHaveLength(3);
        expect(endsOfKeys(place.data)).toEqual([]);
        expect(unfinishedIn(place.data)).toEqual([]);
      } finally {
        await stop(again);
      }
    } finally {
      await place.end();
      await database.drop();
    }
  });
});

const envOf = (database: DatabaseUrls, demo: 'on' | 'off'): Record<string, string> => ({
  DATABASE_URL: database.serviceUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  KANON_DEMO: demo,
  KANON_POOL: '6',
});

describeRun('demo')('a demo on a server of its own', () => {
  let whole: DemoFacts;

  beforeAll(async () => {
    const database = await freshDatabase();
    const place = await placeFor(envOf(database, 'on'));
    await stop(await answering(await launch(place.env), 400));
    whole = await demoFacts(database.ownerUrl);
    await place.end();
    await database.drop();
  }, 420_000);

  test.each(each('demo'))('a demo, killed at %s, is the same as one that was not', async (step) => {
    const database = await freshDatabase();
    const place = await placeFor(envOf(database, 'on'));
    try {
      ((await killedAt(step, place)) ? met : missed).push(step);
      const again = await startAgain(place);
      try {
        expect(new Set(await signIns(again.url, place.data))).toEqual(new Set([201]));
      } finally {
        await stop(again);
      }
      const facts = await demoFacts(database.ownerUrl);
      expect({ ...facts, accounts: whole.accounts }).toEqual(whole);
      expect(unfinishedIn(place.data)).toEqual([]);
    } finally {
      await place.end();
      await database.drop();
    }
  });
});

describeRun('work')('a year of work', () => {
  let base: Older;
  let passwords: Passwords;

  beforeAll(async () => {
    base = await restore(OLDER.at(-1) ?? '');
    const env = { ...envOf(base, 'off'), KANON_DATA: base.data };
    const made = await kanon(
      [
        'account',
        'verwaltung-2',
        '--role',
        'admin',
        '--office',
        'Erfundenes Amt',
        '--reason',
        'Für einen Versuch.',
      ],
      env,
    );
    // The demo of that version bore no mark yet, and nobody here has a second factor.
    await asDemo({ database: base, settings: { tenant: '05' } });
    const kept = JSON.parse(await readFile(`${base.data}/demo-accounts.json`, 'utf8')) as {
      account: string;
      password: string;
    }[];
    passwords = {
      ...Object.fromEntries(kept.map(({ account, password }) => [account, password])),
      'verwaltung-2': made.out.trim().split(/\s+/).at(-1) ?? '',
    };
  }, 180_000);
  afterAll(async () => {
    await base.drop();
    await rm(base.data, { recursive: true, force: true });
  });

  /** Every act of a year, killed once at the step, gone on with after the next start. */
  async function goOn(step: string, place: Place, database: DatabaseUrls): Promise<void> {
    let stopAt: string | undefined = step;
    if (await importSchools(place, stopAt)) await importSchools(place);
    else {
      met.push(step);
      stopAt = undefined;
      await importSchools(place);
    }
    for (let starts = 0; starts < 3; starts += 1) {
      const service = await answering(
        await launch({ ...place.env, ...(stopAt ? { KANON_TEST_STOP_AT: `kill:${stopAt}` } : {}) }),
        90,
      ).catch((error: unknown) => {
        if (stopAt && String(error).includes(`step ${stopAt}`)) return undefined;
        throw error;
      });
      try {
        if (service) {
          await work(service.url, database.ownerUrl, passwords);
          await reopenLog(service.url, database.ownerUrl, passwords);
          await numbered(database.ownerUrl);
          if (stopAt) missed.push(step);
          return;
        }
      } catch (error) {
        if (!(error instanceof Gone) || !stopAt) throw error;
        await service!.ended;
        if (service!.process.signalCode !== 'SIGKILL') throw error;
      } finally {
        if (service) await stop(service);
      }
      if (stopAt) met.push(step);
      stopAt = undefined;
    }
    throw new Error('it was not finished after three starts');
  }

  test.each(each('work'))('a year, killed at %s, is finished after the next start', async (step) => {
    const database = await freshDatabase(base);
    const copy = await placeFor(envOf(database, 'off'), base.data);
    try {
      // A log whose key is gone is not signed any more, so that two persons may open a new one; and it is declared.
      await rm(`${copy.data}/log-key-05-1`);
      const { err } = await kanon(['log', 'status'], copy.env);
      const [, declared = ''] = /KANON_NEW_KEYS=([0-9a-f]{16})/.exec(err) ?? [];
      const place = { ...copy, env: { ...copy.env, KANON_NEW_KEYS: declared } };
      await goOn(step, place, database);
      expect(await faultsIn(database.ownerUrl)).toEqual([]);
      expect((await kanon(['log', 'status'], place.env)).out).toContain('signs    ja');
      expect(unfinishedIn(place.data)).toEqual([]);
    } finally {
      await copy.end();
      await database.drop();
    }
  });
});

test('every step that was asked for was met', () => {
  process.stdout.write(`killed at ${met.length} steps: ${met.join(' ')}\n`);
  expect(missed).toEqual([]);
});
