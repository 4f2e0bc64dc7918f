/** How much of what happened reaches the totals, at invented schools. */
import { anonymise } from '../../src/rules/anonymise.ts';
import type { Counts } from '../../src/rules/counts.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { seeded, simulateSchool } from '../../src/demo/simulation.ts';

const SEED = 20260401;
const SCHOOLS = 1700;

interface Shares {
  itemised: number;
  pooled: number;
  withheld: number;
  all: number;
  smallCells: number;
  cells: number;
  msPerSchool: number;
  slowest: number;
}

/** Sums over many schools. `answers` is how many unions each school says, always the first one asked for. */
function simulate(pupils: number, answers: number | 'all'): Shares {
  const rng = seeded(SEED);
  const sum: Shares = {
    itemised: 0,
    pooled: 0,
    withheld: 0,
    all: 0,
    smallCells: 0,
    cells: 0,
    msPerSchool: 0,
    slowest: 0,
  };
  for (let school = 0; school < SCHOOLS; school++) {
    const { counts, distinct } = simulateSchool(rng, pupils, BUT_COUNSELLING_1);
    let input: Counts = {
      scheme: 'but-counselling/1',
      policy: 1,
      counts,
      distinct: answers === 'all' ? distinct : [],
    };
    const began = performance.now();
    let made = anonymise(input, BUT_COUNSELLING_1, POLICY_1);
    for (let said = 0; answers !== 'all' && said < answers; said++) {
      const asked = made.wouldHelp[0];
      if (asked === undefined) break;
      const answer = distinct.filter((union) => union.benefits.join() === asked.join());
      input = { ...input, distinct: [...(input.distinct ?? []), ...answer] };
      made = anonymise(input, BUT_COUNSELLING_1, POLICY_1);
    }
    const took = performance.now() - began;
    sum.msPerSchool += took / SCHOOLS;
    sum.slowest = Math.max(sum.slowest, took);
    sum.itemised += made.loss.itemised;
    sum.pooled += made.loss.pooled;
    sum.withheld += made.loss.withheld;
    for (const { pupils: n, consultations } of Object.values(counts)) {
      sum.all += consultations;
      if (n > 0) sum.cells++;
      if (n > 0 && n < POLICY_1.k) sum.smallCells++;
    }
  }
  return sum;
}

const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(1);

test('one answer about a union keeps at least 85 % of the consultations of small schools in the totals', () => {
  const made = new Map<number | 'all', Shares>();
  const lines: string[] = [
    `${SCHOOLS} invented schools, seed ${SEED}, k = ${POLICY_1.k}, weight ${POLICY_1.poolingWeight}`,
  ];
  for (const answers of [0, 1, 2, 'all'] as const) {
    const s = simulate(10, answers);
    made.set(answers, s);
    lines.push(
      `10 counselled pupils each, ${answers} unions known: kept ${percent(s.all - s.withheld, s.all)} % ` +
        `(itemised ${percent(s.itemised, s.all)}, pooled ${percent(s.pooled, s.all)}, withheld ${percent(s.withheld, s.all)}); ` +
        `cells below k ${percent(s.smallCells, s.cells)} %; ${s.msPerSchool.toFixed(2)} ms a school, slowest ${s.slowest.toFixed(1)}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const answers of [1, 2, 'all'] as const) {
    const { itemised, pooled, withheld, all } = made.get(answers)!;
    expect(itemised + pooled + withheld).toBe(all);
    expect((all - withheld) / all).toBeGreaterThanOrEqual(0.85);
  }
  // Without any union only what stands alone is left: that is what dropping small cells keeps.
  const { pooled, withheld, all } = made.get(0)!;
  expect(pooled).toBe(0);
  expect(withheld / all).toBeGreaterThan(0.3);
});
