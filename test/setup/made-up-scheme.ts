/**
 * A made-up scheme with an eighth benefit, and the program as it is once somebody has added it: one file, one line in
 * the registry. The seam is here alone; nothing in production takes a scheme that the registry does not list.
 */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { BUT_COUNSELLING_2 } from '../../src/rules/schemes/but-counselling-2.ts';
import { BUT_COUNSELLING_3 } from '../../src/rules/schemes/but-counselling-3.ts';
import { registryOf } from '../../src/rules/schemes/registry-of.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const MADE_UP: Scheme = {
  ...BUT_COUNSELLING_1,
  version: 17,
  benefits: [
    ...BUT_COUNSELLING_1.benefits,
    {
      code: 'SPORT_2',
      label: { de: 'Sport im Verein', en: 'Sports club' },
      norm: '§ 28 Abs. 17 SGB II',
      alsoCalled: ['Turnen'],
    },
  ],
};

/** In the test process: modules that are imported after this find the made-up scheme in the registry, too. */
export function registerMadeUp(jest: {
  unstable_mockModule: (path: string, factory: () => unknown) => unknown;
}): void {
  jest.unstable_mockModule('../../src/rules/schemes/registry.ts', () =>
    registryOf([BUT_COUNSELLING_1, BUT_COUNSELLING_2, BUT_COUNSELLING_3, MADE_UP]),
  );
}

/** A copy of the built program to which the file and the line were added; `main` is what to run. */
export async function programWithMadeUp(): Promise<{ main: string; delete: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'kanon-made-up-'));
  const built = join(folder, 'src');
  await cp(join(ROOT, 'dist/src'), built, { recursive: true });
  await cp(join(ROOT, 'dist/migrations'), join(folder, 'migrations'), { recursive: true });
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(
    join(built, 'rules/schemes/but-counselling-17.js'),
    `export const BUT_COUNSELLING_17 = ${JSON.stringify(MADE_UP)};\n`,
  );
  const registry = join(built, 'rules/schemes/registry.js');
  const text = await readFile(registry, 'utf8');
  const added = text.replace('BUT_COUNSELLING_3,\n]', 'BUT_COUNSELLING_3,\n    BUT_COUNSELLING_17,\n]');
  if (added === text) throw new Error('the list of the built registry is not found');
  await writeFile(registry, `import { BUT_COUNSELLING_17 } from './but-counselling-17.js';\n${added}`);
  return { main: join(built, 'main.js'), delete: () => rm(folder, { recursive: true, force: true }) };
}
