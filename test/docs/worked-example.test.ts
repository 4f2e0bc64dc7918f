/** The examples of docs/disclosure-control.md, calculated: what the page says is what the code does. */
import { audit } from '../../src/disclosure/audit/audit.ts';
import { suppressTogether, PRIMARY } from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed, type Published } from '../../src/disclosure/problem/published.ts';
import { type Solver, withProgram } from '../../src/disclosure/program/solver.ts';
import { connectedComponents } from '../../src/disclosure/audit/component.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { publicView } from '../../src/tables/public-view.ts';
import { columnsOfRelease, rowsOfRelease } from '../../src/tables/release-row.ts';
import { tableProblem } from '../../src/tables/table-problem.ts';
import { summaryTable, type StoredReport, type TableInput } from '../../src/tables/table.ts';
import { readCounts } from '../../src/rules/anonymise-input.ts';
import { anonymise } from '../../src/rules/anonymise.ts';
import { check } from '../../src/rules/check.ts';
import { mayBePool } from '../../src/rules/derivable.ts';
import { POLICY_1, POLICY_2 } from '../../src/rules/policy.ts';
import { readReport } from '../../src/rules/read-report.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { between, fences, readDoc, rowsOfTable } from './markdown.ts';

const doc = await readDoc('docs/disclosure-control.md');
/** The page without its line breaks. */
const prose = doc.replaceAll(/\s+/g, ' ');
const part = (name: string): string => between(doc, `<!-- ${name} -->`, `<!-- /${name} -->`);
const json = (name: string): string => fences(part(name))[0]?.text ?? '';

describe('the school of the example', () => {
  const read = readCounts(Buffer.from(json('counts')));
  if ('findings' in read) throw new Error('the counts on the page cannot be read');
  const { report, loss } = anonymise(read.counts, BUT_COUNSELLING_1, POLICY_2);

  test('counts what the file beside the page holds', async () => {
    expect(JSON.parse(await readDoc('docs/example-counts.json'))).toEqual(JSON.parse(json('counts')));
  });

  test('gets the report on the page, at the loss on the page', () => {
    expect(report).toEqual(JSON.parse(json('report')));
    expect(prose).toContain(`${loss.pooled} pooled + 3 × ${loss.withheld} withheld = ${loss.cost}`);
  });

  test('hands it in without a finding', () => {
    const handed = readReport(Buffer.from(json('report')));
    if ('findings' in handed) throw new Error('the report on the page has a wrong shape');
    const context = { scheme: BUT_COUNSELLING_1, policy: POLICY_2, roll: 250, window: 'open' } as const;
    expect(check(handed.report, context)).toEqual([]);
  });

  test('could not have pooled two benefits alone; three are enough, and six for up to 20', () => {
    for (const pupils of [5, 8])
      expect([mayBePool(2, pupils, POLICY_2.k), mayBePool(3, pupils, POLICY_2.k)]).toEqual([false, true]);
    expect([mayBePool(6, 7, POLICY_2.k), mayBePool(6, 21, POLICY_2.k)]).toEqual([true, false]);
  });
});

describe('the table of the example', () => {
  const BENEFITS = ['LERNFOERDERUNG', 'MITTAG'] as const;
  const SHOWN = [...BENEFITS, 'REPORTED_TOTAL'];
  type Line = Readonly<
    { county: RegionKey; roll: number } & Record<(typeof BENEFITS)[number], [number, number] | null>
  >;
  const lines = JSON.parse(json('schools')) as Line[];
  const number = (at: number): string => String(900_001 + at);
  const input: TableInput = {
    benefits: BENEFITS,
    policy: POLICY_1,
    schools: lines.map(({ county, roll }, at) => ({
      school: number(at),
      region: county,
      type: 'Gesamtschule',
      roll,
      reporterGroup: null,
    })),
    reports: lines.map((line, at): StoredReport => ({
      school: number(at),
      cells: BENEFITS.flatMap((benefit) => {
        const [pupils, consultations] = line[benefit] ?? [];
        return pupils && consultations ? [{ benefits: [benefit], pupils, consultations }] : [];
      }),
      none: BENEFITS.filter((benefit) => line[benefit] === null),
      withheld: [],
    })),
  };
  const summary = summaryTable(input);

  /** Rows as the page shows them: consultations of district and counties. */
  const asShown = (valueOf: (cell: number) => number | null): string[][] =>
    summary.rows.flatMap(({ table, region }, row) => {
      if (table !== 'region' || region.length < 3) return [];
      const columns = SHOWN.map((code) =>
        summary.columns.findIndex(({ measure, column }) => measure === 'consultations' && column === code),
      );
      return [
        [region, ...columns.map((column) => String(valueOf(row * summary.columns.length + column) ?? '·'))],
      ];
    });

  /** Smallest and largest value of each hidden cell that fits what is published, by label. */
  const boundsOf = (published: Published, solver: Solver, labels: readonly string[]) => {
    const bounds: Record<string, [number, number]> = {};
    for (const { cells, program } of connectedComponents(published, 2 * POLICY_1.width))
      withProgram(solver, program, (loaded) => {
        cells.forEach((cell, column) => {
          const end = (direction: 1 | -1): number => {
            const cost = new Float64Array(cells.length);
            cost[column] = direction;
            const found = loaded.minimise(cost);
            return 'x' in found ? Math.round(found.x[column] ?? NaN) : NaN;
          };
          bounds[labels[cell] ?? ''] = [end(1), end(-1)];
        });
      });
    return bounds;
  };

  test('adds up as the page says, and one cell is primary for itself', () => {
    expect(asShown((cell) => summary.cells[cell]?.value ?? null)).toEqual(rowsOfTable(part('added up')));
    const { problem } = tableProblem(summary);
    const primary = problem.labels.filter((_, cell) => problem.status[cell] === PRIMARY);
    expect(primary).toEqual(['05113 consultations MITTAG', '05113 pupils MITTAG']);
  });

  test('tells the cell to the reader if only that is hidden', async () => {
    const { problem } = tableProblem(summary);
    const suppressed = Uint8Array.from(problem.status, (status) => (status === PRIMARY ? 1 : 0));
    suppressTogether(problem, suppressed);
    const solver = await highsSolver();
    const published = eraseSuppressed(problem, suppressed);
    expect(audit(published, POLICY_1.width, solver).safe).toBe(false);
    expect(boundsOf(published, solver, problem.labels)['05113 consultations MITTAG']).toEqual([6, 6]);
  });

  test('is published as the page says, and every hidden cell keeps the width', async () => {
    const solver = await highsSolver();
    const { table } = protectTable(input, solver);
    expect(asShown((cell) => table.cells[cell]?.value ?? null)).toEqual(rowsOfTable(part('published')));

    const document = { columns: columnsOfRelease(table.benefits), rows: rowsOfRelease(table) };
    const published = publicView(document, POLICY_1);
    expect(audit(published, POLICY_1.width, solver).safe).toBe(true);
    const labels = table.cells.map(
      ({ row, measure, column }) => `${table.rows[row]!.region} ${measure} ${column}`,
    );
    const regions = labels.slice(
      0,
      labels.findIndex((_, at) => table.rows[table.cells[at]!.row]!.schoolType !== null),
    );
    const bounds = boundsOf(published, solver, regions);
    expect(bounds).toMatchObject(JSON.parse(json('bounds')) as object);
    const { '05112 consultations LERNFOERDERUNG': one, '05113 consultations LERNFOERDERUNG': other } = bounds;
    expect(prose).toContain(`(${one?.join(' to ')}, and ${other?.join(' to ')})`);
    expect(prose).toContain(`the pupils (${bounds['05113 pupils MITTAG']?.join(' to ')})`);
  });
});
