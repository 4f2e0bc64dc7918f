/**
 * A workbook (.xlsx, .xlsm), read on the device: of its sheets the cells as they were last shown, so of a formula its result. Macros are
 * bytes that nobody runs here.
 */
import { strFromU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

export type WorkbookFault = 'old-workbook' | 'too-large' | 'not-text';

/** Bytes of all parts unpacked: a small file may hold much. */
const MOST_UNPACKED = 60_000_000;
const INFO = 'xl/workbook.xml';

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/** ZIP, as workbooks are; or what older ones, and those with a password, are (OLE2). */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

export async function sheetsOf(bytes: Uint8Array<ArrayBuffer>): Promise<readonly Sheet[] | WorkbookFault> {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-workbook';
  try {
    let unpacked = 0;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return unpacked <= MOST_UNPACKED && /\.(xml|rels)$/.test(name);
      },
    });
    if (unpacked > MOST_UNPACKED) return 'too-large';
    const info = parts[INFO];
    if (!info) return 'not-text';
    const hidden = hiddenIn(strFromU8(info));
    // Unpacked already: the reader would do it in a worker made of a text, which the policy of the page lets nobody make.
    const sheets = await readXlsxFile(zipSync(parts, { level: 0 }).buffer, { trim: true });
    return sheets.map(({ sheet, data }, at) => ({
      name: sheet,
      isHidden: hidden[at] ?? false,
      rows: data.map((row) => row.map(textOf)),
    }));
  } catch {
    return 'not-text';
  }
}

/** By place: whether the workbook shows it. */
function hiddenIn(info: string): boolean[] {
  const document = new DOMParser().parseFromString(info, 'application/xml');
  return [...document.getElementsByTagNameNS('*', 'sheet')].map(
    (sheet) => (sheet.getAttribute('state') ?? 'visible') !== 'visible',
  );
}

/** A cell as a text in one line. A date is none of our numbers, whichever year its workbook counts from, and shows as what it is. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '?' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
    return String(cell).replace(/\s+/g, ' ');
  return '?';
}
