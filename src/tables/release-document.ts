/** The release document holds the table, its signed certificate and the proof; its rows state the additive relations. */
import type { Proof } from '../disclosure/proof/certificate.ts';
import type { ProvenTable } from '../disclosure/proof/verify-model.ts';
import type { RegionKey } from '../rules/region.ts';
import type { ReleaseRow } from './release-row.ts';
import { REPORTED_TOTAL } from './table-columns.ts';

/** Forms that name themselves; what a reader is taken to know grows with them. One of the first form has no such field. */
export const DOCUMENT_FORMATS = ['kanon-release/2', 'kanon-release/3'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
/** The form of new documents. */
export const DOCUMENT_FORMAT = 'kanon-release/3';

/** The form of the document that a certificate goes with; certificates of the second form do not say it. */
export const formatIn = ({
  document = 'kanon-release/2',
}: Readonly<Record<string, unknown>>): DocumentFormat | undefined =>
  DOCUMENT_FORMATS.find((known) => known === document);

/** A row of the first form, which said whether a school of it was missing or withheld something. */
export type FirstFormRow = Omit<ReleaseRow, 'pending'> & { readonly atLeast: boolean };

export interface ReleaseDocument {
  readonly format?: DocumentFormat;
  readonly release: string;
  readonly period: string;
  readonly scheme: string;
  readonly policy: number;
  /** Columns of consultations; the first of them, as many as a row has, are those of pupils too. */
  readonly columns: readonly string[];
  readonly rows: readonly (ReleaseRow | FirstFormRow)[];
  /** The certificate is a compact JWS. */
  readonly certificate: string;
  readonly proof: Proof;
}

/** Returns the places of the table: row by row, consultations before pupils, each in the order of the columns. */
export const placesOf = (rows: readonly Pick<ReleaseRow, 'consultations' | 'pupils'>[]): (number | null)[] =>
  rows.flatMap((row) => [...row.consultations, ...row.pupils]);

/**
 * Reads the additive relations off rows and columns: columns add up to their total, regions and school types to
 * the region above them, and pupils are at most consultations. All rows must be equally long.
 */
export function structureOf({
  columns,
  rows,
}: Pick<ReleaseDocument, 'columns' | 'rows'>): Required<Pick<ProvenTable, 'sums' | 'pairs'>> {
  const benefits = rows[0]?.pupils.length ?? 0;
  const wide = columns.length + benefits;
  const total = columns.indexOf(REPORTED_TOTAL);
  const parts = [...columns.keys()].filter((column) => column !== total);
  const sums = rows.map((_, row) => [total, ...parts].map((column) => row * wide + column));
  for (const members of rowSums(rows)) {
    for (let column = 0; column < wide; column++) sums.push(members.map((row) => row * wide + column));
  }
  const pairs = rows.flatMap((_, row) =>
    Array.from({ length: benefits }, (__, benefit): [number, number] => [
      row * wide + columns.length + benefit,
      row * wide + benefit,
    ]),
  );
  return { sums, pairs };
}

/** Returns rows that add up, total first: districts to the state, counties and likewise school types to their district. */
function rowSums(rows: ReleaseDocument['rows']): number[][] {
  const sums = new Map<string, number[]>();
  const above = (region: RegionKey): string => region.slice(0, region.length === 5 ? 3 : 2);
  for (const [at, { region, schoolType }] of rows.entries()) {
    if (schoolType === '' && region.length < 5)
      sums.set(`${region} parts`, [at]).set(`${region} types`, [at]);
  }
  for (const [at, { region, schoolType }] of rows.entries()) {
    if (schoolType !== '') sums.get(`${region} types`)?.push(at);
    else if (above(region) !== region) sums.get(`${above(region)} parts`)?.push(at);
  }
  return [...sums.values()].filter((members) => members.length > 1);
}
