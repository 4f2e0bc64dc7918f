/** Many reports in one file: NDJSON, a report a line, or CSV in long form, a cell a line. Strict, and faults name lines alone. */
import type { Finding } from './finding.ts';
import { readJson } from './json.ts';
import { parsePeriodKey, type PeriodKey } from './period.ts';
import { REPORT_BYTES, REPORT_WORDS, reportIn } from './read-report.ts';
import type { Cell, Report } from './report.ts';
import { parseSchoolNumber, type SchoolNumber } from './school.ts';
import { BENEFIT_PATTERN, COUNT_MAX, SCHEME_PATTERN, Shape, textFinding } from './shape.ts';
import { asRead } from './sheet/as-read.ts';
import { readSheet, type Row } from './sheet/read-sheet.ts';
import { filled, SHEET_FAULTS } from './sheet/sheet-faults.ts';

/** Most bytes of a file, and most reports in it: three times the schools of the largest Land. */
export const REPORTS_BYTES = 32 * 1024 * 1024;
export const REPORTS_MAX = 20_000;
/** A report has at most as many cells as a scheme has benefits. */
const LINES_MAX = 240_000;
/** Faults after which reading ends. */
const FAULTS_MAX = 200;

/** A report as it stands in a file. */
export interface FiledReport {
  /** Line of the file; of CSV the first of its lines. */
  readonly line: number;
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
  readonly report: Report;
  /** Token of the answer that asked about this report. */
  readonly confirm: string | undefined;
}

/** What is wrong with a line, in words that repeat nothing of it. */
export interface FileFault {
  readonly line: number;
  /** JSON pointer into the line, or the column. */
  readonly pointer: string;
  readonly cause: string;
  readonly reason: { readonly de: string; readonly en: string };
}

export interface ReportsFile {
  /** In the order of the file. */
  readonly reports: readonly FiledReport[];
  readonly faults: readonly FileFault[];
}

const REASONS = {
  'too-many': {
    de: `Eine Datei hat höchstens ${REPORTS_MAX} Meldungen.`,
    en: `A file has at most ${REPORTS_MAX} reports.`,
  },
  'too-large': { de: 'Die Datei ist größer als 32 MiB.', en: 'The file is larger than 32 MiB.' },
  nothing: { de: 'Die Datei enthält keine Meldung.', en: 'The file holds no report.' },
  duplicate: {
    de: 'Zu dieser Schule und diesem Zeitraum steht weiter oben schon eine Meldung.',
    en: 'A report of this school and period stands further up already.',
  },
  'not-a-school': {
    de: 'Hier wird die amtliche Schulnummer erwartet, sechs Ziffern.',
    en: 'An official school number of six digits belongs here.',
  },
  'not-a-period': {
    de: 'Hier wird ein Zeitraum wie 2026-Q3, 2026-S1 oder 2026 erwartet.',
    en: 'A period such as 2026-Q3, 2026-S1 or 2026 belongs here.',
  },
  'not-a-token': {
    de: 'Hier wird die Bestätigung erwartet, die eine Antwort gab.',
    en: 'The confirmation that an answer gave belongs here.',
  },
  'not-a-part': {
    de: 'Hier wird cell, none oder withheld erwartet.',
    en: 'One of cell, none and withheld belongs here.',
  },
  'not-a-code': {
    de: 'Hier wird ein Kürzel in der vorgesehenen Schreibweise erwartet.',
    en: 'A code in the declared spelling belongs here.',
  },
  'not-a-count': { de: 'Hier wird eine ganze Zahl erwartet.', en: 'A whole number belongs here.' },
  'not-empty': {
    de: 'In dieser Zeile bleibt die Zelle leer: Zahlen stehen nur bei cell.',
    en: 'This cell stays empty in this line: numbers stand beside cell alone.',
  },
  differs: {
    de: 'Schema und Schutzregel sind in allen Zeilen einer Meldung gleich.',
    en: 'Scheme and policy are the same in all lines of a report.',
  },
} as const;

type Cause = keyof typeof REASONS;

const fault = (line: number, pointer: string, cause: Cause): FileFault => ({
  line,
  pointer,
  cause,
  reason: REASONS[cause],
});

/**
 * Reads a file of reports. Where anything of it cannot be read, all of that is told, and nobody should take the rest: a
 * file that was cut off may lack more than it shows.
 *
 * bytes    NDJSON in UTF-8 if the first character is `{`, else CSV with a header, in an encoding of `decodeText`
 * returns  reports by line, each school and period once; and faults, at most some two hundred
 * throws   nothing. Cost: linear; beside the bytes it holds what it returns, and one line of text, or all cells of a CSV.
 */
export function readReports(bytes: Uint8Array): ReportsFile {
  if (bytes.length > REPORTS_BYTES) return { reports: [], faults: [fault(0, '', 'too-large')] };
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09);
  if (first === undefined) return { reports: [], faults: [fault(0, '', 'nothing')] };
  const read = first === 0x7b ? linesOfJson(bytes) : linesOfSheet(bytes);
  const known = new Set<string>();
  const again = read.reports.filter(({ school, period }) => {
    const key = `${period} ${school}`;
    return known.size === known.add(key).size;
  });
  const faults = [
    ...read.faults,
    ...again.slice(0, FAULTS_MAX).map(({ line }) => fault(line, '', 'duplicate')),
  ];
  if (faults.length === 0 && read.reports.length === 0) faults.push(fault(0, '', 'nothing'));
  return { reports: read.reports, faults };
}

const FILED_FIELDS = ['school', 'period', 'report'] as const;
const FILED_WORDS: ReadonlySet<string> = new Set([...REPORT_WORDS, ...FILED_FIELDS, 'confirm']);
const TOKEN = /^[\w.-]{1,200}$/;

function linesOfJson(bytes: Uint8Array): ReportsFile {
  const reports: FiledReport[] = [];
  const faults: FileFault[] = [];
  let line = 0;
  for (let from = 0; from < bytes.length && faults.length < FAULTS_MAX;) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    line += 1;
    const text = bytes.subarray(from, to);
    from = to + 1;
    if (text.every((byte) => byte === 0x20 || byte === 0x0d || byte === 0x09)) continue;
    if (reports.length === REPORTS_MAX) {
      faults.push(fault(line, '', 'too-many'));
      break;
    }
    const read = filedReport(text, line);
    if ('faults' in read) faults.push(...read.faults);
    else reports.push(read);
  }
  return { reports, faults };
}

/** One line: `{"school": …, "period": …, "report": {…}}`, perhaps with `confirm`. */
function filedReport(text: Uint8Array, line: number): FiledReport | { faults: FileFault[] } {
  const told = ({ pointer, cause, reason }: Finding): FileFault => ({
    line,
    pointer,
    cause: cause ?? 'shape',
    reason,
  });
  const json = readJson(text, { bytes: REPORT_BYTES, words: FILED_WORDS });
  if ('fault' in json) return { faults: [told(textFinding(json.fault))] };
  const shape = new Shape();
  const body = shape.fields(json.value, '', FILED_FIELDS, ['confirm']);
  const report = reportIn(shape, body.get('report') ?? null, '/report');
  const [school, period] = [
    parsed(body.get('school'), parseSchoolNumber),
    parsed(body.get('period'), parsePeriodKey),
  ];
  const confirm = body.get('confirm');
  const isToken = confirm === undefined || (typeof confirm === 'string' && TOKEN.test(confirm));
  if (school === undefined && body.has('school')) return { faults: [fault(line, '/school', 'not-a-school')] };
  if (period === undefined && body.has('period')) return { faults: [fault(line, '/period', 'not-a-period')] };
  if (!isToken) return { faults: [fault(line, '/confirm', 'not-a-token')] };
  if (shape.findings.length > 0 || !school || !period) return { faults: shape.findings.map(told) };
  return { line, school, period, report, confirm };
}

const parsed = <Key>(value: unknown, parse: (text: string) => Key | undefined): Key | undefined =>
  typeof value === 'string' ? parse(value) : undefined;

const NEEDED = [
  { name: 'school', also: ['schule', 'schulnummer'] },
  { name: 'period', also: ['zeitraum'] },
  { name: 'scheme', also: ['schema'] },
  { name: 'policy', also: ['schutzregel'] },
  { name: 'part', also: ['teil'] },
  { name: 'benefits', also: ['leistungen'] },
  { name: 'pupils', also: ['kinder'] },
  { name: 'consultations', also: ['beratungen'] },
] as const;
const CONFIRM = { name: 'confirm', also: ['bestätigung'] } as const;

type Column = (typeof NEEDED)[number]['name'] | 'confirm';

/** Lines of one report, in whatever order they stand. */
interface Gathered {
  readonly line: number;
  readonly school: SchoolNumber;
  readonly period: PeriodKey;
  readonly scheme: string;
  readonly policy: number;
  readonly cells: Cell[];
  readonly none: string[];
  readonly withheld: string[];
  readonly confirm: string;
}

function linesOfSheet(bytes: Uint8Array): ReportsFile {
  const sheet = readSheet(bytes, {
    needed: NEEDED,
    optional: [CONFIRM],
    bytes: REPORTS_BYTES,
    lines: LINES_MAX,
  });
  const faults = sheet.faults.slice(0, FAULTS_MAX).map(({ rule, line, about, seen }): FileFault => ({
    line,
    pointer: '',
    cause: rule,
    reason: {
      de: filled(SHEET_FAULTS[rule].de, about, seen),
      en: filled(SHEET_FAULTS[rule].en, about, seen),
    },
  }));
  const gathered = new Map<string, Gathered>();
  for (const row of sheet.rows) {
    if (faults.length >= FAULTS_MAX) break;
    addLine(gathered, row, (column) => asRead(row.cells[sheet.places.get(column) ?? -1] ?? ''), faults);
    if (gathered.size > REPORTS_MAX) {
      faults.push(fault(row.line, '', 'too-many'));
      break;
    }
  }
  const reports = [...gathered.values()].map(({ line, school, period, confirm, ...report }): FiledReport => ({
    ...{ line, school, period, report },
    confirm: confirm === '' ? undefined : confirm,
  }));
  return { reports, faults };
}

/** Adds one line to its report, or says what is wrong with it. */
function addLine(
  gathered: Map<string, Gathered>,
  { line }: Row,
  at: (column: Column) => string,
  faults: FileFault[],
): void {
  const before = faults.length;
  const refuse = (column: Column, cause: Cause): void => void faults.push(fault(line, `/${column}`, cause));
  const [school, period] = [parseSchoolNumber(at('school')), parsePeriodKey(at('period'))];
  if (school === undefined) refuse('school', 'not-a-school');
  if (period === undefined) refuse('period', 'not-a-period');
  if (!SCHEME_PATTERN.test(at('scheme'))) refuse('scheme', 'not-a-code');
  const count = (column: Column): number => {
    const text = at(column);
    const number = /^\d{1,7}$/.test(text) ? Number(text) : COUNT_MAX + 1;
    if (number > COUNT_MAX) refuse(column, 'not-a-count');
    return number;
  };
  const policy = count('policy');
  const part = at('part');
  if (part !== 'cell' && part !== 'none' && part !== 'withheld') refuse('part', 'not-a-part');
  const benefits = at('benefits')
    .split('+')
    .map((code) => code.trim());
  if (!benefits.every((code) => BENEFIT_PATTERN.test(code))) refuse('benefits', 'not-a-code');
  const counts =
    part === 'cell' ? { pupils: count('pupils'), consultations: count('consultations') } : undefined;
  for (const column of ['pupils', 'consultations'] as const)
    if (!counts && at(column) !== '') refuse(column, 'not-empty');
  const confirm = at('confirm');
  if (confirm !== '' && !TOKEN.test(confirm)) refuse('confirm', 'not-a-token');
  if (faults.length > before || school === undefined || period === undefined) return;

  const key = `${period} ${school}`;
  const own: Gathered = gathered.get(key) ?? {
    ...{ line, school, period, scheme: at('scheme'), policy, cells: [], none: [], withheld: [], confirm },
  };
  gathered.set(key, own);
  if (own.scheme !== at('scheme') || own.policy !== policy) refuse('scheme', 'differs');
  if (counts) own.cells.push({ benefits, ...counts });
  else own[part === 'none' ? 'none' : 'withheld'].push(...benefits);
}
