/** `kanon outcomes`: an office's counts are pooled on its device and handed in; what is released is read as a table. */
import { readFile } from 'node:fs/promises';
import { furnish, OPEN_PERIOD, startApp, type TestApp } from '../setup/app.ts';
import { asDemo } from '../setup/factors.ts';
import { periodReleased, rows } from '../outcomes/scene.ts';
import { account, kanon, PASSWORD, scratch } from './run-kanon.ts';

let service: TestApp;
let files: Awaited<ReturnType<typeof scratch>>;
beforeAll(async () => {
  files = await scratch();
  service = await startApp();
  await asDemo(service);
  await furnish(service, undefined, 2);
  await account(service, 'amt', 'benefit-office', { region: '05111' });
  await account(service, 'verwaltung', 'admin', {});
  await account(service, 'statistik', 'disclosure-officer', { region: '05' });
  await account(service, 'bezirk', 'district', { region: '051' });
  await account(service, 'revision', 'auditor', {});
});
afterAll(async () => {
  await service.close();
  await files.delete();
});

const ask = (who: string, ...args: string[]) =>
  kanon(['outcomes', ...args, '--account', who], { KANON_URL: service.url, KANON_PASSWORD: PASSWORD });
const HERE = ['--county', '05111', '--period', OPEN_PERIOD];

const NOTHING = { children: 0, grants: 0 };
const COUNTS = {
  scheme: 'but-outcomes/1',
  policy: 2,
  bodies: [
    {
      body: 'SGB12',
      counts: {
        AUSFLUG: { children: 3, grants: 3 },
        KLASSENFAHRT: { children: 2, grants: 4 },
        SCHULBEDARF: { children: 61, grants: 61 },
        BEFOERDERUNG: NOTHING,
        LERNFOERDERUNG: { children: 4, grants: 5 },
        MITTAG: { children: 20, grants: 27 },
        TEILHABE: NOTHING,
      },
      distinct: [
        { benefits: ['AUSFLUG', 'KLASSENFAHRT', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'], children: 8 },
      ],
    },
    { body: 'ASYLBLG', gap: 'NO_LEGAL_BASIS' },
  ],
};

test('the administration says which bodies an account reports for', async () => {
  const [{ id }] = (await rows(service, `SELECT id FROM account WHERE name = 'amt'`)) as { id: string }[] as [
    { id: string },
  ];
  expect((await ask('verwaltung', 'bodies', id)).out).toBe(`Konto ${id} meldet für: keinen Träger.\n`);
  const { code, out } = await ask('verwaltung', 'bodies', id, 'ASYLBLG,SGB12');
  expect([code, out]).toEqual([0, `Konto ${id} meldet für: SGB12, ASYLBLG.\n`]);
});

test('counts are pooled on the device, shown and handed in, and the receipt holds', async () => {
  const counts = await files.file('counts.json', JSON.stringify(COUNTS));
  const receipt = files.at('receipt.jws');
  const { code, out, err } = await ask('amt', 'put', counts, ...HERE, '--receipt', receipt);
  expect([code, out]).toEqual([0, expect.stringContaining('Persönlicher Schulbedarf')]);
  expect(out).toMatch(/ +8 +12 {2}Eintägige Ausflüge \+ .*\(zusammengefasst\)/);
  expect(out).toContain('keine Rechtsgrundlage');
  expect(err).not.toMatch(/Schülerinnen|Beratung|Schule\b/);
  const checked = await kanon(['verify-receipt', receipt], { KANON_URL: service.url });
  expect([checked.code, checked.out]).toEqual([
    0,
    expect.stringContaining('Kreis 05111, 2026-Q1, Fassung 1'),
  ]);
  const forged = (await readFile(receipt, 'utf8')).replace(/^.{10}/, (head) => head.toUpperCase());
  expect((await kanon(['verify-receipt', await files.file('forged.jws', forged)])).code).not.toBe(0);
  expect((await ask('amt', 'own', ...HERE)).out).toMatch(/Sozialhilfe.*\n.*\n +20 +27 {2}Gemeinschaftliche/s);
});

test('an officer releases it, and a district reads a table', async () => {
  await periodReleased(service);
  const made = await ask('statistik', 'release', '--period', OPEN_PERIOD);
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^2026-Q1: Fassung 1 ist veröffentlicht/)]);
  const where = ['--region', '051', '--period', OPEN_PERIOD];
  const { code, out } = await ask('bezirk', 'read', ...where, '--purpose', 'PLANNING');
  expect(code).toBe(0);
  expect(out).toMatch(/051 +Düsseldorf +1 von 60 \(1 ohne Zahlen\)/);
  expect(out).toContain('eine Quote wird nicht gebildet');
  const byBody = await ask('bezirk', 'read', ...where, '--purpose', 'PLANNING', '--by', 'body', '--csv');
  expect(byBody.out.split('\r\n')[1]).toMatch(/^051,Düsseldorf,SGB12,grants,AUSFLUG,0,0,12,open,15,1,0$/);
  const german = await ask('bezirk', 'read', ...where, '--purpose', 'PLANNING', '--csv-de');
  expect(german.out).toContain('Bewilligungen: Persönlicher Schulbedarf');
  const standing = await ask('bezirk', 'status', ...where);
  expect(standing.out).toContain('1 von 60 Trägern haben Zahlen gemeldet, 1 sagen, warum nicht, 58 fehlen.');
  const id = /\(([0-9a-f-]{36})\)/.exec(made.out)?.[1] ?? '';
  expect(JSON.parse((await ask('revision', 'certificate', id)).out).certificate.notApplied[0]).toMatch(
    /an office is no person/,
  );
});

test.each([
  [['put'], /Dazu gehört/],
  [['nothing'], /So geht es: kanon outcomes/],
  [['put', 'x.json', '--county', '05111'], /--period/],
  [['read', '--region', '051', '--period', '2026-Q1'], /--purpose/],
  [['document', 'x', '--purpose', 'AUDIT'], /So geht es/],
])('%j is no use of it', async (args, said) => {
  const { code, err } = await ask('amt', ...args);
  expect([code, err]).toEqual([2, expect.stringMatching(said)]);
});

test('what is not sound is named by its place, and no number is repeated', async () => {
  for (const [file, said] of [
    [{ ...COUNTS, bodies: [{ ...COUNTS.bodies[0], name: 'Zqx' }] }, /\/bodies\/0: .*nicht vorgesehen/],
    [
      {
        ...COUNTS,
        bodies: [
          { body: 'SGB12', counts: { ...COUNTS.bodies[0]!.counts, MITTAG: { children: 77, grants: 3 } } },
        ],
      },
      /SGB12 MITTAG: .*weniger Bewilligungen/,
    ],
    [{ ...COUNTS, bodies: [{ body: 'SGB12', gap: 'BECAUSE' }] }, /\/bodies\/0\/gap/],
  ] as const) {
    const { code, err } = await ask(
      'amt',
      'put',
      await files.file('wrong.json', JSON.stringify(file)),
      ...HERE,
    );
    expect([code, err]).toEqual([1, expect.stringMatching(said)]);
    expect(err).not.toMatch(/Zqx|77/);
  }
});
