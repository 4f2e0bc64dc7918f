/** kanon/client as built: its types say what the API says, and others can import both. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pathOf, readDoc } from '../docs/markdown.ts';

const run = promisify(execFile);

/** Somebody else's program; it names Node in nothing, and each `@ts-expect-error` must be one. */
const PROGRAM = `
import { anonymise, BUT_COUNSELLING_1, createKanonClient, POLICY_1, type Counts, type Policy } from 'kanon/client';

export async function send(counts: Counts, school: string): Promise<string | null> {
  const kanon = createKanonClient({ baseUrl: 'https://kanon.example' });
  const { body } = await kanon.get('/v1/periods');
  const policy: Policy = body.periods[0]?.policy ?? POLICY_1;
  const { report } = anonymise(counts, BUT_COUNSELLING_1, policy);
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

test('src/client/api.ts says what the API says; if not, run npm run generate:client', async () => {
  const made = await run(process.execPath, [pathOf('test/client/generate.mjs'), '--print'], {
    maxBuffer: 1 << 24,
  });
  expect(made.stdout).toBe(await readDoc('src/client/api.ts'));
});

describe('the package entry', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kanon-test-consumer-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(pathOf('.'), join(folder, 'node_modules/kanon'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'program.ts'), PROGRAM);
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is imported by another package', async () => {
    const program = `import { BUT_COUNSELLING_1, schemeId } from 'kanon/client'; console.log(schemeId(BUT_COUNSELLING_1));`;
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
    const { exports } = JSON.parse(await readFile(pathOf('package.json'), 'utf8')) as { exports: object };
    expect(Object.keys(exports)).toEqual(['./client', './disclosure', './highs']);
  });
});
