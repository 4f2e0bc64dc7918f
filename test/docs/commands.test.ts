/** Commands in the documents: those of the German guide run and answer as shown, and no page gives one an option that it has not. */
import { readdir, symlink } from 'node:fs/promises';
import { kanon } from '../cli/run-kanon.ts';
import { between, fences, pathOf, readDoc } from './markdown.ts';
import { answersOf, stopsOf, walk } from './walk.ts';

interface Call {
  readonly page: string;
  readonly command: string;
  readonly options: readonly string[];
}

/** The calls of `kanon` in the blocks of a page, up to the pipe or the end of the line. */
const callsOf = (page: string, text: string): Call[] =>
  fences(text).flatMap((fence) =>
    [...fence.text.replaceAll('\\\n', ' ').matchAll(/^(?:\w+=\S+ )*npx kanon ([a-z-]+)([^\n|;&]*)/gm)].map(
      ([, command = '', rest = '']) => ({ page, command, options: rest.match(/--[a-z][a-z-]*/g) ?? [] }),
    ),
  );

/** Those whose help does not name the option. */
async function unknownOf(calls: readonly Call[]): Promise<string[]> {
  const commands = [...new Set(calls.map(({ command }) => command))];
  const help = new Map(
    await Promise.all(commands.map(async (name) => [name, (await kanon([name, '--help'])).out] as const)),
  );
  return calls.flatMap(({ page, command, options }) =>
    options
      .filter((option) => !new RegExp(`${option}(?![a-z-])`).test(help.get(command) ?? ''))
      .map((option) => `${page}: kanon ${command} ${option}`),
  );
}

test('every option that a page gives a command stands in its help', async () => {
  const pages = (await readdir(pathOf('docs'))).filter((name) => name.endsWith('.md'));
  const calls = (
    await Promise.all(pages.map(async (page) => callsOf(page, await readDoc(`docs/${page}`))))
  ).flat();
  expect(calls.length).toBeGreaterThan(20);
  expect(await unknownOf(calls)).toEqual([]);
}, 60_000);

test('an option that a command has not is told', async () => {
  const text = '```sh\nnpx kanon status --region 051 --sort name\n```\n';
  expect(await unknownOf(callsOf('x.md', text))).toEqual(['x.md: kanon status --sort']);
});

test('what the German guide does at the school is answered as it shows', async () => {
  const stops = stopsOf(between(await readDoc('docs/anleitung.md'), '<!-- walk', '<!-- /walk -->'));
  const said = await walk(stops, {}, (folder) => symlink(pathOf('docs'), `${folder}/docs`));
  expect(said).toHaveLength(2);
  expect(said.map(answersOf)).toEqual(stops.map(({ shown }) => answersOf(shown)));
});
