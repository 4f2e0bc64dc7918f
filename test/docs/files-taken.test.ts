/** The sizes of files that a document names are those that the program takes; the limits themselves are tested where they hold. */
import { LIST_BYTES as ACCOUNT_BYTES } from '../../src/identity/invitation-list.ts';
import { LIST_BYTES } from '../../src/reference/import-table.ts';
import { UPLOADED_BYTES } from '../../src/reference/uploaded-bytes.ts';
import { REPORTS_BYTES } from '../../src/rules/reports-file.ts';
import { between, readDoc, rowsOfTable } from './markdown.ts';

const UNITS: Readonly<Record<string, number>> = { KiB: 1024, MiB: 1024 * 1024 };
const bytesIn = (text: string): number => {
  const [, figure = '', unit = ''] = /^(\d+) (KiB|MiB)/.exec(text) ?? [];
  return Number(figure) * (UNITS[unit] ?? NaN);
};

test('the sizes of files are as the operators read them', async () => {
  const rows = rowsOfTable(between(await readDoc('docs/operations.md'), '<!-- files -->', '<!-- /files -->'));
  const [, body = ''] =
    /BODY_LIMIT = (\d+) \* 1024;/.exec(await readDoc('src/foundation/http/edge.ts')) ?? [];
  const [, lines = ''] =
    /LIST_LINES = (\d+)_000;/.exec(await readDoc('src/identity/invitation-list.ts')) ?? [];
  expect(rows.map(([, , size = '']) => bytesIn(size))).toEqual([
    UPLOADED_BYTES,
    LIST_BYTES,
    REPORTS_BYTES,
    ACCOUNT_BYTES,
    Number(body) * 1024,
  ]);
  expect(rows[3]?.[2]).toContain(`${lines},000 lines`);
});
