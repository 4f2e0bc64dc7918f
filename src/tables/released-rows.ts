/** The rows of a release document, read strictly: one tree under one state, every number one that may be shown. */
import { visibleText } from '../disclosure/table/code-text.ts';
import { type CertificateFinding, certificateFinding } from '../disclosure/proof/certificate-finding.ts';
import type { Policy } from '../rules/policy.ts';
import { isWithin, parseRegionKey, type RegionKey } from '../rules/region.ts';
import { BENEFIT_PATTERN } from '../rules/shape.ts';
import { NOT_ITEMISED, REPORTED_TOTAL } from './table-columns.ts';
import { TYPES_TOGETHER } from './table-rows.ts';

/** A row as it stands in a document. */
export interface ReleasedRow {
  readonly region: RegionKey;
  /** Empty where the row is about all school types; several with ` + ` between them. */
  readonly schoolType: string;
  readonly schoolsExpected: number;
  readonly schoolsReported: number;
  /** Too few schools reported: every number is null. Undefined in documents of Kanon 0.1.0, which had a mark instead. */
  readonly pending?: boolean;
  readonly consultations: (number | null)[];
  readonly pupils: (number | null)[];
}

const FIELDS = 'consultations,pending,pupils,region,schoolType,schoolsExpected,schoolsReported';
/** Of Kanon 0.1.0, whose documents people have kept. */
const OLD_FIELDS = 'atLeast,consultations,pupils,region,schoolType,schoolsExpected,schoolsReported';

const NAME_LENGTH = 200;

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCells = (value: unknown, length: number): boolean =>
  Array.isArray(value) && value.length === length && value.every((cell) => cell === null || isCount(cell));

/** Whether a name is one that can be read and shown: no line break, no direction mark, nothing unseen. */
export const isPlainName = (value: unknown): value is string =>
  isText(value) && value.length <= NAME_LENGTH && value === visibleText(value) && value !== '__proto__';

/** Reads the columns: benefits first, each once; then NOT_ITEMISED and REPORTED_TOTAL. Returns a finding where they are not so. */
export function columnsFrom(value: unknown): string[] | CertificateFinding {
  if (!Array.isArray(value) || !value.every(isText)) return certificateFinding('columns', 'wrong-shape');
  const twice = value.findIndex((name, at) => value.indexOf(name) !== at);
  if (twice >= 0) return certificateFinding(`columns/${twice}`, 'column-twice');
  const benefits = value.slice(0, -2);
  if (
    value.slice(-2).join() !== [NOT_ITEMISED, REPORTED_TOTAL].join() ||
    !benefits.every((name) => BENEFIT_PATTERN.test(name))
  )
    return certificateFinding('columns', 'other-columns');
  return value;
}

/**
 * Reads the rows of a release document.
 *
 * returns  the rows, or the finding of the first fault. Throws nothing. Cost: linear.
 */
export function rowsFrom(
  value: unknown,
  columns: readonly string[],
  policy: Policy,
): ReleasedRow[] | CertificateFinding {
  if (!Array.isArray(value) || value.length === 0) return certificateFinding('rows', 'wrong-shape');
  const isOld = isObject(value[0]) && 'atLeast' in value[0];
  const wrong = value.findIndex((row: unknown) => !isRow(row, columns.length, isOld));
  if (wrong >= 0) return certificateFinding(`rows/${wrong}`, 'wrong-shape');
  const rows = value as ReleasedRow[];
  for (const [at, row] of rows.entries()) {
    const found = wrongIn(row, `rows/${at}`, policy);
    if (found) return found;
  }
  return noTreeIn(rows) ?? rows;
}

function isRow(value: unknown, columns: number, isOld: boolean): boolean {
  return (
    isObject(value) &&
    Object.keys(value).sort().join() === (isOld ? OLD_FIELDS : FIELDS) &&
    isText(value['region']) &&
    parseRegionKey(value['region']) !== undefined &&
    isText(value['schoolType']) &&
    isCount(value['schoolsExpected']) &&
    isCount(value['schoolsReported']) &&
    value['schoolsReported'] <= value['schoolsExpected'] &&
    typeof value[isOld ? 'atLeast' : 'pending'] === 'boolean' &&
    isCells(value['consultations'], columns) &&
    isCells(value['pupils'], columns - 2)
  );
}

function wrongIn(row: ReleasedRow, where: string, policy: Policy): CertificateFinding | undefined {
  if (!isPlainName(row.schoolType)) return certificateFinding(`${where}/schoolType`, 'unfit-text');
  const isShown = [...row.consultations, ...row.pupils].some((value) => value !== null);
  const isTooFew = row.schoolsReported < policy.minimumSchools && row.pending !== undefined;
  if (row.pending === true ? isShown : isTooFew) return certificateFinding(where, 'not-withheld');
  for (const measure of ['consultations', 'pupils'] as const) {
    const below = row[measure].findIndex((value) => value !== null && value > 0 && value < policy.k);
    if (below >= 0) return certificateFinding(`${where}/${measure}/${below}`, 'shown-below');
  }
  return undefined;
}

/** Checks the tree of rows: one state, districts within it, counties within those; school types of a district, each type once. */
function noTreeIn(rows: readonly ReleasedRow[]): CertificateFinding | undefined {
  const places = new Map<string, ReleasedRow>();
  for (const [at, row] of rows.entries()) {
    const place = `${row.region} ${row.schoolType}`;
    if (places.has(place)) return certificateFinding(`rows/${at}`, 'row-twice');
    places.set(place, row);
  }
  const state = rows.find(({ region, schoolType }) => region.length === 2 && schoolType === '');
  if (!state) return certificateFinding('rows', 'no-tree');
  const parts = new Map<string, { above: ReleasedRow; expected: number; reported: number }>();
  const types = new Map<string, Set<string>>();
  for (const [at, row] of rows.entries()) {
    if (row === state) continue;
    const { region, schoolType } = row;
    const above = places.get(`${schoolType === '' ? region.slice(0, region.length === 5 ? 3 : 2) : region} `);
    const isLevel = schoolType === '' ? [3, 5].includes(region.length) : region.length === 3;
    if (!above || !isLevel || !isWithin(region, state.region))
      return certificateFinding(`rows/${at}`, 'no-tree');
    const kind = `${above.region} ${schoolType === '' ? 'regions' : 'types'}`;
    const sum = parts.get(kind) ?? { above, expected: 0, reported: 0 };
    sum.expected += row.schoolsExpected;
    sum.reported += row.schoolsReported;
    parts.set(kind, sum);
    if (schoolType === '') continue;
    const known = types.get(region) ?? new Set<string>();
    types.set(region, known);
    const named = schoolType.split(TYPES_TOGETHER);
    for (const [place, type] of named.entries()) {
      const isOrdered = place === 0 || named[place - 1]! < type;
      if (type === '' || known.has(type) || !isOrdered)
        return certificateFinding(`rows/${at}/schoolType`, 'no-tree');
      known.add(type);
    }
  }
  for (const { above, expected, reported } of parts.values()) {
    if (expected !== above.schoolsExpected || reported !== above.schoolsReported)
      return certificateFinding(`rows/${rows.indexOf(above)}`, 'other-schools');
  }
  return undefined;
}
