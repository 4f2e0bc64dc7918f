/** Excerpts of docs/formats.md are what the formats are. */
import { citationOf } from '../../src/formats/german.ts';
import { inFormat } from '../formats/every-format.ts';
import { inventedSummary } from '../formats/invented-summary.ts';
import { between, readDoc } from './markdown.ts';

const { summary } = inventedSummary({ counties: 3, seed: 7 });
/** The block between the marks of a name. */
const shownOf = async (name: string): Promise<string> =>
  blockOf(between(await readDoc('docs/formats.md'), `<!-- ${name} -->`, `<!-- /${name} -->`));
const blockOf = (text: string): string => /```\w+\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';

test.each(['csv', 'sdmx-csv'] as const)('the lines of %s', async (format) => {
  const shown = (await shownOf(format)).split('\n');
  expect(shown.length).toBeGreaterThan(2);
  const lines = (await inFormat(summary, format)).toString().split('\r\n');
  expect(lines.slice(0, shown.length)).toEqual(shown);
});

test('the cube of JSON-stat', async () => {
  const shown = JSON.parse(await shownOf('json-stat')) as Record<string, unknown[]>;
  const cube = JSON.parse((await inFormat(summary, 'json-stat')).toString()) as Record<string, unknown[]>;
  const { value = [], status = [], ...rest } = shown;
  expect(cube).toMatchObject(rest);
  expect([cube['value']!.slice(0, value.length), cube['status']!.slice(0, status.length)]).toEqual([
    value,
    status,
  ]);
});

test('the citation', async () => {
  expect(await shownOf('citation')).toBe(citationOf(summary));
});
