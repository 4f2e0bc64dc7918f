/** Tables of the documents beside the code they describe. */
import { readdir } from 'node:fs/promises';
import { readSettings } from '../../src/foundation/settings.ts';
import { RULES } from '../../src/rules/catalogue.ts';
import { between, pathOf, readDoc, rowsOfTable } from './markdown.ts';

const unquoted = (cell: string): string => cell.replaceAll('`', '');

test('data-protection.md lists every rule as the catalogue has it', async () => {
  const table = rowsOfTable(
    between(await readDoc('docs/data-protection.md'), '<!-- rules -->', '<!-- /rules -->'),
  );
  expect(table.map(([code = '', ...rest]) => [unquoted(code), ...rest])).toEqual(
    RULES.map(({ code, version, reason, basis }) => [
      code,
      String(version),
      reason.de,
      reason.en,
      basis.de,
      basis.en,
    ]),
  );
});

describe('operations.md', () => {
  let settings: string[][];
  beforeAll(async () => {
    const text = between(await readDoc('docs/operations.md'), '<!-- settings -->', '<!-- /settings -->');
    settings = rowsOfTable(text).map((row) => row.map(unquoted));
  });

  test('lists every setting that the program reads, and no other', async () => {
    const source = await readDoc('src/foundation/settings.ts');
    const read = [...source.matchAll(/'(PORT|DATABASE_[A-Z_]+|KANON_[A-Z_]+)'/g)].map(([, name]) => name);
    expect(settings.map(([name]) => name).sort()).toEqual([...new Set(read)].sort());
  });

  test('names the defaults that hold', () => {
    const { port, host, pool, tenant } = readSettings({});
    const defaultOf = (name: string) => settings.find(([setting]) => setting === name)?.[1];
    expect([
      defaultOf('PORT'),
      defaultOf('KANON_HOST'),
      defaultOf('KANON_POOL'),
      defaultOf('KANON_TENANT'),
    ]).toEqual([String(port), host, String(pool), tenant]);
  });

  test('makes every role that the migrations make', async () => {
    const names = (await readdir(pathOf('migrations'))).filter((name) => /^\d.*\.ts$/.test(name));
    const sql = (await Promise.all(names.map((name) => readDoc(`migrations/${name}`)))).join('\n');
    const made = new Set(
      [...sql.matchAll(/\b(?:TO|FROM) ((?:kanon_\w+)(?:, kanon_\w+)*)/g)].flatMap(([, list = '']) =>
        list.split(', '),
      ),
    );
    const text = between(await readDoc('docs/operations.md'), '<!-- all roles -->', '<!-- /all roles -->');
    const documented = [...text.matchAll(/CREATE ROLE (\w+) NOLOGIN/g)].map(([, name]) => name);
    expect(documented.sort()).toEqual([...made].sort());
    expect(await readDoc('docs/architecture.md')).toContain('kanon_publisher');
  });
});
