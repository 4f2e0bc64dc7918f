/** `kanon status` of coordinators and offices, and `kanon summary`: tables for people, JSON and CSV for programs. */
import { readFile, stat } from 'node:fs/promises';
import { Participations } from '../../src/reference/participations.ts';
import { Publisher } from '../../src/releases/publish.ts';
import { inWords, type ReadableCell } from '../../src/tables/marks.ts';
import {
  call,
  furnish,
  OPEN_PERIOD,
  SCHOOLS,
  signedIn,
  startApp,
  type TestApp,
  freeze,
} from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { freePort } from '../setup/service.ts';
import { account, kanon, PASSWORD, scratch } from './run-kanon.ts';

/** Six schools in one county, four in the other; the last one is silent. */
const WORLD = Array.from({ length: 10 }, (_, i) => {
  const number = String(990_100 + i) as (typeof SCHOOLS)[number]['number'];
  const region = (i < 6 ? '05111' : '05112') as (typeof SCHOOLS)[number]['region'];
  return {
    ...SCHOOLS[0]!,
    number,
    region,
    name: `Erfundene Schule ${number}`,
    type: i % 2 ? 'Gymnasium' : 'Grundschule',
  };
});
const OTHERS = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'];

type Row = Readonly<Record<'consultations' | 'pupils', Record<string, ReadableCell>>>;

let service: TestApp;
let folder: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  [service, folder] = [await startApp(), await scratch()];
  await asDemo(service);
  await furnish(service, WORLD);
  await account(service, 'koordination', 'coordinator', { region: '05111' });
  await account(service, 'bezirk', 'district', { region: '051' });
  await account(service, 'meldung', 'reporter', { schools: ['990100'] });
  for (const [i, { number }] of WORLD.slice(0, -1).entries()) {
    const { token } = await signedIn(service, 'reporter', { schools: [number] });
    const cells = [{ benefits: ['MITTAG'], pupils: 5 + i, consultations: 10 + 2 * i }];
    // In the second county a single school was asked about learning support.
    if (i === 7) cells.push({ benefits: ['LERNFOERDERUNG'], pupils: 6, consultations: 7 });
    const none = OTHERS.filter((code) => !cells.some((cell) => cell.benefits.includes(code)));
    const body = JSON.stringify({ scheme: 'but-counselling/1', policy: 1, cells, none, withheld: [] });
    const { status } = await call(service, 'PUT', `/v1/schools/${number}/reports/${OPEN_PERIOD}`, {
      token,
      body,
    });
    if (status !== 201) throw new Error(`a report ended with ${status}`);
  }
  const coordinator = await signedIn(service, 'coordinator', { region: '05111' });
  await call(service, 'POST', `/v1/regions/05111/reports/${OPEN_PERIOD}/990101/return`, {
    token: coordinator.token,
    body: '{"reason":"TEST_REPORT"}',
  });
});
afterAll(async () => {
  await Promise.all([service.close(), folder.delete()]);
});

const ask = (command: string, who: string, ...args: string[]) =>
  kanon([command, '--period', OPEN_PERIOD, '--account', who, ...args], {
    KANON_URL: service.url,
    KANON_PASSWORD: PASSWORD,
  });

describe('kanon status', () => {
  test('shows a coordinator the schools, and no count', async () => {
    const { code, out, err } = await ask('status', 'koordination', '--region', '05111');
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^Schule +Name +Schulform +Stand$/);
    expect(lines[1]).toMatch(/^990100 {2}Erfundene Schule 990100 {2}Grundschule {2}gemeldet \d\d\.\d\d\.20/);
    expect(lines[2]).toMatch(/zurückgegeben: Die Meldung war ein Versuch\.$/);
    expect(out).toContain('5 von 6 Schulen haben gemeldet, 0 fehlen, 1 haben ihre Meldung zurückbekommen.');
    const only = await ask('status', 'koordination', '--region', '05111', '--only', 'returned', '--json');
    expect(JSON.parse(only.out).schools.map(({ school }: { school: string }) => school)).toEqual(['990101']);
    expect((await ask('status', 'koordination', '--region', '05111', '--csv')).out).toMatch(
      /^school,name,type,region,status,reported_at,return_reason,participation\r\n990100,/,
    );
  });

  test('shows a district how many of how many, county by county', async () => {
    const { code, out } = await ask('status', 'bezirk', '--region', '051', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Key +Region +Schools +Reported +Missing +Returned\n05111 +Düsseldorf +6 +5 +0 +1\n/,
    );
    expect(out).toMatch(/05112 +Duisburg +4 +3 +1 +0\n/);
    expect(out).toContain('8 of 10 schools have reported, 1 are missing, 1 got their report back.');
    expect((await ask('status', 'bezirk', '--region', '051', '--csv-de')).out).toMatch(
      /^\ufeffRegion;Schulen erwartet;gemeldet;.*\r\n05111 Düsseldorf;6;5;1;0;0\r\n/,
    );
    expect(
      JSON.parse((await ask('status', 'bezirk', '--region', '051', '--json')).out).counties,
    ).toHaveLength(2);
  });

  test('tells apart whose post is vacant, where there is one', async () => {
    const change = (kind: 'VACANT' | 'FUNDED') =>
      service.app
        .get(Participations)
        .change(
          service.admin,
          { period: OPEN_PERIOD, school: WORLD.at(-1)!.number },
          { kind, reason: 'LIST_WRONG' },
        );
    await change('VACANT');
    const { out } = await ask('status', 'bezirk', '--region', '051');
    expect(out).toMatch(/zurückgegeben +Stelle unbesetzt\n05111 +Düsseldorf +6 +5 +0 +1 +0\n/);
    expect(out).toMatch(/05112 +Duisburg +4 +3 +1 +0 +1\n/);
    expect(out).toContain(
      '8 von 10 Schulen haben gemeldet, 1 fehlen (davon 1 ohne besetzte Stelle), 1 haben',
    );
    await account(service, 'nachbarin', 'coordinator', { region: '05112' });
    const missing = await ask(
      'status',
      'nachbarin',
      '--region',
      '05112',
      '--only',
      'missing',
      '--lang',
      'en',
    );
    expect(missing.out).toMatch(/missing \(post vacant\)/);
    await change('FUNDED');
  });

  test('shows nobody what is not theirs', async () => {
    for (const [who, region] of [
      ['koordination', '05112'],
      ['bezirk', '053'],
      ['meldung', '05111'],
    ] as const) {
      const { code, out, err } = await ask('status', who, '--region', region);
      expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^kanon: Das Konto darf das nicht\./)]);
    }
    expect(await ask('status', 'meldung', '--school', '990100', '--csv')).toMatchObject({ code: 2 });
  });
});

describe('kanon summary', () => {
  const summary = (...args: string[]) =>
    ask('summary', 'bezirk', '--region', '051', '--purpose', 'PLANNING', ...args);

  test('has nothing to show before a release', async () => {
    const { code, out, err } = await summary('--lang', 'en');
    expect([code, out, err]).toEqual([1, '', 'kanon: Nothing of this period has been released yet.\n']);
  });

  describe('of a released period', () => {
    beforeAll(async () => {
      for (const step of ['freeze', 'release']) {
        const { token } = await signedIn(service, 'disclosure-officer', { region: '05' });
        if (step === 'freeze') await freeze(service, OPEN_PERIOD, token);
        else await call(service, 'POST', `/v1/periods/${OPEN_PERIOD}/${step}`, { token });
      }
      await service.app.get(Publisher).publishAsked();
    });

    test('shows hidden cells by a mark with a legend, and never as a zero or a gap', async () => {
      const { code, out, err } = await summary('--level', 'county');
      expect([code, err]).toEqual([0, '']);
      const [json, lines] = [JSON.parse((await summary('--level', 'county', '--json')).out), out.split('\n')];
      expect(json.rows.map(({ region }: { region: string }) => region)).toContain('05112');
      for (const [measure, title] of [
        ['consultations', 'Beratungen'],
        ['pupils', 'Kinder'],
      ] as const) {
        const from = lines.indexOf(title);
        expect(lines[from + 1]).toMatch(
          /^Schlüssel +Region +Schulen +AUSFLUG +KLASSEN +SCHULBE +BEFOERD +LERNFOE +MITTAG +TEILHAB/,
        );
        for (const [i, row] of (json.rows as Row[]).entries()) {
          const cells = Object.values(row[measure]);
          const shown = lines[from + 2 + i]?.split(/ {2,}/).slice(-cells.length);
          expect(shown).toEqual(cells.map((cell) => String(inWords(cell, 'de'))));
          expect(shown).not.toContain('0');
        }
      }
      expect(out).toContain('\n. = aus Gründen der Geheimhaltung nicht veröffentlicht\n');
      expect(out).toContain('\nAlle Zahlen sind gemeldete Zahlen. Geschehen sein kann mehr.\n');
      expect(out).toMatch(/05112 +Duisburg +3 von 4 /);
      expect(out).toContain('LERNFOE = Lernförderung');
    });

    test('by school type, as CSV of both kinds, and in English', async () => {
      expect((await summary('--by', 'school-type')).out).toMatch(/051 +Düsseldorf +Gymnasium +\d von 5/);
      expect((await summary('--csv')).out).toMatch(
        /^region,name,school_type,measure,column,value,from,to,status/,
      );
      const german = (await summary('--csv-de')).out;
      expect([german[0], german]).toEqual(['\ufeff', expect.stringContaining('. = aus Gründen')]);
      expect((await summary('--lang', 'en')).out).toMatch(
        /^Region 051, period 2026-Q1, version 1 of \d+ \w+ 20/,
      );
    });

    test('of an older version by its number, and one that is none is refused in words', async () => {
      const [newest, first] = [await summary('--json'), await summary('--version', '1', '--json')];
      expect(JSON.parse(first.out)).toEqual(JSON.parse(newest.out));
      const { code, out, err } = await summary('--version', '2');
      expect([code, out, err]).toEqual([
        1,
        '',
        'kanon: Eine solche Fassung gibt es nicht; ohne --version kommt die neueste.\n',
      ]);
      expect((await summary('--version', '0')).code).not.toBe(0);
    });

    test('as a file of every format that no terminal shows, which overwrites nothing', async () => {
      const file = folder.at;
      for (const [format, begin] of [
        ['xlsx', 'PK'],
        ['pdf', '%PDF-1.7'],
        ['json-stat', '{"version":"2.0"'],
        ['sdmx-csv', 'STRUCTURE,STRUCTURE_ID,ACTION'],
        ['sdmx-structure', '{"meta":'],
      ] as const) {
        const out = file(`zahlen.${format}`);
        expect(await summary('--format', format, '--out', out)).toEqual({ code: 0, out: '', err: '' });
        expect([format, (await readFile(out, 'latin1')).startsWith(begin)]).toEqual([format, true]);
      }
      const there = await summary('--format', 'pdf', '--out', file('zahlen.pdf'));
      expect([there.code, there.err]).toEqual([1, expect.stringContaining('gibt es schon')]);
      expect((await summary('--format', 'sdmx-csv')).out).toMatch(/^STRUCTURE,/);
      for (const wrong of [
        ['--format', 'xlsx'],
        ['--out', file('x')],
        ['--format', 'pdf', '--csv', '--out', file('x')],
      ])
        expect((await summary(...wrong)).code).toBe(2);
      // Where nothing came, no file is left.
      expect((await summary('--format', 'pdf', '--version', '2', '--out', file('leer.pdf'))).code).toBe(1);
      await expect(stat(file('leer.pdf'))).rejects.toThrow();
    });

    test('over several periods, as a table, JSON and CSV', async () => {
      const series = (...args: string[]) =>
        kanon(
          [
            ...['series', '--account', 'bezirk', '--region', '051', '--purpose', 'PLANNING'],
            ...(args.includes('--from') ? [] : ['--from', '2025-Q4']),
            ...['--to', OPEN_PERIOD, ...args],
          ],
          { KANON_URL: service.url, KANON_PASSWORD: PASSWORD },
        );
      const { code, out, err } = await series('--level', 'county');
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(
        new RegExp(
          `^Zeitraum \\(Fassung\\) +Schlüssel +Region +Schulen +gemeldet\n${OPEN_PERIOD} \\(1\\) +05111 `,
        ),
      );
      const json = JSON.parse((await series('--json')).out);
      expect([json.format, json.periods.length]).toEqual(['kanon-series/1', 1]);
      expect((await series('--csv', '--updated-after', '2020-01-01T00:00:00Z')).out).toMatch(
        /^period,version,region,/,
      );
      expect(
        (await series('--csv-de', '--as-of', '2090-01-01T00:00:00Z', '--by', 'school-type')).out,
      ).toMatch(/^\ufeffZeitraum;/);
      expect((await series('--from', '2026')).code).toBe(1);
    });

    test('shows a district no other one', async () => {
      const { code, out } = await ask('summary', 'bezirk', '--region', '053', '--purpose', 'PLANNING');
      expect([code, out]).toEqual([1, '']);
    });
  });

  test('without a service ends with exit code 3', async () => {
    const { code, out } = await summary('--url', `http://127.0.0.1:${await freePort()}`);
    expect([code, out]).toEqual([3, '']);
  });
});
