/** How much of a release is of use: the cells of benefits that show a number, and the consultations behind them. */
import type { InBoth, Language } from '../foundation/language.ts';
import { boundsOf } from '../tables/bounds.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from '../tables/table-columns.ts';

/** Parts of all cells, between 0 and 1. */
export interface CellShares {
  /** Cells that show a number, be it the lower end of a range. */
  readonly shown: number;
  /** Cells whose number is exactly what was reported. */
  readonly exact: number;
}

interface Row {
  /** In the order of the release's columns; null where no number is shown. */
  readonly consultations: readonly (number | null)[];
}

/**
 * Over the consultations of single benefits.
 *
 * columns  of the release
 * returns  null where there is no cell
 */
export function cellShares(rows: readonly Row[], columns: readonly string[]): CellShares | null {
  const bounds = rows.flatMap(({ consultations }) =>
    benefitsOf(columns).map((column) =>
      boundsOf(
        'consultations',
        column,
        consultations[columns.indexOf(column)] ?? null,
        consultations[columns.indexOf(NOT_ITEMISED)] ?? null,
      ),
    ),
  );
  if (bounds.length === 0) return null;
  const share = (is: (from: number | null, to: number | null) => boolean): number =>
    bounds.filter(({ from, to }) => is(from, to)).length / bounds.length;
  return { shown: share((from) => from !== null), exact: share((from, to) => from !== null && from === to) };
}

/**
 * The part of all reported consultations that stands under its benefit in one of the rows; null where there were none.
 *
 * rows  that add up to all that was reported, such as all counties
 * all   what was reported, whether a release shows it or not
 */
export function consultationShare(
  rows: readonly Row[],
  all: number,
  columns: readonly string[],
): number | null {
  if (all === 0) return null;
  const places = benefitsOf(columns).map((column) => columns.indexOf(column));
  const sum = rows.reduce(
    (before, { consultations }) =>
      before + places.reduce((within, place) => within + (consultations[place] ?? 0), 0),
    0,
  );
  return sum / all;
}

const benefitsOf = (columns: readonly string[]): string[] =>
  columns.filter((column) => column !== NOT_ITEMISED && column !== REPORTED_TOTAL);

/** Of a table of counties and one of school types; what has no share is not spoken of. */
export function sharesShownInWords(
  counties: CellShares | null,
  types: CellShares | null,
  consultations: number | null,
): InBoth {
  const parts = [
    ...cellsInWords({ de: 'Kreis × Leistung', en: 'county × benefit' }, counties),
    ...cellsInWords({ de: 'Bezirk × Schulform × Leistung', en: 'district × school type × benefit' }, types),
    ...(consultations === null
      ? []
      : [
          {
            de: `${percent(consultations)} aller gemeldeten Beratungen stehen in einem Kreis bei ihrer Leistung`,
            en: `${percent(consultations)} of all reported consultations stand under their benefit in a county`,
          },
        ]),
  ];
  const sentence = (language: Language): string => `${parts.map((part) => part[language]).join('; ')}.`;
  return { de: sentence('de'), en: sentence('en') };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

const cellsInWords = (name: InBoth, shares: CellShares | null): readonly InBoth[] =>
  shares
    ? [
        {
          de: `${percent(shares.shown)} der Felder ${name.de} zeigen eine Zahl (${percent(shares.exact)} genau)`,
          en: `${percent(shares.shown)} of ${name.en} cells show a number (${percent(shares.exact)} exactly)`,
        },
      ]
    : [];
