/** The versions that a certificate names. */
import { readFile } from 'node:fs/promises';
import { SOFTWARE } from '../../src/foundation/software.ts';

test('a certificate names the versions that package.json pins', async () => {
  const { version, dependencies } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string; dependencies: Record<string, string> };
  expect(SOFTWARE).toEqual({ kanon: version, highs: dependencies['highs'] });
});
