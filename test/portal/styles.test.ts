/** The sheet of a page stays in force on the next ones, so a name that two of them give a look of their own would dress the other one too. */
import { readdir, readFile } from 'node:fs/promises';
import { inRepository } from '../setup/children.ts';

const FOLDER = inRepository('src/portal/style/');

/** Of one screen, told in two files. */
const TOGETHER = [
  ['charts.css', 'region.css'],
  ['report.css', 'stored.css'],
];

const sheets = async (): Promise<string[]> => (await readdir(FOLDER)).filter((name) => name.endsWith('.css'));

/** The class at the head of each selector, with the files that begin one with it; those of the library are everybody's. */
async function heads(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const file of await sheets()) {
    const text = (await readFile(FOLDER + file, 'utf8')).replaceAll(/\/\*[^]*?\*\//g, '');
    for (const [, selectors] of text.matchAll(/([^{}]+)\{/g))
      for (const selector of selectors!.split(',')) {
        const [, name] = /^\s*\.([\w-]+)/.exec(selector) ?? [];
        if (name && !name.startsWith('kern-')) found.set(name, (found.get(name) ?? new Set()).add(file));
      }
  }
  return found;
}

test('no class is dressed by the styles of two screens', async () => {
  const found = [...(await heads())].map(([name, files]) => [name, [...files].sort()] as const);
  expect(found.length).toBeGreaterThan(50);
  const shared = found.filter(
    ([, files]) => files.length > 1 && !TOGETHER.some((one) => files.every((file) => one.includes(file))),
  );
  expect(shared).toEqual([]);
});

test('no sheet is longer than a file may be', async () => {
  const lines = await Promise.all(
    (await sheets()).map(async (file) => [file, (await readFile(FOLDER + file, 'utf8')).split('\n').length]),
  );
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter(([, count]) => (count as number) > 301)).toEqual([]);
});
