/** The text of a file from raw bytes, in the encodings that spreadsheets write, and which of them it was. */
import { readWindows1252 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1252';

export type Text =
  | { readonly text: string; readonly encoding: Encoding }
  /** `workbook`: a file of Excel or Calc; `encoding`: text that cannot be told, by its first such line. */
  | { readonly fault: 'workbook' | 'encoding'; readonly line: number };

/** A zip archive (xlsx, ods) and the older binary form (xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * UTF-8; UTF-16 with a byte order mark, or without one where its first characters show it; Windows-1252 where nothing
 * else can be meant. Byte order marks are taken off, however many. Line ends become LF.
 */
export function decodeText(bytes: Uint8Array): Text {
  if (WORKBOOKS.some((magic) => magic.every((byte, at) => bytes[at] === byte)))
    return { fault: 'workbook', line: 0 };
  const wide = wideOrder(bytes);
  if (wide) {
    const text = decoded(bytes, wide);
    return text === undefined ? { fault: 'encoding', line: 1 } : { text: plain(text), encoding: 'utf-16' };
  }
  const text = decoded(bytes, 'utf-8');
  if (text !== undefined) return { text: plain(text), encoding: 'utf-8' };
  const western = readWindows1252(bytes);
  if (western !== undefined) return { text: plain(western), encoding: 'windows-1252' };
  return { fault: 'encoding', line: lineNotUtf8(bytes) };
}

const plain = (text: string): string => text.replace(/^\ufeff+/, '').replaceAll(/\r\n?/g, '\n');

function wideOrder([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((a === 0xff && b === 0xfe) || (a && b === 0 && c && d === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b && c === 0 && d)) return 'utf-16be';
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The byte of a line feed is never part of another character, so each line can be tried by itself. */
function lineNotUtf8(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, from);
    const to = feed === -1 ? bytes.length : feed + 1;
    if (decoded(bytes.subarray(from, to), 'utf-8') === undefined) return line;
    from = to;
  }
  return line;
}
