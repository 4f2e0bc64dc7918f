/** kanon/disclosure as another package finds it: docs/disclosure-package.md, run as it stands there. */
import { execFile } from 'node:child_process';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { between, fences, pathOf, readDoc } from '../docs/markdown.ts';
import { installPacked } from '../setup/packed.ts';

const run = promisify(execFile);

/** The fence between two marks of that name. */
async function fence(name: string): Promise<string> {
  const page = await readDoc('docs/disclosure-package.md');
  return fences(between(page, `<!-- ${name} -->`, `<!-- /${name} -->`))[0]?.text ?? '';
}

/** Somebody else's program; each `@ts-expect-error` must be one. */
const TYPED = `
import { crossTable, suppress, thresholdRule, type Pattern, type PrimaryRule } from 'kanon/disclosure';
import { highsSolver } from 'kanon/highs';

const own: PrimaryRule = (value, contributions) => value > 0 && contributions.length === 1;
const rules = { primary: [thresholdRule(5), own], zeros: 'published', attacker: 'ge1', objective: 'count' } as const;
const { problem } = crossTable([['cat']], [{ codes: ['a'], value: 3, contributor: 'me' }], rules);
export const pattern: Pattern = suppress(problem, 1, await highsSolver());
// @ts-expect-error there is no such attacker
crossTable([['cat']], [], { ...rules, attacker: 'ge2' });
// @ts-expect-error the solver is missing
suppress(problem, 1);
`;

describe('kanon/disclosure', () => {
  let folder: string;
  beforeAll(async () => {
    ({ folder } = await installPacked());
    // The solver is the one package that a user brings.
    await symlink(pathOf('node_modules/highs'), join(folder, 'node_modules/highs'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('the program of the page says what the page says', async () => {
    await writeFile(join(folder, 'program.mjs'), await fence('program'));
    await writeFile(join(folder, 'table.csv'), await fence('table'));
    const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: folder });
    expect(stdout).toBe(await fence('output'));
  });

  test('brings its types', async () => {
    await writeFile(join(folder, 'typed.ts'), TYPED);
    const options = ['--strict', '--noEmit', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck'];
    const tsc = pathOf('node_modules/typescript/bin/tsc');
    const said = await run(process.execPath, [tsc, ...options, 'typed.ts'], { cwd: folder }).then(
      ({ stdout }) => stdout,
      (error: unknown) => (error as { stdout: string }).stdout,
    );
    expect(said).toBe('');
  });

  test('is one bundle for browsers, of its own files and nothing of Node', async () => {
    const bundle = await build({
      entryPoints: [pathOf('src/disclosure/disclosure.ts')],
      ...{ bundle: true, minify: true, write: false, metafile: true },
      ...{ format: 'esm', platform: 'browser', target: ['chrome111', 'firefox115', 'safari16.4'] },
    });
    const others = Object.keys(bundle.metafile.inputs).filter((name) => !name.startsWith('src/disclosure/'));
    expect([others, bundle.warnings]).toEqual([[], []]);
    expect(bundle.outputFiles[0]?.text.match(/\b(process|Buffer|require|__dirname)\b/g)).toBeNull();
  });
});
