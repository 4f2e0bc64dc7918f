/** The summary table of a period before suppression is internal and never published as it is. */
import type { Policy } from '../rules/policy.ts';
import { levelOf, type RegionKey } from '../rules/region.ts';
import type { Cell } from '../rules/report.ts';
import {
  hasKnownContributors,
  hasTooFewContributors,
  isSensitiveByThreshold,
} from '../disclosure/table/primary-rules.ts';
import { columnsOf, REPORTED_TOTAL, type TableColumn } from './table-columns.ts';
import { contributionOf, type Contribution } from './table-contribution.ts';
import { rowsOf, type RowOfSchools, type RowPlace } from './table-rows.ts';

/** One school that was expected to report in the period. */
export interface SchoolFacts {
  /** Official number. */
  readonly school: string;
  /** Key of its municipality or county. */
  readonly region: RegionKey;
  /** School type as the register spells it. */
  readonly type: string;
  /** Pupils on the roll, rounded to 5; null where not published. */
  readonly roll: number | null;
  /** Schools with the same group are reported by the same hand and count as one contributor; null: on its own. */
  readonly reporterGroup: string | null;
}

/** A stored report is the part of a school's report that the table is made of. */
export interface StoredReport {
  readonly school: string;
  readonly cells: readonly Cell[];
  readonly none: readonly string[];
  readonly withheld: readonly string[];
}

/** The input of a table is plain data, so that it can cross to another thread. */
export interface TableInput {
  /** Every expected school, whether it reported or not. */
  readonly schools: readonly SchoolFacts[];
  readonly reports: readonly StoredReport[];
  /** Codes in scheme order. */
  readonly benefits: readonly string[];
  readonly policy: Policy;
  /** What was released of the same period before, oldest first. */
  readonly earlier?: readonly EarlierRelease[];
}

/** A release that readers already hold, and the reports that it was made of. */
export interface EarlierRelease {
  readonly schools: readonly SchoolFacts[];
  readonly reports: readonly StoredReport[];
  /** As published; null where suppressed. */
  readonly rows: readonly EarlierRow[];
}

export interface EarlierRow {
  readonly region: string;
  /** Empty where the row is about all school types. */
  readonly schoolType: string;
  readonly consultations: readonly (number | null)[];
  readonly pupils: readonly (number | null)[];
}

/** A respondent: a school's report as it stands in the rows. */
export interface Respondent extends Contribution {
  readonly school: string;
  /** The school, or those that are reported by the same hand. */
  readonly contributor: string;
}

export interface SummaryRow extends RowPlace {
  readonly schoolsExpected: number;
  readonly schoolsReported: number;
  /** Whether fewer contributors than the minimum reported: then no number of the row is shown, and no zero. */
  readonly pending: boolean;
}

export interface SummaryCell {
  readonly value: number;
  /** Contributors that reported in its row, whatever they put into the cell. */
  readonly reporting: number;
  /** Contributors with a non-zero amount in exactly this cell. */
  readonly contributing: number;
  /** Distinct pupils certainly behind the cell. */
  readonly persons: number;
  /** Whether the cell must be suppressed for its own sake. */
  readonly primary: boolean;
}

/** rows × columns; the cell of row r and column c stands at r · columns.length + c. */
export interface SummaryTable {
  readonly policy: Policy;
  readonly benefits: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly SummaryRow[];
  readonly cells: readonly SummaryCell[];
  /** Per row, the schools in it that reported, in the order of the input. */
  readonly respondents: readonly (readonly Respondent[])[];
  /** Per row and column, what suppressing the cell costs: from the register alone. */
  readonly cost: readonly (readonly number[])[];
  /** Schools of the state that withheld something; for the state only. */
  readonly withholding: number;
}

/** The input cannot make a table. Names schools and benefits, never counts. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}

/**
 * Adds the reports up to the rows and columns of the summary.
 *
 * returns  state, districts, counties, then district × school type; see `rowsOf` for the order
 * throws   UnusableInput for a report of a school that is not expected, a second report of a school, or a
 *          benefit outside the scheme; RangeError for a school whose region is wider than a county
 * cost     linear in schools × rows they stand in × columns
 */
export function summaryTable(input: TableInput): SummaryTable {
  const { schools, benefits, policy } = input;
  const columns = columnsOf(benefits);
  const reports = reportsBySchool(input);
  const given = schools.map((facts, at): Respondent | undefined => {
    const report = reports[at];
    return (
      report && {
        school: facts.school,
        contributor: contributorOf(facts),
        ...contributionOf(report, columns),
      }
    );
  });
  const rows = rowsOf(schools, policy.minimumSchools);
  const respondents = rows.map((row) => row.schools.flatMap((school) => given[school] ?? []));
  const withheld = (school: number): boolean => (reports[school]?.withheld.length ?? 0) > 0;
  return {
    policy,
    benefits,
    columns,
    rows: rows.map(({ table, region, schoolType, schools: expected }, row) => ({
      table,
      region,
      schoolType,
      schoolsExpected: expected.length,
      schoolsReported: respondents[row]!.length,
      pending: contributorsAmong(respondents[row]!) < policy.minimumSchools,
    })),
    cells: respondents.flatMap((members) => columns.map((_, column) => addUp(members, column, policy))),
    respondents,
    cost: costs(rows, schools, columns),
    withholding: schools.filter((_, school) => withheld(school)).length,
  };
}

const contributorOf = ({ school, reporterGroup }: SchoolFacts): string =>
  reporterGroup === null ? `school ${school}` : `group ${reporterGroup}`;

/** Counts the contributors among the schools: those that one hand reports for count as one. */
const contributorsAmong = (respondents: readonly Respondent[]): number =>
  new Set(respondents.map(({ contributor }) => contributor)).size;

/** Sums the amounts of each contributor in one column; those who put in nothing do not stand there. Cost: linear. */
export function sharesOf(respondents: readonly Respondent[], column: number): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { contributor, amounts } of respondents) {
    const own = amounts[column]!;
    if (own !== 0) shares.set(contributor, (shares.get(contributor) ?? 0) + own);
  }
  return shares;
}

/**
 * Adds up one cell: what some schools reported in one column, and whether that makes it a primary cell.
 *
 * respondents  the reports of its row
 * column       index into the columns: consultations, or pupils, of one benefit
 * returns      value in the unit of the column; persons in distinct pupils, a lower bound; `reporting` and `contributing`
 *              in contributors, which are schools, or groups of schools that one hand reports for. Cost: linear in the reports.
 */
export function addUp(
  respondents: readonly Respondent[],
  column: number,
  { k, minimumSchools, width }: Pick<Policy, 'k' | 'minimumSchools' | 'width'>,
): SummaryCell {
  let persons = 0;
  for (const { amounts, persons: distinct } of respondents)
    if (amounts[column] !== 0) persons += distinct[column]!;
  const amounts = [...sharesOf(respondents, column).values()];
  const value = amounts.reduce((sum, amount) => sum + amount, 0);
  const contributing = amounts.length;
  const reporting = contributorsAmong(respondents);
  // A zero stands for nobody and is published, so no rule is asked about it.
  const primary =
    value !== 0 &&
    (hasTooFewContributors(contributing, minimumSchools) ||
      isSensitiveByThreshold(persons, k) ||
      hasKnownContributors(value, reporting, minimumSchools, k, width));
  return { value, reporting, contributing, persons, primary };
}

function reportsBySchool({ schools, reports, benefits }: TableInput): (StoredReport | undefined)[] {
  const index = new Map(schools.map(({ school }, at) => [school, at]));
  if (index.size !== schools.length) throw new UnusableInput('A school is expected twice.');
  const known = new Set(benefits);
  const bySchool = new Array<StoredReport | undefined>(schools.length).fill(undefined);
  for (const report of reports) {
    const at = index.get(report.school);
    if (at === undefined) throw new UnusableInput(`School ${report.school} is not expected.`);
    if (bySchool[at]) throw new UnusableInput(`School ${report.school} has two reports.`);
    if (!report.cells.every((cell) => cell.benefits.every((code) => known.has(code)))) {
      throw new UnusableInput(`School ${report.school} reports a benefit outside the scheme.`);
    }
    bySchool[at] = report;
  }
  return bySchool;
}

/** A total costs so much more than its parts that none is suppressed where a part would do, since readers need totals first. */
const TOTAL_FIRST = { state: 20, district: 20, county: 4.5, municipality: 4.5 } as const;

/** The cost is the square root of the pupils on the roll, so that one large row costs less than the small ones it is made of. */
function costs(
  rows: readonly RowOfSchools[],
  schools: readonly SchoolFacts[],
  columns: readonly TableColumn[],
): number[][] {
  const rolls = schools.flatMap(({ roll }) => (roll === null ? [] : [roll]));
  const usual = rolls.length > 0 ? rolls.reduce((sum, roll) => sum + roll, 0) / rolls.length : 1;
  return rows.map((row) => {
    const pupils = row.schools.reduce((sum, school) => sum + (schools[school]!.roll ?? usual), 0);
    const each = Math.sqrt(Math.max(1, pupils));
    const first = row.table === 'region' ? TOTAL_FIRST[levelOf(row.region)] : 1;
    return columns.map(({ column }) => (column === REPORTED_TOTAL ? first * each : each));
  });
}
