/** Anonymiser 2: one pool of all benefits below k, or none, and the promises it keeps for every school. */
import fc from 'fast-check';
import { anonymise } from '../../src/rules/anonymise.ts';
import { check } from '../../src/rules/check.ts';
import { mayBePool } from '../../src/rules/derivable.ts';
import { withUsefulUnions } from '../../src/rules/one-pool.ts';
import { POLICY_2 } from '../../src/rules/policy.ts';
import { readReport } from '../../src/rules/read-report.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { body } from './examples.ts';
import { cases, contextOf, type Case } from './schools.ts';

const run = (c: Case) => anonymise(c.counts, c.scheme, c.policy);
const smallOf = (c: Case) => codesOf(c.scheme).filter((code) => c.counts.counts[code]!.pupils < c.policy.k);
const schools = fc.oneof(cases(4, 'all', POLICY_2), cases(5, 'some', POLICY_2), cases(7, 'all', POLICY_2));

test('every number in the report is true, the rules let it pass, and the loss adds up', () => {
  fc.assert(
    fc.property(schools, (c) => {
      const { report, loss } = run(c);
      expect(check(report, contextOf(c)).filter(({ severity }) => severity === 'refusal')).toEqual([]);
      for (const cell of report.cells) expect(cell.pupils).toBe(c.truth(cell.benefits));
      const all = Object.values(c.counts.counts).reduce((sum, { consultations }) => sum + consultations, 0);
      expect(loss.itemised + loss.pooled + loss.withheld).toBe(all);
      expect(loss.cost).toBe(loss.pooled + c.policy.poolingWeight * loss.withheld);
      const shown = report.cells.reduce((sum, { consultations }) => sum + consultations, 0);
      expect(shown).toBe(loss.itemised + loss.pooled);
    }),
    { numRuns: 500 },
  );
});

test('what has k pupils or more stands alone, and all the rest is in one pool or in none', () => {
  fc.assert(
    fc.property(schools, (c) => {
      const { cells, none, withheld } = run(c).report;
      const small = smallOf(c);
      const [pool, ...more] = cells.filter(({ benefits }) => benefits.length > 1);
      expect(more).toEqual([]);
      if (pool) {
        expect([pool.benefits, none, withheld]).toEqual([small, [], []]);
      } else {
        expect(none).toEqual(small.filter((code) => c.counts.counts[code]!.pupils === 0));
        expect(withheld).toEqual(small.filter((code) => c.counts.counts[code]!.pupils > 0));
      }
      expect(
        cells.filter(({ benefits }) => benefits.length === 1).map(({ benefits: [code] }) => code),
      ).toEqual(codesOf(c.scheme).filter((code) => !small.includes(code)));
    }),
    { numRuns: 500 },
  );
});

test('the consultations of benefits below k decide nothing', () => {
  fc.assert(
    fc.property(schools, fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }), (c, more) => {
      const small = smallOf(c);
      /** The same school, where each pupil had one talk about a small benefit, and so many more. */
      const talks = (extra: (i: number) => number): Case => {
        const counts = Object.entries(c.counts.counts).map(([code, { pupils, consultations }], i) => {
          const own = pupils === 0 ? 0 : pupils + extra(i);
          return [code, { pupils, consultations: small.includes(code) ? own : consultations }] as const;
        });
        return { ...c, counts: { ...c.counts, counts: Object.fromEntries(counts) } };
      };
      const placed = ({ report }: ReturnType<typeof run>) => [
        report.cells.map(({ benefits, pupils }) => ({ benefits, pupils })),
        report.none,
        report.withheld,
      ];
      expect(placed(run(talks((i) => more[i]!)))).toEqual(placed(run(talks(() => 0))));
    }),
    { numRuns: 500 },
  );
});

test('no pool of benefits below k could be made where nothing was pooled', () => {
  fc.assert(
    fc.property(cases(6, 'all', POLICY_2), (c) => {
      if (run(c).report.withheld.length === 0) return;
      const small = smallOf(c);
      for (let mask = 1; mask < 1 << small.length; mask++) {
        const some = small.filter((_, i) => (mask & (1 << i)) !== 0);
        expect(mayBePool(some.length, c.truth(some), c.policy.k)).toBe(false);
      }
    }),
    { numRuns: 200 },
  );
});

test('only the union of all benefits below k is asked for, with its answer nothing more, and none where it cannot help', () => {
  fc.assert(
    fc.property(fc.oneof(cases(5, 'some', POLICY_2), cases(7, 'some', POLICY_2)), (c) => {
      const { wouldHelp, report } = run(c);
      const small = smallOf(c);
      if (small.length === 0) return expect(wouldHelp).toEqual([]);
      const pupils = c.truth(small);
      const answered = { ...c, counts: { ...c.counts, distinct: [{ benefits: small, pupils }] } };
      expect(run(answered).wouldHelp).toEqual([]);
      if (wouldHelp.length > 0) expect(wouldHelp).toEqual([small]);
      else expect(run(answered).report).toEqual(report);
    }),
    { numRuns: 500 },
  );
});

test('a union of the benefits that somebody asked about is not enough: whether it is told would hang on the zeros', () => {
  const counts = Object.fromEntries(
    codesOf(BUT_COUNSELLING_1).map((code) => [code, { pupils: 0, consultations: 0 }]),
  );
  const school = {
    scheme: 'but-counselling/1',
    policy: 2,
    counts: { ...counts, MITTAG: { pupils: 4, consultations: 6 }, TEILHABE: { pupils: 3, consultations: 3 } },
    distinct: [{ benefits: ['MITTAG', 'TEILHABE'], pupils: 6 }],
  };
  const { report, wouldHelp } = anonymise(school, BUT_COUNSELLING_1, POLICY_2);
  expect(report.withheld).toEqual(['MITTAG', 'TEILHABE']);
  expect(wouldHelp).toEqual([codesOf(BUT_COUNSELLING_1)]);
});

test('of all unions of a tally list the one is kept that decides', () => {
  fc.assert(
    fc.property(cases(7, 'all', POLICY_2), (c) => {
      const useful = withUsefulUnions(c.counts, c.scheme, c.policy);
      expect(useful.distinct!.length).toBeLessThanOrEqual(1);
      expect(run({ ...c, counts: useful }).report).toEqual(run(c).report);
      const first = { ...c.policy, anonymiser: 1 } as const;
      expect(withUsefulUnions(c.counts, c.scheme, first)).toEqual(c.counts);
    }),
    { numRuns: 200 },
  );
});

test('the report reads back through the strict reader, in scheme order', () => {
  fc.assert(
    fc.property(cases(7, 'all', POLICY_2), (c) => {
      const codes = codesOf(BUT_COUNSELLING_1);
      const { report } = anonymise({ ...c.counts, scheme: 'but-counselling/1' }, BUT_COUNSELLING_1, c.policy);
      expect(readReport(body(report))).toEqual({ report });
      const firsts = report.cells.map(({ benefits: [code] }) => codes.indexOf(code!));
      expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
    }),
    { numRuns: 100 },
  );
});

test('every benefit is explained once, without a count of the school', () => {
  fc.assert(
    fc.property(fc.oneof(cases(7, 'some', POLICY_2), cases(7, 'all', POLICY_2)), (c) => {
      const { steps } = run({ ...c, policy: { ...c.policy, k: 5 } });
      expect(steps.flatMap(({ benefits }) => benefits).sort()).toEqual(codesOf(c.scheme).sort());
      const said = JSON.stringify(steps.map(({ reason }) => reason));
      expect(said.replaceAll('5 ', '')).not.toMatch(/\d/);
      expect(said).not.toMatch(/anonym|because k|weil k/i);
    }),
    { numRuns: 100 },
  );
});

test('a benefit that nobody asked about is in the pool, and the reason says that this is no mistake', () => {
  const zero = { pupils: 0, consultations: 0 };
  const counts = Object.fromEntries(
    codesOf(BUT_COUNSELLING_1).map((code) => [code, { pupils: 2, consultations: 2 }]),
  );
  const told = [{ benefits: codesOf(BUT_COUNSELLING_1), pupils: 10 }];
  const school = {
    scheme: 'but-counselling/1',
    policy: 2,
    counts: { ...counts, AUSFLUG: zero },
    distinct: told,
  };
  const [step] = anonymise(school, BUT_COUNSELLING_1, POLICY_2).steps;
  expect(step?.reason.de).toContain(
    'Auch dabei ist, wonach niemand gefragt hat: Eintägige Ausflüge. Das ist kein Fehler: Würde diese Leistung fehlen, so wüsste man',
  );
  expect(step?.reason.en).toContain(
    'What nobody asked about is included too: Day trips. That is no mistake: if it were left out',
  );
});
