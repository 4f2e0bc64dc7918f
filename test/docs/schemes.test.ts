/** docs/schemes.md lists the schemes that there are. */
import { schemeId } from '../../src/rules/scheme.ts';
import { OUTCOME_SCHEMES } from '../../src/rules/schemes/outcome-registry.ts';
import { SCHEMES } from '../../src/rules/schemes/registry.ts';
import { readDoc } from './markdown.ts';

test('the table of schemes has a row for each, with its frequency, and no other', async () => {
  const text = await readDoc('docs/schemes.md');
  const rows = [...text.matchAll(/^\| `([a-z0-9-]+\/\d+)` +\| ([a-z-]+) +\|/gm)].map(([, name, length]) => [
    name,
    length,
  ]);
  expect(rows).toEqual(SCHEMES.map((scheme) => [schemeId(scheme), scheme.frequency]));
});

test('the table of schemes of outcomes has a row for each, with its bodies', async () => {
  const text = await readDoc('docs/schemes.md');
  const rows = [...text.matchAll(/^\| `([a-z0-9-]+\/\d+)` +\| [^`|]+\| (`[A-Z].*`) +\|$/gm)].map(
    ([, name, bodies]) => [name, bodies],
  );
  expect(rows).toEqual(
    OUTCOME_SCHEMES.map((scheme) => [
      schemeId(scheme),
      scheme.bodies.map(({ code }) => `\`${code}\``).join(', '),
    ]),
  );
});
