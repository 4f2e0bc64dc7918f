/** What somebody dropped on the report: a table of counts or a tally, as text or as a workbook. It is read here and goes nowhere. */
import { benefitNames } from '../../rules/benefit-names.ts';
import type { Policy } from '../../rules/policy.ts';
import { readStrokes } from '../../rules/read-strokes.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { Language } from '../frame/language.ts';
import { entryOf } from '../tally/tally.ts';
import { type FileFault, type FromFile, rowsOfText } from './from-file.ts';
import { isWorkbook, type Sheet, sheetsOf, type WorkbookFault } from './workbook.ts';

/** Bytes of a file. */
const LARGEST = 8_000_000;

/** Why nothing was taken; where it lies at a line of a tally, the sentence of the reader, which repeats nothing of it. */
export interface NotRead {
  readonly fault: FileFault | WorkbookFault | 'several-sheets' | 'hidden-sheet' | 'tally';
  /** Names of the sheets that are meant. */
  readonly sheets?: readonly string[];
  readonly line?: number;
  readonly reason?: Readonly<Record<Language, string>>;
}

export async function readFile(file: Blob, scheme: Scheme, policy: Policy): Promise<FromFile | NotRead> {
  if (file.size > LARGEST) return { fault: 'too-large' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isWorkbook(bytes)) return readTable(bytes, textIn(bytes), scheme, policy);
  const sheets = await sheetsOf(bytes);
  if (typeof sheets === 'string') return { fault: sheets };
  const read = sheets.map((sheet) => ({ sheet, found: readSheet(sheet, scheme, policy) }));
  const fitting = read.filter(({ found }) => 'rows' in found);
  const shown = fitting.filter(({ sheet }) => !sheet.isHidden);
  const [first] = shown;
  if (shown.length > 1) return { fault: 'several-sheets', sheets: shown.map(({ sheet }) => sheet.name) };
  if (first) return first.found;
  if (fitting.length > 0) return { fault: 'hidden-sheet', sheets: fitting.map(({ sheet }) => sheet.name) };
  const [tally] = read
    .map(({ found }) => found)
    .filter((found) => 'fault' in found && found.fault === 'tally');
  return tally ?? { fault: 'no-table' };
}

/** As a text with tabs, in which no cell holds one: so one reader reads both. */
function readSheet({ rows }: Sheet, scheme: Scheme, policy: Policy): FromFile | NotRead {
  const { codes } = benefitNames(scheme);
  const lines = rows.map((row) => (row.length > 3 ? withoutGaps(row, codes) : row).join('\t'));
  const text = lines.join('\n');
  return readTable(new TextEncoder().encode(text), text, scheme, policy);
}

/** Of cells that are merged the first one alone has a text: a benefit and two numbers stay a line of three. */
function withoutGaps(
  row: readonly string[],
  codes: (cell: string) => readonly string[] | undefined,
): readonly string[] {
  const filled = row.filter((cell) => cell !== '');
  return filled.length === 3 && row[0] !== '' && codes(filled[0] ?? '')?.length === 1 ? filled : row;
}

function readTable(bytes: Uint8Array, text: string, scheme: Scheme, policy: Policy): FromFile | NotRead {
  const counts = rowsOfText(text, scheme);
  if (typeof counts !== 'string' && !isTally(counts)) return counts;
  const tally = readStrokes(bytes, scheme);
  if ('strokes' in tally) {
    const { rows, unions } = entryOf({ children: [], strokes: tally.strokes }, scheme, policy);
    return { rows, unions, taken: tally.strokes.length, left: 0, isTally: true };
  }
  const [first] = tally.faults;
  // With a header of a tally, what is wrong in it is worth a sentence; anything else is no table of ours.
  const isMeant = first !== undefined && first.line > 1;
  if (isMeant && typeof counts === 'string' && counts !== 'not-text' && looksLikeTally(text, scheme))
    return { fault: 'tally', line: first.line, reason: first.reason };
  return typeof counts === 'string' ? { fault: counts } : counts;
}

/** A line of a tally may begin with a benefit as well, where its columns stand the other way round: then it has no numbers. */
const isTally = ({ rows }: FromFile): boolean =>
  Object.values(rows).every(({ pupils, consultations }) => !/^\d*$/.test(pupils) && consultations === '');

function looksLikeTally(text: string, scheme: Scheme): boolean {
  const { codes } = benefitNames(scheme);
  const lines = text.split('\n', 200);
  return lines.filter((line) => line.split(/[,;\t]/).some((cell) => codes(cell.trim()))).length >= 3;
}

/** UTF-8, or else what German Excel writes. */
function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
