/**
 * An attacker who is handed every file of a summary and its JSON, and looks for whatever a file tells beyond it: a number in any
 * part, property or stream, a hidden row, a mark that says why a cell is hidden. It knows the forms of files, and nothing of
 * what is hidden.
 */
import { strFromU8, unzipSync } from 'fflate';
import type { FormatName } from '../../src/formats/formats.ts';
import type { SummaryBody } from '../../src/releases/release.dto.ts';
import { hiddenPartsOf, textsOfPdf } from './pdf-texts.ts';
import { records } from './sdmx-reader.ts';

export interface Leak {
  readonly format: FormatName;
  readonly what: string;
}

type Files = ReadonlyMap<FormatName, Buffer>;

/**
 * What the files tell beyond the JSON.
 *
 * blank  the same files of a table whose every cell is hidden: what numbers stand in them belong to the form, and not to a cell
 */
export function attack(summary: SummaryBody, files: Files, blank: Files): Leak[] {
  const told = numbersIn([JSON.stringify(summary)]);
  return [...files].flatMap(([format, file]) => {
    const furniture = numbersIn(textsOf(format, blank.get(format)!));
    const beyond = [...numbersIn(textsOf(format, file))].filter(
      (one) => !told.has(one) && !furniture.has(one),
    );
    return [
      ...beyond.map((number) => `the number ${number}`),
      ...hiddenThings(format, file),
      ...causes(format, file, summary),
    ].map((what) => ({ format, what }));
  });
}

/** Whole numbers, each as its digits; thousands may stand apart by dots. Digits of a name, such as an id, are numbers too. */
function numbersIn(texts: readonly string[]): Set<string> {
  const found = texts.flatMap((text) => text.match(/\d{1,3}(?:\.\d{3})+(?![\d.])|\d+/g) ?? []);
  return new Set(found.map((one) => one.replaceAll('.', '').replace(/^0+(?=\d)/, '')));
}

/** All that a file says in words or numbers, whether or not a program shows it. */
function textsOf(format: FormatName, file: Buffer): string[] {
  if (format === 'xlsx') return partsOf(file).flatMap(([name, xml]) => [name, ...textsOfXml(xml)]);
  if (format === 'pdf') return textsOfPdf(file);
  return [file.toString()];
}

const partsOf = (file: Buffer): [string, string][] =>
  Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]);

/** Attributes that say how a sheet looks and where a cell is. */
const FORM = new Set(
  'r s t min max width customWidth ht customHeight xSplit ySplit topLeftCell activePane state tabSelected workbookViewId orientation xml:space numFmtId fontId fillId borderId count uniqueCount applyFont applyFill applyAlignment applyNumberFormat applyBorder wrapText vertical horizontal val rgb patternType name sheetId r:id Id Type Target PartName ContentType Extension xmlns xfId builtinId theme family scheme indexed formatCode defaultRowHeight activeTab version encoding standalone'.split(
    ' ',
  ),
);

/** Text between tags, comments, and attributes that are none of the form; a cell of a shared text holds its place alone. */
function textsOfXml(xml: string): string[] {
  const content = xml.replace(/(<c [^>]*t="s"[^>]*>\s*<v>)\d+(<\/v>)/g, '$1$2');
  const attributes = [...content.matchAll(/\s([\w:.-]+)="([^"]*)"/g)].filter(
    ([, name = '']) => !FORM.has(name) && !name.startsWith('xmlns'),
  );
  return [...attributes.map(([, , value = '']) => value), content.replace(/<(?!!--)[^>]*>/g, ' ')];
}

/** Places where a file can keep what its reader does not see. */
function hiddenThings(format: FormatName, file: Buffer): string[] {
  if (format === 'pdf') return hiddenPartsOf(file);
  if (format !== 'xlsx') return [];
  const parts = partsOf(file);
  const known =
    /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(sheet\d+\.xml|_rels\/sheet\d+\.xml\.rels))$/;
  const signs: readonly (readonly [RegExp, string])[] = [
    [/<(row|col)\b[^>]*\bhidden="(1|true)"/, 'a hidden row or column'],
    [/<(row|col)\b[^>]*\b(ht|width)="0(\.0+)?"/, 'a row or column of no size'],
    [/<sheet\b[^>]*\bstate="(hidden|veryHidden)"/, 'a hidden sheet'],
    [/<f[ >]/, 'a formula'],
    [/<(definedName|dataValidation|conditionalFormatting|legacyDrawing|extLst)\b/, 'something beside cells'],
    [/;;;/, 'a format that shows nothing'],
  ];
  return [
    ...parts.filter(([name]) => !known.test(name)).map(([name]) => `a part ${name}`),
    ...parts.flatMap(([name, xml]) =>
      signs.filter(([sign]) => sign.test(xml)).map(([, what]) => `${what} in ${name}`),
    ),
  ];
}

/** Marks by which hidden cells of one table differ from each other: each would be a cause. */
function causes(format: FormatName, file: Buffer, summary: SummaryBody): string[] {
  const marks = marksOf(format, file, summary);
  return marks.size > 1 ? [`hidden cells bear ${marks.size} marks: ${[...marks].sort().join(' and ')}`] : [];
}

/** The marks of all cells that are hidden in the JSON. */
function marksOf(format: FormatName, file: Buffer, { rows }: SummaryBody): Set<string> {
  const statuses = rows.flatMap((row) =>
    (['consultations', 'pupils'] as const).flatMap((measure) =>
      Object.values(row[measure]).map(({ status }) => status),
    ),
  );
  const hidden = (_: unknown, at: number): boolean => statuses[at] === 'hidden';
  if (format === 'sdmx-csv') {
    const [header = [], ...lines] = records(file.toString());
    const of = (name: string, line: readonly string[]): string => line[header.indexOf(name)] ?? '';
    return new Set(
      lines.filter(hidden).map((line) => `${of('OBS_STATUS', line)}/${of('CONF_STATUS', line)}`),
    );
  }
  if (format === 'json-stat') {
    const { status, dimension } = JSON.parse(file.toString()) as {
      status: string[];
      dimension: Record<string, unknown>;
    };
    if (dimension['school_type']) return new Set();
    // Two bounds a cell.
    return new Set(status.filter((_, at) => statuses[at >> 1] === 'hidden'));
  }
  if (format === 'csv') {
    const [header = [], ...lines] = records(file.toString());
    return new Set(lines.filter(hidden).map((line) => line[header.indexOf('status')] ?? ''));
  }
  if (format !== 'xlsx') return new Set();
  // Signs of hidden cells, with their look.
  const signs = partsOf(file)
    .filter(([name]) => /sheet[12]\.xml$/.test(name))
    .flatMap(([, xml]) => [...xml.matchAll(/<c [^>]*?s="(\d+)"[^>]*><is><t[^>]*>([.x/*])<\/t>/g)]);
  return new Set(signs.map(([, look, sign]) => `${sign} in look ${look}`));
}
