/** No source but those of src/rules/schemes names a benefit or a scheme: whoever does wires one in where the period should decide. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { type Benefit, schemeId } from '../../src/rules/scheme.ts';
import { OUTCOME_SCHEMES } from '../../src/rules/schemes/outcome-registry.ts';
import { SCHEMES as SURVEYS } from '../../src/rules/schemes/registry.ts';

const SCHEMES = [...SURVEYS, ...OUTCOME_SCHEMES];
const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Files that may, each with its reason. */
const MAY_NAME: Readonly<Record<string, string>> = {
  'demo/demo-scheme.ts': 'the demo needs one scheme, and this is the place where it is chosen',
  'demo/simulation.ts':
    'how often invented pupils ask about a benefit; one that is not there gets the usual share',
  'collection/report.dto.ts': 'examples in the description of the API, which no code reads',
  'reference/reference.dto.ts': 'examples in the description of the API, which no code reads',
  'reference/period.dto.ts': 'examples in the description of the API, which no code reads',
  'operations/openapi-examples.ts': 'examples in the description of the API; a test sends them',
};

const codesIn = (benefits: readonly Benefit[]): string[] =>
  benefits.flatMap(({ code, unites = [] }) => [code, ...codesIn(unites)]);
const CODES = new Set(SCHEMES.flatMap(({ benefits }) => codesIn(benefits)));
const NAMES = [...new Set(SCHEMES.flatMap((scheme) => [scheme.code, schemeId(scheme)]))];
/** How a file of schemes/ calls what it exports. */
const CONSTANTS = new Set(SCHEMES.map((scheme) => schemeId(scheme).toUpperCase().replaceAll(/[-/]/g, '_')));

/** What a source says of schemes outside its comments: texts, names of fields, constants. */
function namedIn(text: string, file = 'x.ts'): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && (CODES.has(node.text) || CONSTANTS.has(node.text))) found.push(node.text);
    else if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node)
    ) {
      const words = node.text.split(/[^A-Z0-9_]+/).filter((word) => CODES.has(word));
      found.push(...words, ...NAMES.filter((name) => node.text.includes(name)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return [...new Set(found)];
}

async function census(): Promise<Map<string, string[]>> {
  const files = (await readdir(SRC, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name),
  );
  const all = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(SRC, path), namedIn(await readFile(path, 'utf8'), name)] as const;
    }),
  );
  return new Map(all.filter(([path, named]) => !path.startsWith('rules/schemes/') && named.length > 0));
}

test.each([
  ["const code = 'MITTAG';", ['MITTAG']],
  ['const shares = { TEILHABE: 1 };', ['TEILHABE']],
  ['const list = `${x}, AUSFLUG und mehr`;', ['AUSFLUG']],
  ["schemeOf('but-counselling/1')", ['but-counselling', 'but-counselling/1']],
  ["import { BUT_COUNSELLING_1 } from './x.ts';", ['BUT_COUNSELLING_1']],
  ['// MITTAG, of but-counselling/1\nconst lunch = 1;', []],
  ["const word = 'MITTAGSPAUSE';", []],
])('the census finds in %j just %j', (source, named) => expect(namedIn(source)).toEqual(named));

test('only the listed sources name a benefit or a scheme, and every one that is listed does', async () => {
  const found = await census();
  const unlisted = [...found].filter(([path]) => !(path in MAY_NAME));
  expect(unlisted).toEqual([]);
  expect([...found.keys()].sort()).toEqual(Object.keys(MAY_NAME).sort());
});
