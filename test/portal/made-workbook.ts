/** A workbook (ECMA-376) of few parts, as far as a test needs one. */
import { strToU8, zipSync } from 'fflate';

/** A text, a number, a formula with the result that was last shown, or a day by its serial number. */
type Cell =
  | string
  | number
  | null
  | { readonly formula: string; readonly shown: string | number }
  | { readonly serial: number };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Such as `A2:B2`. */
  readonly merged?: readonly string[];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function cellXml(cell: Cell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('serial' in cell) return `<c r="${at}" s="1"><v>${cell.serial}</v></c>`;
  const type = typeof cell.shown === 'string' ? ' t="str"' : '';
  return `<c r="${at}"${type}><f>${cell.formula}</f><v>${cell.shown}</v></c>`;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export function madeWorkbook(
  sheets: readonly MadeSheet[],
  { from1904 = false, macros = false } = {},
): Buffer {
  const sheetXml = ({ rows, merged = [] }: MadeSheet): string =>
    `<worksheet ${MAIN}><dimension ref="A1:${String.fromCharCode(64 + Math.max(1, ...rows.map((row) => row.length)))}${rows.length}"/><sheetData>${rows
      .map(
        (row, down) =>
          `<row r="${down + 1}">${row.map((cell, right) => cellXml(cell, `${String.fromCharCode(65 + right)}${down + 1}`)).join('')}</row>`,
      )
      .join(
        '',
      )}</sheetData>${merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  const type = macros
    ? 'application/vnd.ms-excel.sheet.macroEnabled'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="rId90" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...(macros && { 'xl/vbaProject.bin': 'no program' }),
  };
  sheets.forEach((sheet, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)));
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, text]) => [
          name,
          strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`),
        ]),
      ),
    ),
  );
}
