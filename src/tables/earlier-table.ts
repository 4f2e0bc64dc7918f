/** Earlier releases of the same period: the tables that they were made of, compared with what they published. */
import {
  summaryTable,
  UnusableInput,
  type EarlierRelease,
  type SchoolFacts,
  type TableInput,
} from './table.ts';
import type { EarlierTable } from './table-problem.ts';
import { isPublished } from './table-rows.ts';

/**
 * Makes the table of each earlier release anew. Schools count to the contributor they belong to today, in all releases alike.
 *
 * throws  UnusableInput where a release shows another number than its reports make, by its place
 */
export function earlierTables(input: TableInput): EarlierTable[] {
  const groups = new Map(input.schools.map(({ school, reporterGroup }) => [school, reporterGroup]));
  const today = (facts: SchoolFacts): SchoolFacts => ({
    ...facts,
    reporterGroup: groups.get(facts.school) ?? facts.reporterGroup,
  });
  return (input.earlier ?? []).map(({ schools, reports, rows }) =>
    earlierTable({ ...input, schools: schools.map(today), reports }, rows),
  );
}

function earlierTable(input: TableInput, rows: EarlierRelease['rows']): EarlierTable {
  const table = summaryTable(input);
  if (table.rows.filter(isPublished).length !== rows.length)
    throw new UnusableInput('An earlier release has other rows than its reports make.');
  const placed = new Map(rows.map((row) => [`${row.region} ${row.schoolType}`, row]));
  const shown = table.rows.map((row) => {
    if (!isPublished(row)) return [];
    const place = `${row.region} ${row.schoolType ?? ''}`;
    const found = placed.get(place);
    if (!found) throw new UnusableInput(`An earlier release has no row ${place}.`);
    return [...found.consultations, ...found.pupils];
  });
  table.cells.forEach(({ value }, at) => {
    const [row, column] = [Math.floor(at / table.columns.length), at % table.columns.length];
    const shows = shown[row]![column];
    if (typeof shows === 'number' && shows !== value) {
      const { region, schoolType } = table.rows[row]!;
      throw new UnusableInput(`An earlier release shows another sum in row ${region} ${schoolType ?? ''}.`);
    }
  });
  return { table, shows: (row, column) => typeof shown[row]![column] === 'number' };
}
