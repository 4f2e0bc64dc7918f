/** German words of the files for people: titles of columns, notes, periods, and how a table is cited. */
import { inWords } from '../tables/marks.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../tables/table-columns.ts';
import type { Scheme } from '../rules/scheme.ts';
import type { SummaryCell, SummaryTable } from './summary-table.ts';

const TITLES: Readonly<Record<string, string>> = {
  [NOT_ITEMISED]: 'nicht aufgeteilt',
  [REPORTED_TOTAL]: 'gemeldet insgesamt',
};

/** The title of a column: of a benefit its label in the scheme. scheme  undefined where this program does not know it */
export function titlesOf(scheme: Scheme | undefined): (column: string) => string {
  const labels = new Map(scheme?.benefits.map(({ code, label: { de } }) => [code, de]));
  return (column) => TITLES[column] ?? labels.get(column) ?? column;
}

/** Says why a number and a range are no contradiction. */
export const ABOUT_NUMBERS =
  'Eine Zahl unter einer Leistung wurde für sie allein gemeldet und ist damit das Mindeste. „höchstens“ zählt mit, was die Zeile „nicht aufgeteilt“ hat.';

export const ABOUT_PUPILS =
  'Kinder zählen je Leistung einmal. Über Leistungen und Zeiträume werden sie nicht zusammengezählt, weil ein Kind dann mehrfach zählte.';

/** What the figures are not. */
export const NO_STATISTICS =
  'Dies ist keine amtliche Statistik. Eine Zahl sagt nichts über die Leistung einer Schule oder einer Person.';

/** These have one number: what was reported. */
export const isExact = (column: string): boolean => column === NOT_ITEMISED || column === REPORTED_TOTAL;

/** A number that a spreadsheet can add; but no 0 that is not certain. */
export const leastOf = (cell: SummaryCell): string | number =>
  cell.from !== null && cell.from > 0 ? cell.from : inWords(cell, 'de');

/** An upper end that hangs on a hidden number is hidden too. */
export const mostOf = ({ status, to }: SummaryCell): string | number =>
  inWords({ status, from: to, to }, 'de');

/** `3. Quartal 2026`. */
export function periodInGerman(period: string): string {
  const [year = '', part = ''] = period.split('-');
  if (part === '') return `Jahr ${year}`;
  return `${part.slice(1)}. ${part.startsWith('Q') ? 'Quartal' : 'Halbjahr'} ${year}`;
}

const DAY = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: 'Europe/Berlin' });

/** `29. Dezember 2026`, as the calendar in Germany has it. */
export const germanDay = (at: Date): string => DAY.format(at);

const PARTS: Readonly<Record<string, string>> = {
  state: 'das Land',
  district: 'nach Regierungsbezirken',
  county: 'nach Kreisen und kreisfreien Städten',
};

/** What the rows are: `nach Kreisen und kreisfreien Städten`; nothing where it is one region's own row. */
export function partsInGerman({ rows, level, by, region }: SummaryTable): string {
  if (by === 'school-type') return 'nach Schulformen';
  return rows.length === 1 && rows[0]?.region === region ? '' : (PARTS[level] ?? '');
}

/** The region of the whole table, by name and key. */
export const regionInGerman = ({ region, regionName }: SummaryTable): string =>
  `${region.length === 3 && !regionName.startsWith(DISTRICT) ? `${DISTRICT} ` : ''}${regionName} (${region})`;

/** A district is called like the city that it is named after. */
const DISTRICT = 'Regierungsbezirk';

/** How the table is cited; whoever cites adds the day on which it was read. */
export function citationOf(table: SummaryTable): string {
  const { id, version, releasedAt } = table.release;
  return `Kanon: Beratungsstatistik Bildung und Teilhabe, ${regionInGerman(table)}, ${periodInGerman(table.period)}. Freigabe ${version} vom ${germanDay(new Date(releasedAt))}, Kennung ${id}.`;
}

/** What is known of the table as a whole, by name. */
export function factsInGerman(table: SummaryTable): readonly (readonly [name: string, value: string])[] {
  const { release } = table;
  const parts = partsInGerman(table);
  const withholding = table.rows.find(({ schools }) => schools.withholding !== undefined)?.schools
    .withholding;
  return [
    ['Gebiet', regionInGerman(table)],
    ...(parts === '' ? [] : [['Zeilen', parts] as const]),
    ['Zeitraum', `${periodInGerman(table.period)} (${table.period})`],
    ['Erhebungsschema', release.scheme],
    ['Regeln der Geheimhaltung', `Fassung ${release.policy}`],
    ['Freigabe', `${release.version} vom ${germanDay(new Date(release.releasedAt))}`],
    ['Kennung', release.id],
    ['Felder ohne Zahl in der ganzen Freigabe', String(release.hiddenCells)],
    ...(withholding === undefined
      ? []
      : [['Schulen, die etwas zurückhielten', `mindestens ${withholding}`] as const]),
  ];
}
