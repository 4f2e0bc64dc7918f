/** Lists over HTTP: all or nothing, a dry run, every fault by its line, and nobody but the administration. */
import { UPLOADED_BYTES } from '../../src/reference/uploaded-bytes.ts';
import { ownerOf, type Owner } from '../access/house.ts';
import { call, furnish, signedIn, startApp, type TestApp } from '../setup/app.ts';
import { bytesOf, listOf, REGION_HEADER, regionLine, SCHOOL_HEADER, schoolLine } from './lists.ts';

describe('/v1/imports', () => {
  let kanon: TestApp;
  let owner: Owner;
  let token: string;
  beforeAll(async () => {
    kanon = await startApp();
    await furnish(kanon);
    owner = await ownerOf(kanon);
    token = (await signedIn(kanon, 'admin')).token;
  });
  afterAll(async () => {
    await owner.end();
    await kanon.close();
  });

  const send = (path: string, body: Uint8Array, type = 'text/csv', by = token) =>
    call(kanon, 'POST', `/v1/imports/${path}`, { token: by, body, headers: { 'content-type': type } });
  const schools = async () =>
    (await owner.rows<{ number: string }>('SELECT number FROM school ORDER BY number')).map(
      (row) => row.number,
    );
  const lastEntry = async () =>
    (await owner.rows('SELECT * FROM access_entry ORDER BY at DESC, id LIMIT 1'))[0]!;

  test('a dry run checks everything and stores its entry alone; without it the list is there', async () => {
    const list = listOf(SCHOOL_HEADER, schoolLine('990101', '05111000'), schoolLine('990001', '05111000'));
    const before = await schools();
    const dry = await send('schools?dryRun=true', list);
    expect([dry.status, dry.body]).toMatchObject([200, { dryRun: true, read: 2, added: 1, updated: 1 }]);
    expect(await schools()).toEqual(before);
    expect(await lastEntry()).toMatchObject({
      action: 'reference.import',
      dry_run: true,
      decision: 'allowed',
    });

    const stored = await send('schools', list);
    expect(stored.body).toEqual({ ...dry.body, dryRun: false });
    expect(await schools()).toEqual([...before, '990101'].sort());
    const { object } = await lastEntry();
    expect(object).toMatch(/^list=schools sha256=[\w-]{43} rows=2$/);
    expect((await send('schools', list)).body).toMatchObject({ added: 0, unchanged: 2 });
  });

  test('every fault of every line is told by its line and rule, no cell is repeated, and nothing is stored', async () => {
    const before = await schools();
    const list = listOf(
      SCHOOL_HEADER,
      schoolLine('990201', '05111000'),
      schoolLine('Zaunkoenig', '05111000'),
      schoolLine('990202', '05999000', 'Zaunkoenig'),
    );
    for (const path of ['schools', 'schools?dryRun=true']) {
      const { status, body, text } = await send(path, list);
      expect([status, body.type]).toEqual([422, 'urn:kanon:problem:import-refused']);
      const told = body.findings.map(({ rule, reason }: any) => [rule, reason.en.slice(0, 6)]);
      expect(told).toEqual(
        expect.arrayContaining([
          ['school-number', 'Line 3'],
          ['roll', 'Line 4'],
        ]),
      );
      expect(text).not.toContain('Zaunkoenig');
      expect(JSON.stringify(await lastEntry())).not.toContain('Zaunkoenig');
      expect(await lastEntry()).toMatchObject({ decision: 'refused', dry_run: path.includes('?') });
    }
    expect(await schools()).toEqual(before);
  });

  test('regions and participation come in likewise, in whatever encoding a spreadsheet saved them', async () => {
    const regions = await send(
      'regions',
      Buffer.from(`${REGION_HEADER}\n${regionLine('05111001', 'Fuchsbüll')}\n`, 'latin1'),
    );
    expect([regions.status, regions.body]).toMatchObject([200, { added: 1 }]);
    const [row] = await owner.rows<{ name: string }>(`SELECT name FROM region WHERE key = '05111001'`);
    expect(row!.name).toContain('Fuchsbüll');
    const list = bytesOf('school;from;to;kind\n990001;01.08.2031;;FUNDED\n');
    expect((await send('participation?dryRun=true', list)).body).toMatchObject({ dryRun: true, added: 1 });
    expect(await owner.rows('SELECT FROM participation')).toHaveLength(0);
    expect((await send('participation', list, 'text/csv; charset=utf-8; header=present')).body).toMatchObject(
      {
        dryRun: false,
        added: 1,
      },
    );
    expect(await owner.rows('SELECT FROM participation')).toHaveLength(1);
    expect(await lastEntry()).toMatchObject({ action: 'participation.keep', decision: 'allowed' });
  });

  test('a list that lacks what is known closes it only where that is asked for, and much of it only by force', async () => {
    const list = listOf(SCHOOL_HEADER, schoolLine('990001', '05111000'));
    expect((await send('schools', list)).body).toMatchObject({ closed: 0 });
    const refused = await send('schools?closesMissing=2026-07-31', list);
    expect([refused.status, refused.body.findings[0].rule]).toEqual([422, 'closes-too-many']);
    const dry = await send('schools?closesMissing=2026-07-31&force=true&dryRun=true', list);
    expect(dry.body.closed).toBeGreaterThan(2);
    const { object } = await lastEntry();
    expect(object).toContain('closesMissing=2026-07-31 force=true');
    expect((await send('schools?closesMissing=31.07.2026', list)).status).toBe(400);
    expect((await send('participation?closesMissing=2026-07-31', list)).status).toBe(400);
  });

  test('takes a list and nothing else, and no other route takes one', async () => {
    const list = listOf(REGION_HEADER, regionLine('05111002'));
    for (const type of ['application/json', 'text/plain', 'text/csv; x=1', 'text/csv; charset=a; charset=b'])
      expect([type, (await send('regions', list, type)).status]).toEqual([type, 415]);
    const other = await call(kanon, 'POST', '/v1/accounts', {
      token,
      body: list,
      headers: { 'content-type': 'text/csv' },
    });
    expect(other.status).toBe(415);
    expect((await send('regions', new Uint8Array())).status).toBe(422);
    expect((await send('regions?dryRun=true', new Uint8Array(UPLOADED_BYTES + 1))).status).toBe(413);
  });

  test('a coordinator keeps the schools of the own county, and no other', async () => {
    const { token: own } = await signedIn(kanon, 'coordinator', { region: '05111' });
    const list = (school: string) => bytesOf(`school;from;to;kind\n${school};2032-01-01;;OTHER\n`);
    expect((await send('participation', list('990002'), 'text/csv', own)).body).toMatchObject({ added: 1 });
    const foreign = await send('participation', list('990003'), 'text/csv', own);
    expect([foreign.status, foreign.body.findings[0].rule]).toEqual([422, 'school-unknown']);
    for (const path of ['regions', 'schools'])
      expect((await send(path, listOf(REGION_HEADER), 'text/csv', own)).status).toBe(403);
  });

  test.each(['disclosure-officer', 'auditor', 'state'] as const)('%s may not', async (role) => {
    const region = { 'disclosure-officer': '05', state: '05', auditor: undefined }[role];
    const { token: other } = await signedIn(kanon, role, region ? { region } : {});
    for (const path of ['regions', 'schools', 'participation'])
      expect((await send(path, listOf(REGION_HEADER), 'text/csv', other)).status).toBe(403);
  });
});
