/** A reader of several releases of one period: what their open numbers say of single schools. */
import { columnsOf, NOT_ITEMISED, REPORTED_TOTAL } from '../../src/tables/table-columns.ts';
import { contributionOf } from '../../src/tables/table-contribution.ts';
import type { PublishedTable } from '../../src/tables/table-published.ts';
import type { SchoolFacts, StoredReport } from '../../src/tables/table.ts';
import type { Sum } from './equations.ts';

export interface History {
  readonly schools: readonly SchoolFacts[];
  readonly benefits: readonly string[];
  /** Per release. */
  readonly reports: readonly (readonly StoredReport[])[];
}

/**
 * The numbers that are published, or suppressed, in the releases, as sums over what each school had in each of them.
 * The reader knows who reported nothing in a column, and who changed nothing.
 */
export function sumsThatAre(
  wanted: 'open' | 'hidden',
  tables: readonly PublishedTable[],
  history: History,
): Sum[] {
  const nameOf = namesOf(history);
  return tables.flatMap((table, version) =>
    table.cells.flatMap((cell): Sum[] => {
      if (cell.status !== wanted) return [];
      const { region, schoolType } = table.rows[cell.row]!;
      const members = history.schools.filter(
        (facts) => facts.region.startsWith(region) && (schoolType === null || facts.type === schoolType),
      );
      const codes = cell.column === REPORTED_TOTAL ? [...history.benefits, NOT_ITEMISED] : [cell.column];
      return [
        members.flatMap(({ school }) =>
          codes.flatMap((code) => {
            const name = nameOf(version, school, cell.measure, code);
            return name === undefined ? [] : [[name, 1] as const];
          }),
        ),
      ];
    }),
  );
}

/** What each school changed between two releases, and what each two schools changed together. */
export function changesOfFew(history: History, from: number, to: number): Sum[] {
  const nameOf = namesOf(history);
  const columns = columnsOf(history.benefits).filter(({ column }) => column !== REPORTED_TOTAL);
  return columns.flatMap(({ measure, column }) => {
    const changes = history.schools.flatMap(({ school }): Sum[] => {
      const [was, is] = [from, to].map((version) => nameOf(version, school, measure, column));
      if (was === is) return [];
      return [
        [...(is === undefined ? [] : [[is, 1] as const]), ...(was === undefined ? [] : [[was, -1] as const])],
      ];
    });
    const pairs = changes.flatMap((one, at) => changes.slice(at + 1).map((other) => [...one, ...other]));
    return [...changes, ...pairs];
  });
}

/** A number that did not change keeps its name; a zero has none. */
function namesOf({ benefits, reports }: History) {
  const columns = columnsOf(benefits);
  const amounts = reports.map(
    (all) => new Map(all.map((report) => [report.school, contributionOf(report, columns).amounts])),
  );
  const placesOf = new Map(
    columns.map(({ column }) => [
      column,
      columns.flatMap((other, at) => (other.column === column ? [at] : [])),
    ]),
  );
  return (version: number, school: string, measure: string, code: string): string | undefined => {
    const now = amounts[version]!.get(school);
    const at = columns.findIndex((one) => one.measure === measure && one.column === code);
    if (!now || now[at] === 0) return undefined;
    const since = amounts.findIndex((one) =>
      placesOf.get(code)!.every((place) => one.get(school)?.[place] === now[place]),
    );
    return `${school} ${measure} ${code} ${since}`;
  };
}
