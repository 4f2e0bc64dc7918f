/** The anonymiser against trying everything, and the promises it keeps for every school. */
import fc from 'fast-check';
import { anonymise } from '../../src/rules/anonymise.ts';
import { check } from '../../src/rules/check.ts';
import { readReport } from '../../src/rules/read-report.ts';
import type { Cell, Report } from '../../src/rules/report.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { body } from './examples.ts';
import { cases, contextOf, type Case } from './schools.ts';

const run = (c: Case) => anonymise(c.counts, c.scheme, c.policy);

/**
 * Every report over the scheme that the rules let pass and that tells the truth, by trying all: each benefit
 * alone, in one of the pools, or out. Shares nothing with the search but the rules.
 */
function* everySafeReport(
  c: Case,
  isKnown: (benefits: readonly string[]) => boolean,
): Generator<{ report: Report; label: number[] }> {
  const codes = codesOf(c.scheme);
  const pairOf = (code: string) => c.counts.counts[code]!;
  function* labels(i: number, pools: number): Generator<number[]> {
    if (i === codes.length) {
      yield [];
      return;
    }
    const choices = [
      99,
      ...(pairOf(codes[i]!).pupils > 0 ? [0] : []),
      ...Array.from({ length: pools + 1 }, (_, p) => p + 1),
    ];
    for (const choice of choices) {
      for (const rest of labels(i + 1, choice === pools + 1 ? pools + 1 : pools)) yield [choice, ...rest];
    }
  }
  for (const label of labels(0, 0)) {
    const at = (treatment: number) => codes.filter((_, i) => label[i] === treatment);
    const pools = [...new Set(label)].filter((p) => p > 0 && p < 99).map(at);
    if (pools.some((pool) => pool.length < 2 || !isKnown(pool))) continue;
    const cells: Cell[] = [...at(0).map((code) => [code]), ...pools].map((benefits) => ({
      benefits,
      pupils: c.truth(benefits),
      consultations: benefits.reduce((sum, code) => sum + pairOf(code).consultations, 0),
    }));
    const out = at(99);
    const report: Report = {
      scheme: c.counts.scheme,
      policy: c.counts.policy,
      cells,
      none: out.filter((code) => pairOf(code).pupils === 0),
      withheld: out.filter((code) => pairOf(code).pupils > 0),
    };
    if (check(report, contextOf(c)).length === 0) yield { report, label };
  }
}

function lossOf(c: Case, report: Report) {
  const sum = (codes: readonly string[]) =>
    codes.reduce((all, code) => all + c.counts.counts[code]!.consultations, 0);
  const pooled = report.cells.filter((cell) => cell.benefits.length > 1).flatMap((cell) => cell.benefits);
  return { cost: c.policy.poolingWeight * sum(report.withheld) + sum(pooled), pooledBenefits: pooled.length };
}

/** The best of them: least cost, fewest pooled benefits, then the least label, read in scheme order. */
function bestByTrying(c: Case, isKnown: (benefits: readonly string[]) => boolean): Report {
  let best: { report: Report; key: number[] } | undefined;
  for (const { report, label } of everySafeReport(c, isKnown)) {
    const { cost, pooledBenefits } = lossOf(c, report);
    const key = [cost, pooledBenefits, ...label];
    const at = best === undefined ? 0 : key.findIndex((n, i) => n !== best!.key[i]);
    if (best === undefined || (at >= 0 && key[at]! < best.key[at]!)) best = { report, key };
  }
  return best!.report;
}

const bySet = (report: Report) => ({
  ...report,
  cells: [...report.cells].sort((a, b) => a.benefits.join().localeCompare(b.benefits.join())),
});

describe('where the school knows every union', () => {
  const known = () => true;
  test.each([
    [4, 150],
    [5, 80],
    [7, 6],
  ])('the report over %i benefits is the very one that trying everything finds', (benefits, numRuns) => {
    fc.assert(
      fc.property(cases(benefits, 'all'), (c) =>
        expect(bySet(run(c).report)).toEqual(bySet(bestByTrying(c, known))),
      ),
      { numRuns },
    );
  });

  test('no further number is asked for', () => {
    fc.assert(
      fc.property(cases(6, 'all'), (c) => expect(run(c).wouldHelp).toEqual([])),
      { numRuns: 100 },
    );
  });
});

describe('where the school knows some unions', () => {
  test('every number in the report is true, and the rules let it pass', () => {
    fc.assert(
      fc.property(fc.oneof(cases(5, 'some'), cases(7, 'some'), cases(7, 'all')), (c) => {
        const { report, loss } = run(c);
        expect(check(report, contextOf(c))).toEqual([]);
        for (const cell of report.cells) expect(cell.pupils).toBe(c.truth(cell.benefits));
        expect(loss.cost).toBe(lossOf(c, report).cost);
        expect(loss.cost).toBe(c.policy.poolingWeight * loss.withheld + loss.pooled);
        const all = Object.values(c.counts.counts).reduce((sum, { consultations }) => sum + consultations, 0);
        expect(loss.itemised + loss.pooled + loss.withheld).toBe(all);
      }),
      { numRuns: 500 },
    );
  });

  test('no report made of the unions they told, or of unions that one true zero or an equal bound settles, loses less', () => {
    fc.assert(
      fc.property(cases(4, 'some'), (c) => {
        const asked = (benefits: readonly string[]) =>
          benefits.filter((code) => c.counts.counts[code]!.pupils > 0);
        const isKnown = (benefits: readonly string[]) => {
          const single = asked(benefits).map((code) => c.counts.counts[code]!.pupils);
          const told = c.counts.distinct!.filter(
            (union) => asked(union.benefits).join() === asked(benefits).join(),
          );
          return (
            told.length > 0 || single.length < 2 || Math.max(...single) === single.reduce((a, b) => a + b, 0)
          );
        };
        expect(run(c).loss.cost).toBeLessThanOrEqual(lossOf(c, bestByTrying(c, isKnown)).cost);
      }),
      { numRuns: 150 },
    );
  });

  test('where nothing would help, even knowing every union would lose no less', () => {
    fc.assert(
      fc.property(cases(5, 'some'), (c) => {
        const now = run(c);
        if (now.wouldHelp.length === 0)
          expect(now.loss.cost).toBeLessThanOrEqual(
            lossOf(
              c,
              bestByTrying(c, () => true),
            ).cost,
          );
        else for (const union of now.wouldHelp) expect(union.length).toBeGreaterThan(1);
      }),
      { numRuns: 150 },
    );
  });
});

test('the report reads back through the strict reader', () => {
  fc.assert(
    fc.property(cases(7, 'some'), (c) => {
      const { report } = anonymise({ ...c.counts, scheme: 'but-counselling/1' }, BUT_COUNSELLING_1, c.policy);
      expect(readReport(body(report))).toEqual({ report });
    }),
    { numRuns: 100 },
  );
});

test('cells and benefits stand in scheme order, so their order says nothing about the counts', () => {
  fc.assert(
    fc.property(cases(7, 'all'), (c) => {
      const codes = codesOf(c.scheme);
      const { report } = run(c);
      const sorted = (list: readonly string[]) =>
        [...list].sort((a, b) => codes.indexOf(a) - codes.indexOf(b));
      for (const list of [
        ...report.cells.map((cell) => cell.benefits),
        report.none,
        report.withheld,
        report.cells.map((cell) => cell.benefits[0]!),
      ]) {
        expect(list).toEqual(sorted(list));
      }
    }),
    { numRuns: 200 },
  );
});

test('no step and no question holds a count of the school', () => {
  fc.assert(
    fc.property(cases(7, 'some'), (c) => {
      const { steps, wouldHelp } = run({ ...c, policy: { ...c.policy, k: 5 } });
      expect(JSON.stringify([steps, wouldHelp]).replaceAll('5 ', '')).not.toMatch(/\d/);
      expect(JSON.stringify(steps)).not.toMatch(/anonym/i);
    }),
    { numRuns: 100 },
  );
});

test('every benefit is explained once', () => {
  fc.assert(
    fc.property(cases(7, 'some'), (c) => {
      expect(
        run(c)
          .steps.flatMap((step) => step.benefits)
          .sort(),
      ).toEqual(codesOf(c.scheme).sort());
    }),
    { numRuns: 100 },
  );
});
