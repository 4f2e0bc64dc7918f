/**
 * A summary as a PDF that can be filed with the proof of use of a grant (Verwendungsnachweis): headline and table, then what
 * the signs mean, who reported, the release with its certificate, and how it is cited. Two pages for a region or a district.
 */
import type { Scheme } from '../rules/scheme.ts';
import { inWords, legendOf } from '../tables/marks.ts';
import { REPORTED_TOTAL } from '../tables/table-columns.ts';
import {
  ABOUT_NUMBERS,
  ABOUT_PUPILS,
  citationOf,
  factsInGerman,
  germanDay,
  isExact,
  NO_STATISTICS,
  partsInGerman,
  periodInGerman,
  regionInGerman,
  titlesOf,
} from './german.ts';
import { newPdf } from './pdf-document.ts';
import { LANDSCAPE, type Line, PORTRAIT, Sheet, type TableLook } from './pdf-sheet.ts';
import { cellsIn, columnsIn, type SummaryCell, type SummaryRow, type SummaryTable } from './summary-table.ts';

const TITLE = 'Beratungsstatistik Bildung und Teilhabe';

/** The chunks of the file. */
export async function* pdfOf(table: SummaryTable, scheme: Scheme | undefined): AsyncGenerator<Buffer> {
  const { release } = table;
  const doc = await newPdf({
    form: 'PDF/A-2a',
    title: `${TITLE}, ${regionInGerman(table)}, ${periodInGerman(table.period)}`,
    author: 'Kanon',
    // Of the release and not of this moment: the same table is the same bytes.
    at: new Date(release.releasedAt),
    bufferPages: true,
  });
  const [only, ...more] = table.rows;
  const isOne = only !== undefined && more.length === 0;
  const sheet = new Sheet(doc, isOne ? PORTRAIT : LANDSCAPE);
  sheet.heading('H1', TITLE);
  sheet.sentence(headline(table), { size: 12, isBold: true });
  if (isOne) await oneRegion(sheet, only, scheme);
  else await severalRows(sheet, table, scheme);
  reading(sheet, table);
  if (isOne) sheet.page();
  filing(sheet, table);
  sheet.finish(`Kanon, Freigabe ${release.id}, Fassung ${release.version}`);
  doc.end();
  for await (const chunk of doc) yield chunk as Buffer;
}

const headline = (table: SummaryTable): string =>
  [regionInGerman(table), partsInGerman(table), periodInGerman(table.period)]
    .filter((part) => part !== '')
    .join(', ');

const shown = (cell: SummaryCell | undefined): string => (cell ? germanNumber(inWords(cell, 'de')) : '');

/** The same where no table stands around it. */
function alone(cell: SummaryCell | undefined): string {
  if (cell?.status === 'hidden') return 'nicht veröffentlicht (.)';
  return cell?.status === 'pending' ? 'noch keine Zahl (…)' : shown(cell);
}

/** Thousands apart, as in German tables; no longer text has digits of a number above 999 but ranges. */
const germanNumber = (words: string | number): string =>
  typeof words === 'number'
    ? GERMAN.format(words)
    : words.replace(/\d+/g, (digits) => GERMAN.format(Number(digits)));

const GERMAN = new Intl.NumberFormat('de-DE');

/** A row a benefit. */
async function oneRegion(sheet: Sheet, row: SummaryRow, scheme: Scheme | undefined): Promise<void> {
  const titleOf = titlesOf(scheme);
  const { expected, reported } = row.schools;
  sheet.facts([
    ['Beratungen, gemeldet insgesamt', alone(row.consultations[REPORTED_TOTAL])],
    ['Schulen, die gemeldet haben', `${GERMAN.format(reported)} von ${GERMAN.format(expected)}`],
  ]);
  sheet.heading('H2', 'Beratungen sowie beratene Schülerinnen und Schüler je Leistung');
  const look: TableLook = {
    columns: [{ width: 82 }, { width: 46, align: 'right' }, { width: sheet.width - 128, align: 'right' }],
    heads: ['Leistung', 'Beratungen', 'Schülerinnen und Schüler'],
    size: 10.5,
    pad: 5,
  };
  await sheet.table(
    look,
    Object.entries(row.consultations).map(([column, cell]): Line => ({
      cells: [titleOf(column), shown(cell), isExact(column) ? '' : shown(row.pupils[column])],
      isSum: column === REPORTED_TOTAL,
    })),
  );
  sheet.sentence(ABOUT_NUMBERS.replace('„höchstens“ zählt', 'Das obere Ende einer Spanne zählt'));
  sheet.sentence(ABOUT_PUPILS);
}

/** A row a region or school type, first for consultations and then for pupils. */
async function severalRows(sheet: Sheet, table: SummaryTable, scheme: Scheme | undefined): Promise<void> {
  const titleOf = titlesOf(scheme);
  const parts = [
    ['consultations', 'Beratungen'],
    ['pupils', 'Beratene Schülerinnen und Schüler'],
  ] as const;
  for (const [measure, title] of parts) {
    const columns = columnsIn(table, measure);
    const name = 50;
    const schools = 19;
    const width = (sheet.width - name - schools) / columns.length;
    sheet.heading('H2', title);
    await sheet.table(
      {
        columns: [
          { width: name },
          { width: schools, align: 'right' },
          ...columns.map(() => ({ width, align: 'right' as const })),
        ],
        heads: [
          table.by === 'school-type' ? 'Schulform' : 'Region',
          'Schulen gemeldet',
          ...columns.map((column) => hyphenated(titleOf(column))),
        ],
        size: 7.5,
        pad: 2.2,
      },
      table.rows.map((row): Line => ({
        cells: [
          nameOf(row),
          `${GERMAN.format(row.schools.reported)} von ${GERMAN.format(row.schools.expected)}`,
          ...columns.map((column) => shown(row[measure][column])),
        ],
      })),
    );
  }
}

/** Where a long word of a label may be parted, by a soft hyphen; a narrow column parts it anywhere else. */
const hyphenated = (label: string): string =>
  label.replace(
    /(Gemein)(schaftliche)|(Mittags)(verpflegung)|(Schüler)(beförderung)|(Lern)(förderung)|(Klassen)(fahrten)/g,
    (word) => word.replace(/^(Gemein|Mittags|Schüler|Lern|Klassen)/, '$1\u00ad'),
  );

const nameOf = ({ region, name, schoolType }: SummaryRow): string =>
  schoolType === null ? `${region} ${name}` : `${region} ${schoolType}`;

/** What the signs mean, and who reported. */
function reading(sheet: Sheet, table: SummaryTable): void {
  sheet.heading('H2', 'Zeichenerklärung');
  sheet.points(legendOf(cellsIn(table), 'de'));
  sheet.heading('H2', 'Vollständigkeit');
  const [only, ...more] = table.rows;
  if (only && more.length === 0)
    sheet.sentence(
      `Es haben ${GERMAN.format(only.schools.reported)} von ${GERMAN.format(only.schools.expected)} erwarteten Schulen gemeldet.`,
    );
  else sheet.sentence('Wie viele der erwarteten Schulen gemeldet haben, steht in jeder Zeile der Tabelle.');
  sheet.sentence(
    'Erwartet sind die Schulen, die an der Erhebung teilnehmen. Wer nicht meldete, fehlt; geschätzt wird nichts.',
  );
}

/** What was released, and how it is cited. */
function filing(sheet: Sheet, table: SummaryTable): void {
  const { release } = table;
  sheet.heading('H2', 'Freigabe und Bescheinigung');
  sheet.facts(factsInGerman(table));
  sheet.sentence(
    `Zwei Personen der Statistikstelle haben diese Zahlen freigegeben. Die Bescheinigung der Freigabe sagt, wogegen sie geschützt sind und wogegen nicht: /v1/releases/${release.id}/certificate`,
  );
  sheet.heading('H2', 'So wird diese Tabelle zitiert');
  sheet.sentence(citationOf(table));
  sheet.heading('H2', 'Zur Ablage');
  sheet.sentence(
    `Diese Datei gibt den Stand der Freigabe vom ${germanDay(new Date(release.releasedAt))} wieder und kann dem Verwendungsnachweis beigefügt werden. Spätere Fassungen haben eine andere Nummer; diese bleibt abrufbar.`,
  );
  sheet.sentence(NO_STATISTICS);
}
