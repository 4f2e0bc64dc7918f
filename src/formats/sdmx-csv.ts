/**
 * A summary as SDMX-CSV 2.1, a line a cell. Suppression has one code whatever its cause.
 *
 * source  SDMX-CSV Data Message Field Guide (github.com/sdmx-twg/sdmx-csv, docs/data_message_field_guide.md)
 */
import { type CsvCell, csv } from '../foundation/http/csv.ts';
import { AGENCY, artefactOf, COMPONENTS, schoolTypeCodes } from './sdmx-components.ts';
import { MEASURES, type SummaryTable } from './summary-table.ts';

/** What the lines are for: information, and no order to add or replace anything. */
const ACTION = 'I';

export function sdmxCsvOf(table: SummaryTable): Buffer {
  const { id, version } = artefactOf(table);
  const codes = schoolTypeCodes(table);
  const flow = `${AGENCY}:${id}(${version})`;
  const lines = table.rows.flatMap((row) =>
    MEASURES.flatMap((measure) =>
      Object.entries(row[measure]).map(([column, cell]): CsvCell[] => [
        'dataflow',
        flow,
        ACTION,
        ...COMPONENTS.map(({ value }) => value({ table, row, measure, column, cell, codes })),
      ]),
    ),
  );
  return csv('csv', ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', ...COMPONENTS.map((one) => one.id)], lines);
}
