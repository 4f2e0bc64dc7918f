/** kanon/client as built: its types say what the API says, and others can import both. */
import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pathOf, readDoc } from '../docs/markdown.ts';
import { type Consumer, installPacked } from '../setup/packed.ts';

const run = promisify(execFile);

/** Somebody else's program; it names Node in nothing, and each `@ts-expect-error` must be one. */
const PROGRAM = `
import { anonymise, createKanonClient, POLICY_1, schemeOf, type Counts, type Policy } from 'kanon/client';

export async function send(counts: Counts, school: string): Promise<string | null> {
  const kanon = createKanonClient({ baseUrl: 'https://kanon.example' });
  const { body } = await kanon.get('/v1/periods');
  const policy: Policy = body.periods[0]?.policy ?? POLICY_1;
  const scheme = schemeOf(body.periods[0]?.scheme ?? '');
  if (!scheme) return null;
  const { report } = anonymise(counts, scheme, policy);
  const path = { school, period: '2026-Q1' };
  // @ts-expect-error the period is missing
  await kanon.put('/v1/schools/{school}/reports/{period}', { path: { school }, body: report });
  // @ts-expect-error the body is missing
  await kanon.put('/v1/schools/{school}/reports/{period}', { path });
  // @ts-expect-error a summary needs a purpose
  await kanon.get('/v1/regions/{region}/summaries/{period}', { path: { region: '05', period: '2026-Q1' } });
  // @ts-expect-error there is no such address
  await kanon.get('/v1/pupils');
  return (await kanon.put('/v1/schools/{school}/reports/{period}', { path, body: report })).body.receipt;
}
`;

test('src/client/generated/api.ts says what the API says; if not, run npm run generate:client', async () => {
  const made = await run(process.execPath, [pathOf('test/client/generate.mjs'), '--print'], {
    maxBuffer: 1 << 24,
  });
  expect(made.stdout).toBe(await readDoc('src/client/generated/api.ts'));
});

describe('the package entry', () => {
  let consumer: Consumer;
  let folder: string;
  beforeAll(async () => {
    consumer = await installPacked();
    folder = consumer.folder;
    await writeFile(join(folder, 'program.ts'), PROGRAM);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is installed from one small file, and brings no other package', async () => {
    expect(consumer.size).toBeLessThan(1_000_000);
    expect((await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'))).toEqual([
      'kanon',
    ]);
  });

  test('holds what the entries need and nothing of the service', () => {
    const rooms = new Set(consumer.files.map((file) => file.split('/')[0]));
    const own = ['LICENSE', 'README.md', 'package.json'];
    expect([...rooms].sort()).toEqual([...own, 'client', 'disclosure', 'foundation', 'rules'].sort());
    const found = consumer.files.filter((file) => file.startsWith('foundation/'));
    expect(found).toEqual(['foundation/highs.d.ts', 'foundation/highs.js']);
  });

  test('is imported by another package', async () => {
    const program = `import { schemeId, SCHEMES } from 'kanon/client'; console.log(schemeId(SCHEMES[0]));`;
    await writeFile(join(folder, 'program.mjs'), program);
    expect((await run(process.execPath, [join(folder, 'program.mjs')])).stdout).toBe('but-counselling/1\n');
  });

  test.each(['nodenext', 'bundler'])(
    'brings types for %s that need a browser and no Node',
    async (resolution) => {
      const module = resolution === 'bundler' ? 'esnext' : resolution;
      const options = ['--strict', '--noEmit', '--lib', 'es2023,dom', '--target', 'es2023'];
      const tsc = pathOf('node_modules/typescript/bin/tsc');
      const how = ['--module', module, '--moduleResolution', resolution];
      const said = await run(process.execPath, [tsc, ...options, ...how, 'program.ts'], { cwd: folder }).then(
        ({ stdout }) => stdout,
        (error: unknown) => (error as { stdout: string }).stdout,
      );
      expect(said).toBe('');
    },
  );

  test('opens nothing else of the house', async () => {
    for (const file of [pathOf('package.json'), join(folder, 'node_modules/kanon/package.json')]) {
      const { exports } = JSON.parse(await readFile(file, 'utf8')) as { exports: object };
      expect(Object.keys(exports)).toEqual(['./client', './disclosure', './highs']);
    }
  });
});
