/**
 * A summary as JSON-stat 2.0: one dense cube of period, region, perhaps school type, figure and bound. A cell has a status,
 * one for hidden whatever the cause; a place that no row of the table has, has none.
 *
 * source  Badosa, JSON-stat 2.0 (json-stat.org/full)
 */
import type { Scheme } from '../rules/scheme.ts';
import { legendOf } from '../tables/marks.ts';
import { ABOUT_NUMBERS, ABOUT_PUPILS, citationOf, titlesOf } from './german.ts';
import {
  cellsIn,
  columnsIn,
  hasSchoolTypes,
  MEASURES,
  type SummaryCell,
  type SummaryRow,
  type SummaryTable,
} from './summary-table.ts';

/** `from` is what was reported in this column alone; `to` is null where no upper end can be told. */
const BOUNDS = ['from', 'to'] as const;

interface Category {
  readonly index: readonly string[];
  readonly label: Readonly<Record<string, string>>;
  readonly unit?: Readonly<Record<string, { readonly decimals: 0; readonly base: string }>>;
}

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly category: Category;
}

export function jsonStatOf(table: SummaryTable, scheme: Scheme | undefined): Buffer {
  const types = hasSchoolTypes(table);
  const regions = new Map(table.rows.map(({ region, name }) => [region, name]));
  const schoolTypes = [...new Set(table.rows.map(({ schoolType }) => schoolType ?? ''))];
  const figures = figuresOf(table, scheme);
  const dimensions: Dimension[] = [
    dimension('period', 'Zeitraum', new Map([[table.period, table.period]])),
    dimension('region', 'Region', regions),
    ...(types
      ? [dimension('school_type', 'Schulform', new Map(schoolTypes.map((type) => [type, type])))]
      : []),
    figures.dimension,
    dimension(
      'bound',
      'Grenze',
      new Map([
        ['from', 'mindestens gemeldet'],
        ['to', 'höchstens gemeldet'],
      ]),
    ),
  ];
  const rowAt = new Map(table.rows.map((row) => [placeName(row.region, row.schoolType), row]));
  const places = [...regions.keys()].flatMap((region) =>
    (types ? schoolTypes : [null]).map((schoolType) => rowAt.get(placeName(region, schoolType))),
  );
  const cells = places.flatMap((row) =>
    figures.of(row).flatMap((cell) => BOUNDS.map((bound) => ({ cell, bound }))),
  );
  return Buffer.from(
    JSON.stringify({
      version: '2.0',
      class: 'dataset',
      label: `Beratungsstatistik Bildung und Teilhabe, ${table.regionName}, ${table.period}`,
      source: citationOf(table),
      updated: table.release.releasedAt,
      note: [ABOUT_NUMBERS, ABOUT_PUPILS, ...legendOf(cellsIn(table), 'de')],
      role: { time: ['period'], geo: ['region'], metric: ['figure'] },
      id: dimensions.map(({ id }) => id),
      size: dimensions.map(({ category }) => category.index.length),
      dimension: Object.fromEntries(dimensions.map(({ id, label, category }) => [id, { label, category }])),
      value: cells.map(({ cell, bound }) => cell?.[bound] ?? null),
      status: cells.map(({ cell }) => cell?.status ?? null),
      extension: { kanon: aboutTable(table) },
    }),
  );
}

const placeName = (region: string, schoolType: string | null): string => `${region}\n${schoolType ?? ''}`;

const dimension = (id: string, label: string, categories: ReadonlyMap<string, string>): Dimension => ({
  id,
  label,
  category: { index: [...categories.keys()], label: Object.fromEntries(categories) },
});

/** Measure and column in one dimension: pupils have neither a pooled column nor a total, so two would leave holes. */
function figuresOf(
  table: SummaryTable,
  scheme: Scheme | undefined,
): {
  readonly dimension: Dimension;
  readonly of: (row: SummaryRow | undefined) => readonly (SummaryCell | undefined)[];
} {
  const titleOf = titlesOf(scheme);
  const words = { consultations: 'Beratungen', pupils: 'Schülerinnen und Schüler' } as const;
  const figures = MEASURES.flatMap((measure) =>
    columnsIn(table, measure).map((column) => ({ measure, column, id: `${measure}:${column}` })),
  );
  return {
    dimension: {
      id: 'figure',
      label: 'Größe',
      category: {
        index: figures.map(({ id }) => id),
        label: Object.fromEntries(
          figures.map(({ id, measure, column }) => [id, `${words[measure]}: ${titleOf(column)}`]),
        ),
        unit: Object.fromEntries(
          figures.map(({ id, measure }) => [
            id,
            { decimals: 0 as const, base: measure === 'pupils' ? 'Kinder' : 'Beratungen' },
          ]),
        ),
      },
    },
    of: (row) => figures.map(({ measure, column }) => row?.[measure][column]),
  };
}

const aboutTable = ({ rows, release, level, by }: SummaryTable) => ({
  release,
  level,
  by,
  completeness: rows.map(({ region, schoolType, schools, pending }) => ({
    region,
    ...(schoolType === null ? {} : { schoolType }),
    ...schools,
    pending,
  })),
});
