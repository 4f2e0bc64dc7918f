/** The row of a report: nothing of it is lost or changed on the way into its columns and back. */
import fc from 'fast-check';
import { REPORT_COLUMNS, type ReportRow, reportOfRow, valuesOfReport } from '../../src/rules/report-row.ts';
import type { Report } from '../../src/rules/report.ts';
import { BENEFIT_PATTERN, COUNT_MAX, SCHEME_PATTERN } from '../../src/rules/shape.ts';

const benefit = fc.stringMatching(BENEFIT_PATTERN);
const count = fc.integer({ min: 0, max: COUNT_MAX });
const report: fc.Arbitrary<Report> = fc.record({
  scheme: fc.stringMatching(SCHEME_PATTERN),
  policy: fc.integer({ min: 1, max: COUNT_MAX }),
  cells: fc.array(
    fc.record({
      benefits: fc.array(benefit, { minLength: 1, maxLength: 12 }),
      pupils: count,
      consultations: count,
    }),
    { maxLength: 12 },
  ),
  none: fc.array(benefit, { maxLength: 12 }),
  withheld: fc.array(benefit, { maxLength: 12 }),
});

/** What a SELECT of the columns gives after an INSERT of the values into them. */
const stored = (values: readonly unknown[]): ReportRow => {
  const names = REPORT_COLUMNS.split(', ').map((name) => name.replaceAll('"', ''));
  expect(values).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, at) => [name, values[at]])) as unknown as ReportRow;
};

test('a report comes out of its row as it went in', () => {
  fc.assert(
    fc.property(report, (given) => {
      expect(reportOfRow(stored(valuesOfReport(given)))).toEqual(given);
    }),
  );
});

test('a pooled cell is one item of its column, and each list has one item a cell', () => {
  const row = stored(
    valuesOfReport({
      scheme: 'but-counselling/1',
      policy: 2,
      cells: [
        { benefits: ['MITTAG', 'TEILHABE'], pupils: 7, consultations: 9 },
        { benefits: ['AUSFLUG'], pupils: 5, consultations: 5 },
      ],
      none: ['SCHULBEDARF'],
      withheld: [],
    }),
  );
  expect(row).toEqual({
    scheme: 'but-counselling/1',
    policy: 2,
    cells: ['MITTAG+TEILHABE', 'AUSFLUG'],
    pupils: [7, 5],
    consultations: [9, 5],
    none: ['SCHULBEDARF'],
    withheld: [],
  });
});
