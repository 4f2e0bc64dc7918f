/** Which software made something: its own version, and that of the solver whose answers it checked. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in the nearest package.json above a file. */
function versionAbove(file: string): string {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

export const SOFTWARE: Readonly<Record<'kanon' | 'highs', string>> = {
  kanon: versionAbove(fileURLToPath(import.meta.url)),
  highs: versionAbove(createRequire(import.meta.url).resolve('highs')),
};
