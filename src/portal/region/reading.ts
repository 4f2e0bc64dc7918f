/** Reads a summary of the API for people: marks, ranges, a headline and what is missing. Nothing is calculated beyond what its cells say. */
import type { components } from '../../client/generated/api.ts';
import { inWords, legendOf, type ReadableCell } from '../../tables/marks.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../../tables/table-columns.ts';
import type { RegionWords } from '../words/de/region.ts';

export type Summary = components['schemas']['SummaryBody'];
export type SummaryRow = components['schemas']['SummaryRowBody'];
export type SummaryCell = components['schemas']['SummaryCellBody'];
export type Measure = 'consultations' | 'pupils';
export type Language = 'de' | 'en';

/**
 * How a cell is drawn. Whatever is hidden is hidden in one and the same way: a hidden cell has no number, so nothing
 * that is drawn from it can differ.
 *
 * exact  one number · least  a number and no upper end · range  two ends · nothing  exactly none · hidden, pending  none shown
 */
export type CellKind = 'exact' | 'least' | 'range' | 'nothing' | 'hidden' | 'pending';

export interface ReadCell {
  readonly kind: CellKind;
  /** The number, the range or the sign, with the separators of the language. */
  readonly text: string;
  /** Lower end; 0 where there is none to draw. */
  readonly from: number;
  /** Upper end; as the lower one where none is known. */
  readonly to: number;
}

export interface ReadColumn {
  /** Code of a benefit, NOT_ITEMISED or REPORTED_TOTAL. */
  readonly code: string;
  readonly measure: Measure;
  readonly title: string;
}

export interface ReadRow {
  readonly region: string;
  readonly name: string;
  /** Null where the row is of all school types. */
  readonly schoolType: string | null;
  readonly reported: number;
  readonly expected: number;
  readonly pending: boolean;
  /** In the order of the columns that were asked for. */
  readonly cells: readonly ReadCell[];
}

/** Benefits with their labels, of the scheme that the release names. */
export interface Labels {
  readonly benefits: readonly { readonly code: string; readonly label: Readonly<Record<Language, string>> }[];
}

const DRAWN_NOWHERE = { from: 0, to: 0 };

/** One cell for people. A cell that is not there, such as a total of pupils, is hidden like any other. */
export function readCell(cell: ReadableCell | undefined, lang: Language, words: RegionWords): ReadCell {
  const { status = 'hidden', from = null, to = null } = cell ?? {};
  const sign = inWords({ status, from, to }, lang);
  const text = String(sign).replace(/\d+/g, (digits) => words.number(Number(digits)));
  if (status === 'pending') return { kind: 'pending', text, ...DRAWN_NOWHERE };
  if (status === 'hidden' || from === null) return { kind: 'hidden', text, ...DRAWN_NOWHERE };
  if (to === null) return { kind: 'least', text, from, to: from };
  if (to > from) return { kind: 'range', text, from, to };
  return { kind: from === 0 ? 'nothing' : 'exact', text, from, to };
}

/** The columns of one measure, as the scheme orders them; the total stands first, where there is one. */
export function columnsOf(
  measure: Measure,
  { benefits }: Labels,
  lang: Language,
  words: RegionWords,
): ReadColumn[] {
  const named = benefits.map(({ code, label }): ReadColumn => ({ code, measure, title: label[lang] }));
  if (measure === 'pupils') return named;
  return [
    { code: REPORTED_TOTAL, measure, title: words.column.REPORTED_TOTAL },
    ...named,
    { code: NOT_ITEMISED, measure, title: words.column.NOT_ITEMISED },
  ];
}

/** Rows in the order of the answer. */
export function readRows(
  rows: readonly SummaryRow[],
  columns: readonly ReadColumn[],
  lang: Language,
  words: RegionWords,
): ReadRow[] {
  return rows.map((row) => ({
    region: row.region,
    name: words.region(row.region, row.name),
    schoolType: row.schoolType,
    reported: row.schools.reported,
    expected: row.schools.expected,
    pending: row.pending,
    cells: columns.map(({ measure, code }) => readCell(row[measure][code], lang, words)),
  }));
}

/** One sentence with the figure. column  what was chosen; the total where nothing was */
export function headline(
  row: SummaryRow,
  { period, column, title }: { readonly period: string; readonly column: string; readonly title: string },
  lang: Language,
  words: RegionWords,
): string {
  const during = words.during(period);
  const { kind, text } = readCell(row.consultations[column], lang, words);
  const { headline: say } = words;
  const sentence = {
    exact: () => (text === '1' ? say.one(during) : say.exact(during, text)),
    least: () => say.range(during, text),
    range: () => say.range(during, text),
    nothing: () => say.nothing(during),
    hidden: () => say.hidden(during),
    pending: () => say.pending(during),
  }[kind]();
  return column === REPORTED_TOTAL ? sentence : say.about(sentence, title);
}

/** Regions that are named; the others are counted. */
const NAMED_GAPS = 5;

/**
 * What is missing, in sentences: schools, hidden cells, rows too early to show, and what was reported for several benefits.
 *
 * own    the row of the region that is looked at
 * parts  rows of its parts; may be empty
 */
export function gaps(
  own: SummaryRow,
  parts: readonly SummaryRow[],
  lang: Language,
  words: RegionWords,
): string[] {
  const { gaps: say } = words;
  const sentences: string[] = [];
  const lacking = parts
    .map(({ region, name, schools }) => ({
      name: words.region(region, name),
      missing: schools.expected - schools.reported,
    }))
    .filter(({ missing }) => missing > 0)
    .sort((one, other) => other.missing - one.missing);
  if (own.schools.reported >= own.schools.expected) sentences.push(say.noneMissing);
  else if (lacking.length > 0) {
    const named = lacking.slice(0, NAMED_GAPS).map(({ name, missing }) => say.schools(name, missing));
    const rest = lacking.length - named.length;
    sentences.push(say.missing(words.and(rest > 0 ? [...named, say.more(rest)] : named)));
  }
  const rows = [own, ...parts];
  const cells = rows.filter(({ pending }) => !pending).flatMap(cellsOf);
  const hidden = cells.filter(({ status }) => status === 'hidden').length;
  if (cells.length > 0) sentences.push(hidden > 0 ? say.hidden(hidden, cells.length) : say.noneHidden);
  const early = rows.filter(({ pending }) => pending).map(({ region, name }) => words.region(region, name));
  if (early.length > 0) sentences.push(say.pending(words.and([...new Set(early)])));
  const pooled = readCell(own.consultations[NOT_ITEMISED], lang, words);
  if (pooled.kind === 'exact') sentences.push(say.pooled(pooled.text));
  return sentences;
}

/** How many cells of consultations show no number, whatever the cause, and of how many. */
export function shareHidden(rows: readonly SummaryRow[]): { readonly hidden: number; readonly of: number } {
  const cells = rows.flatMap(({ consultations }) => Object.values(consultations));
  return { hidden: cells.filter(({ status }) => status !== 'open').length, of: cells.length };
}

const cellsOf = ({ consultations, pupils }: SummaryRow): SummaryCell[] => [
  ...Object.values(consultations),
  ...Object.values(pupils),
];

/** The signs that these rows bear, each with its meaning, and that all of it is what was reported. */
export const legend = (rows: readonly SummaryRow[], lang: Language): string[] =>
  legendOf(rows.flatMap(cellsOf), lang);

/** read  moment of reading, ISO 8601 */
export function citation(summary: Summary, name: string, read: string, words: RegionWords): string {
  const { release } = summary;
  return words.cite({
    region: words.region(summary.region, name),
    period: words.period(summary.period),
    version: release.version,
    released: words.day(release.releasedAt),
    id: release.id,
    read: words.day(read),
  });
}

export const sourceLine = ({ release }: Summary, words: RegionWords): string =>
  words.source(words.day(release.releasedAt));
