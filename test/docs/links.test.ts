/** Every relative link of the documents leads to a file, and to a heading in it where it names one. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { pathOf, readDoc } from './markdown.ts';

const documents = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'],
  ...(await readdir(pathOf('docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

interface Link {
  readonly from: string;
  readonly to: string;
}

/** Links outside of code blocks; addresses of the web are none of ours. */
const linksOf = (from: string, text: string): Link[] =>
  [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => ({ from, to }))
    .filter(({ to }) => !/^[a-z]+:/.test(to));

/** How a heading is addressed. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

async function isBroken({ from, to }: Link): Promise<boolean> {
  const [path = '', anchor] = to.split('#');
  const target = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(pathOf(target))) return true;
  if (!anchor) return false;
  const headings = [...(await readDoc(target)).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );
  return !headings.includes(anchor);
}

test('every relative link leads somewhere', async () => {
  const links = (await Promise.all(documents.map(async (name) => linksOf(name, await readDoc(name))))).flat();
  expect(links.length).toBeGreaterThan(10);
  const broken = await Promise.all(
    links.map(async (link) => ((await isBroken(link)) ? [`${link.from} → ${link.to}`] : [])),
  );
  expect(broken.flat()).toEqual([]);
});

test('the index of the documents names every page', async () => {
  const index = linksOf('docs/README.md', await readDoc('docs/README.md')).map(({ to }) => `docs/${to}`);
  const pages = documents.filter((name) => name.startsWith('docs/') && name !== 'docs/README.md');
  expect(pages.filter((name) => !index.includes(name))).toEqual([]);
});

test('the file and the sentence that CONTRIBUTING.md runs alone are there', async () => {
  const page = await readDoc('CONTRIBUTING.md');
  const [, file = ''] = /^npm test -- (test\/\S+)/m.exec(page) ?? [];
  expect(existsSync(pathOf(file))).toBe(true);
  const [, sentence = ''] = /^npm test -- -t '([^']+)'/m.exec(page) ?? [];
  const tests = (await readdir(pathOf('test'), { recursive: true })).filter((name) =>
    name.endsWith('.test.ts'),
  );
  const texts = await Promise.all(tests.map((name) => readDoc(`test/${name}`)));
  expect(texts.filter((text) => text.includes(`('${sentence}'`))).toHaveLength(1);
});

test('every source file that a document names is there', async () => {
  const named = await Promise.all(
    documents.map(async (name) =>
      [...(await readDoc(name)).matchAll(/`((?:src|test|migrations|docs)\/[\w./-]+\.\w+)`/g)].map(
        ([, path = '']) => ({ name, path }),
      ),
    ),
  );
  expect(
    named
      .flat()
      .filter(({ path }) => !existsSync(pathOf(path)))
      .map(({ name, path }) => `${name} → ${path}`),
  ).toEqual([]);
});
