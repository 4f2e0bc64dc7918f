/** The gate: an access and its line in the log happen together, or neither does. */
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { Act, Key } from '../../src/access/act.ts';
import { KeyParam } from '../../src/access/forms.ts';
import { Gate } from '../../src/access/gate.ts';
import { note } from '../../src/access/note.ts';
import { everywhere } from '../../src/access/place.ts';
import type { Tx } from '../../src/foundation/database/tx.ts';
import { Answer } from '../../src/foundation/http/answer.ts';
import { problems } from '../../src/foundation/problem.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { OPEN_PERIOD, REPORT, call, furnish, signedIn, type Signed, type TestApp } from '../setup/app.ts';
import { layCable, type Cable } from '../foundation/cable.ts';
import { ownerOf, startWith, type Owner } from './house.ts';
import { RELEASED_PERIOD, SOUND_RELEASE, SOUND_ROW, insertion, uuid } from './two-laender.ts';

const rename = (tx: Tx, name: string) =>
  tx.query({ text: `UPDATE school SET name = $1 WHERE number = '990001'`, values: [name] });

class OddPlace {
  @KeyParam('region') region!: RegionKey;
}

/** Handlers as no room would write them. */
@Controller('odd')
class Odd {
  @Post('works')
  @Act('reference.import', everywhere)
  async works(@Key() tx: Tx) {
    await rename(tx, 'works');
    return { done: true };
  }

  @Post('refuses')
  @Act('reference.import', everywhere)
  async refuses(@Key() tx: Tx) {
    await rename(tx, 'refuses');
    note(tx, { policy: 1 });
    throw problems.conflict({ what: { de: 'Heute nicht.', en: 'Not today.' } });
  }

  @Post('fails')
  @Act('reference.import', everywhere)
  async fails(@Key() tx: Tx) {
    await rename(tx, 'fails');
    throw new Error('child 4711 of school 990001');
  }

  @Post('breaks')
  @Act('reference.import', everywhere)
  async breaks(@Key() tx: Tx) {
    await rename(tx, 'breaks');
    await tx.query({ text: 'SELECT 1/0' });
  }

  @Post('swallows')
  @Act('reference.import', everywhere)
  async swallows(@Key() tx: Tx) {
    await rename(tx, 'swallows');
    await tx.query({ text: 'SELECT 1/0' }).catch(() => undefined);
    return { done: true };
  }

  @Get('stream')
  @Act('reference.import', everywhere)
  stream() {
    return Readable.from([Buffer.from('bytes that nobody vouches for')]);
  }

  @Get('file')
  @Act('reference.import', everywhere)
  file() {
    return new StreamableFile(Buffer.from('bytes that nobody vouches for'));
  }

  @Get('web-stream')
  @Act('reference.import', everywhere)
  webStream() {
    return new Blob(['bytes that nobody vouches for']).stream();
  }

  @Get('large')
  @Act('reference.import', everywhere)
  large() {
    return Answer.bytes(Buffer.alloc(16 * 1024 * 1024 + 1), { contentType: 'text/csv' });
  }

  @Get('scope/:region')
  @Act('summary.read', ({ path }) => path())
  scope(@Key() tx: Tx, @Param() _place: OddPlace) {
    return tx.query({
      text: `SELECT current_user AS role, actor_tenant() AS tenant, actor_role() AS actor, actor_region() AS region, actor_schools() AS schools`,
    });
  }

  @Get('nothing')
  @Act('reference.import', everywhere)
  nothing(): void {
    // null is an answer too
  }
}

describe('the gate', () => {
  let cable: Cable;
  let kanon: TestApp;
  let owner: Owner;
  let admin: Signed;
  let reporter: Signed;
  let state: Signed;

  beforeAll(async () => {
    kanon = await startWith([Odd], {
      reroute: async (url) => {
        cable = await layCable(url);
        return cable.url;
      },
    });
    await furnish(kanon);
    owner = await ownerOf(kanon);
    admin = await signedIn(kanon, 'admin');
    reporter = await signedIn(kanon, 'reporter', { schools: ['990001', '990002'] });
    state = await signedIn(kanon, 'state', { region: '05' });
    const insert = async (table: string, row: Record<string, unknown>): Promise<void> => {
      const { text, values } = insertion(table, row);
      await owner.rows(text, values);
    };
    const period = {
      scheme: 'but-counselling/1',
      policy: 1,
      k: 5,
      opens_on: '2020-01-01',
      closes_on: '2025-12-31',
    };
    await insert('period', { tenant: '05', key: RELEASED_PERIOD, ...period });
    await insert('release', { tenant: '05', id: uuid(5), period: RELEASED_PERIOD, ...SOUND_RELEASE });
    await insert('release_row', { tenant: '05', release: uuid(5), region: '05', ...SOUND_ROW });
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
    await cable.close();
  });

  const schoolName = async (): Promise<unknown> =>
    (await owner.rows(`SELECT name FROM school WHERE number = '990001'`))[0]?.['name'];

  /** Calls, and tells what the log gained. */
  async function observed(
    who: Signed,
    method: string,
    path: string,
    options: Parameters<typeof call>[3] = {},
  ) {
    const known = new Set((await owner.entriesOf(who.actor.account)).map((entry) => entry.id));
    const answer = await call(kanon, method, path, { token: who.token, ...options });
    await allAtRest();
    const entries = (await owner.entriesOf(who.actor.account)).filter((entry) => !known.has(entry.id));
    return { ...answer, entries, ends: entries.map(({ decision, rules }) => [decision, ...rules].join(' ')) };
  }

  /** A backend whose connection broke may still be at its COMMIT when the answer is here already. */
  async function allAtRest(): Promise<void> {
    for (;;) {
      const busy = await owner.rows(
        `SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
            AND application_name = $1`,
        ['kanon'],
      );
      if (busy.length === 0) return;
      await sleep(10);
    }
  }

  test('commits an allowed access and its entry in one transaction', async () => {
    const { status, body, ends } = await observed(admin, 'POST', '/odd/works');
    expect([status, body, ends, await schoolName()]).toEqual([201, { done: true }, ['allowed'], 'works']);
    const rows = await owner.rows(
      `SELECT FROM access_entry e, school s WHERE s.number = '990001' AND e.account = $1 AND e.xmin = s.xmin`,
      [admin.actor.account],
    );
    expect(rows).toHaveLength(1);
  });

  test('an entry waits for no row that another access holds, such as that of its Land', async () => {
    await owner.rows('BEGIN');
    await owner.rows(`SELECT FROM tenant FOR UPDATE`);
    const { status, ends } = await observed(admin, 'GET', '/odd/nothing');
    await owner.rows('ROLLBACK');
    expect([status, ends]).toEqual([200, ['allowed']]);
  });

  test.each([
    ['refuses', 409, 'refused conflict'],
    ['fails', 500, 'failed internal'],
    ['breaks', 500, 'failed internal'],
    ['swallows', 500, 'failed internal'],
  ])('rolls back an access that %s, and leaves one entry', async (path, wanted, end) => {
    const before = await schoolName();
    const { status, ends, text } = await observed(admin, 'POST', `/odd/${path}`);
    expect([status, ends, await schoolName()]).toEqual([wanted, [end], before]);
    expect(text).not.toMatch(/4711|990001/);
  });

  test('the database is told the scope of the actor, never the place that is asked for', async () => {
    const district = await signedIn(kanon, 'district', { region: '051' });
    const headers = { 'kanon-purpose': 'AUDIT' };
    const asked = await observed(district, 'GET', '/odd/scope/05111?region=05&tenant=09', { headers });
    expect([asked.status, asked.entries[0]]).toEqual([400, expect.objectContaining({ region: '05111' })]);
    const { body, entries } = await observed(district, 'GET', '/odd/scope/05111', { headers });
    expect(body).toEqual([
      { role: 'kanon_app', tenant: '05', actor: 'district', region: '051', schools: [] },
    ]);
    expect(entries[0]).toMatchObject({ region: '05111', scope: '051', tenant: '05' });
  });

  test('an entry of a refusal names what the handler had learned by then', async () => {
    const { entries } = await observed(admin, 'POST', '/odd/refuses');
    expect(entries[0]).toMatchObject({ policy: 1, decision: 'refused' });
  });

  test.each(['stream', 'file', 'web-stream'])(
    'lets no %s out, for nobody could vouch for its bytes',
    async (path) => {
      const { status, text, ends } = await observed(admin, 'GET', `/odd/${path}`);
      expect([status, ends]).toEqual([500, ['failed internal']]);
      expect(text).not.toMatch(/vouch|bytes|stream/i);
    },
  );

  test('an answer above 16 MiB is refused as a failure of ours', async () => {
    const { status, body, ends } = await observed(admin, 'GET', '/odd/large');
    expect([status, body.type, ends]).toEqual([
      500,
      'urn:kanon:problem:answer-too-large',
      ['failed internal'],
    ]);
  });

  test('a handler that returns nothing answers null', async () => {
    const { status, text, ends } = await observed(admin, 'GET', '/odd/nothing');
    expect([status, text, ends]).toEqual([200, 'null', ['allowed']]);
  });

  describe('a summary', () => {
    const path = `/v1/regions/05/summaries/${RELEASED_PERIOD}`;
    const purpose = { 'kanon-purpose': 'GRANT_REVIEW' };

    test('is refused without a purpose, or with one that is no code, and that is recorded', async () => {
      for (const headers of [{}, { 'kanon-purpose': 'curiosity' }, { 'kanon-purpose': 'planning' }]) {
        const { status, body, ends, text } = await observed(state, 'GET', path, { headers });
        expect([status, body.type, ends]).toEqual([
          400,
          'urn:kanon:problem:purpose-missing',
          ['refused purpose-missing'],
        ]);
        expect(text).not.toContain('curiosity');
      }
    });

    test('is recorded with purpose, region, release, role and token', async () => {
      const { status, entries } = await observed(state, 'GET', path, { headers: purpose });
      expect(status).toBe(200);
      expect(entries).toHaveLength(1);
      expect(entries[0]).toMatchObject({
        decision: 'allowed',
        action: 'summary.read',
        purpose: 'GRANT_REVIEW',
        region: '05',
        period: RELEASED_PERIOD,
        release: uuid(5),
        release_version: 1,
        policy: 1,
        role: 'state',
        scope: '05',
        office: state.actor.office,
      });
      expect(entries[0]?.['token']).toMatch(/^[0-9a-f-]{36}$/);
    });

    test('that the reader holds already is answered 304 without a body, and is an entry all the same', async () => {
      const first = await observed(state, 'GET', path, { headers: purpose });
      const etag = first.headers.get('etag') ?? '';
      const again = await observed(state, 'GET', path, { headers: { ...purpose, 'if-none-match': etag } });
      expect([again.status, again.text, again.ends, again.headers.get('etag')]).toEqual([
        304,
        '',
        ['allowed'],
        etag,
      ]);
      const other = await observed(state, 'GET', path, {
        headers: { ...purpose, 'if-none-match': '"other"' },
      });
      expect([other.status, other.text]).toEqual([200, first.text]);
    });

    test('asked for with HEAD is an entry too, and shows no body', async () => {
      const { status, text, ends } = await observed(state, 'HEAD', path, { headers: purpose });
      expect([status, text, ends]).toEqual([200, '', ['allowed']]);
    });
  });

  test('no entry holds a count: a planted number is in none', async () => {
    const planted = 987_613;
    // Where the roll is unknown so many pupils are no question.
    await owner.rows('UPDATE school SET roll = NULL');
    await owner.rows('UPDATE period_school SET roll = NULL');
    const report = {
      ...REPORT,
      cells: REPORT.cells.map((cell) => ({ ...cell, pupils: planted, consultations: planted })),
    };
    const place = `/v1/schools/990001/reports/${OPEN_PERIOD}`;
    const put = await observed(reporter, 'PUT', place, { body: JSON.stringify(report) });
    const dry = await observed(reporter, 'PUT', `${place}?dryRun=true`, { body: JSON.stringify(report) });
    const low = {
      ...report,
      cells: report.cells.map((cell) => ({ ...cell, pupils: 3, consultations: planted })),
    };
    const refused = await observed(reporter, 'PUT', place, { body: JSON.stringify(low) });
    const read = await observed(reporter, 'GET', place);
    expect([put.status, dry.status, refused.status, read.status]).toEqual([201, 200, 422, 200]);
    expect(read.text).toContain(String(planted));
    const entries = [put, dry, refused, read].flatMap((answer) => answer.entries);
    expect(entries.map((entry) => entry.decision)).toEqual(['allowed', 'allowed', 'refused', 'allowed']);
    expect(entries.map((entry) => entry['dry_run'])).toEqual([false, true, false, false]);
    expect(JSON.stringify(await owner.rows('SELECT * FROM access_entry'))).not.toContain(String(planted));
    expect(refused.text).not.toContain(String(planted));
    for (const { benefits } of REPORT.cells) expect(JSON.stringify(entries)).not.toContain(benefits[0]);
  });

  test('an address that spells no place is refused by what spells none, and recorded without it', async () => {
    for (const [path, part] of [
      ['/v1/schools/99000x/reports/2026-Q1', 'school'],
      ['/v1/schools/990001/reports/Kevin', 'period'],
    ] as const) {
      const { status, text, entries, ends } = await observed(reporter, 'GET', path);
      expect([status, ends]).toEqual([400, [`refused ${part}`]]);
      expect(text).not.toMatch(/99000x|Kevin/);
      expect(JSON.stringify(entries)).not.toMatch(/99000x|Kevin/);
    }
  });

  describe('when the log cannot be written', () => {
    beforeAll(() => owner.rows('ALTER TABLE access_entry RENAME TO access_entry_gone'));
    afterAll(() => owner.rows('ALTER TABLE access_entry_gone RENAME TO access_entry'));

    test.each([
      ['a change', 'POST', '/odd/works'],
      ['a refusal', 'POST', '/odd/refuses'],
      ['a failure', 'POST', '/odd/fails'],
      ['a read', 'GET', '/odd/nothing'],
    ])('%s is answered 503, and nothing is stored', async (_, method, path) => {
      await owner.rows(`UPDATE school SET name = 'before' WHERE number = '990001'`);
      const { status, headers, body } = await call(kanon, method, path, { token: admin.token });
      expect([status, body.type, headers.get('retry-after')]).toEqual([
        503,
        'urn:kanon:problem:unavailable',
        '5',
      ]);
      expect(await schoolName()).toBe('before');
    });

    test('a summary shows no figure and a report no count', async () => {
      const summary = await call(kanon, 'GET', `/v1/regions/05/summaries/${RELEASED_PERIOD}`, {
        token: state.token,
        headers: { 'kanon-purpose': 'PLANNING' },
      });
      const report = await call(kanon, 'GET', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
        token: reporter.token,
      });
      for (const { status, text, headers } of [summary, report]) {
        expect([status, headers.get('etag')]).toEqual([503, null]);
        expect(text).not.toMatch(/rows|stored":|pupils|cells/);
      }
    });

    test('a refused role is told 503 as well: a refusal that is not recorded did not happen', async () => {
      const { status } = await call(kanon, 'POST', '/odd/works', { token: reporter.token });
      expect(status).toBe(503);
    });

    test('nobody gets a token', async () => {
      const { status, text } = await call(kanon, 'POST', '/v1/sessions', {
        body: JSON.stringify({ account: 'nobody-at-all', password: 'wrong' }),
      });
      expect([status, text.includes('access_token')]).toEqual([503, false]);
    });
  });

  describe('when the connection breaks during COMMIT', () => {
    test.each([
      ['before it arrived', 'before', []],
      ['after it arrived', 'after', ['allowed']],
    ] as const)(
      '%s, the outcome is called unknown, and nothing is recorded as refused',
      async (_, mishap, ends) => {
        await owner.rows(`UPDATE school SET name = 'before' WHERE number = '990001'`);
        const broken = cable.broken;
        cable.breakAtCommit(mishap, 'entry-append');
        const answer = await observed(admin, 'POST', '/odd/works');
        expect([answer.status, answer.body.type]).toEqual([503, 'urn:kanon:problem:outcome-unknown']);
        expect(cable.broken).toBe(broken + 1);
        expect([answer.ends, await schoolName()]).toEqual([ends, mishap === 'after' ? 'works' : 'before']);
      },
    );

    test('a read shows nothing either, whether its entry arrived or not', async () => {
      for (const mishap of ['before', 'after'] as const) {
        cable.breakAtCommit(mishap, 'entry-append');
        const { status, text } = await call(kanon, 'GET', `/v1/schools/990001/reports/${OPEN_PERIOD}`, {
          token: reporter.token,
        });
        expect([status, /pupils|cells/.test(text)]).toEqual([503, false]);
      }
    });

    test('the entry comes before the answer: while COMMIT is on its way, no byte leaves', async () => {
      cable.breakAtCommit('slow', 'entry-append');
      const begun = performance.now();
      const { status, ends } = await observed(admin, 'GET', '/odd/nothing');
      expect([status, ends]).toEqual([200, ['allowed']]);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(95);
    });
  });

  test('without a connection every recorded access and every sign-in is 503, and it all works again afterwards', async () => {
    cable.pull();
    try {
      for (const [method, path, token] of [
        ['GET', '/odd/nothing', admin.token],
        ['POST', '/odd/works', admin.token],
        ['POST', '/odd/works', reporter.token],
        ['GET', `/v1/schools/990001/reports/${OPEN_PERIOD}`, reporter.token],
      ] as const) {
        const { status, body } = await call(kanon, method, path, { token });
        expect([path, status, body.type]).toEqual([path, 503, 'urn:kanon:problem:unavailable']);
      }
      const { status } = await call(kanon, 'POST', '/v1/sessions', {
        body: JSON.stringify({ account: 'a', password: 'b' }),
      });
      expect(status).toBe(503);
    } finally {
      cable.plugIn();
    }
    const { status, ends } = await observed(admin, 'GET', '/odd/nothing');
    expect([status, ends]).toEqual([200, ['allowed']]);
  });

  test('what works outside HTTP passes the same gate: an actor without the right gets no key', async () => {
    let opened = false;
    const passing = kanon.app
      .get(Gate)
      .pass({ actor: reporter.actor, act: 'log.read', place: everywhere }, async () => {
        opened = true;
      });
    await expect(passing).rejects.toMatchObject({ code: 'not-allowed' });
    expect(opened).toBe(false);
  });
});
