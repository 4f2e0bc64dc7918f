/** `npm run bench -- anonymity`: what a stored report tells of counts below k, and what protecting them costs. */
import { negativeBinomial, seeded, simulateSchool } from '../../src/demo/simulation.ts';
import { anonymise } from '../../src/rules/anonymise.ts';
import { type Policy, POLICY_1, POLICY_2 } from '../../src/rules/policy.ts';
import type { Report } from '../../src/rules/report.ts';
import type { Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { smallScheme } from '../rules/examples.ts';
import { type Exhausted, knowledge, tryEverySchool } from '../rules/every-school.ts';
import { inventTruth, KNOWLEDGE } from '../rules/invented-truth.ts';
import { otherSchools } from '../rules/other-schools.ts';
import { isKept, type MakeReport } from '../rules/same-report.ts';
import type { Options } from './options.ts';
import { BLOCKS, type PoolingRule, SIZES, WITH_LARGE } from './pooling-rules.ts';

/** A way to make reports, and whether it is held to the promise. */
interface Way {
  readonly name: string;
  readonly make: (scheme: Scheme, k: number) => MakeReport;
  /** A control must break the promise, or the search could not find a hole. */
  readonly isControl?: true;
}

const byPolicy = (name: string, policy: Policy): Way => ({
  name,
  make: (scheme, k) => (counts) =>
    anonymise({ ...counts, policy: policy.number }, scheme, { ...policy, k }).report,
});
const byRule = ({ name, make }: PoolingRule): Way => ({
  name,
  make: (scheme, k) => (counts) => make(counts, scheme, k),
});

const BEFORE: Way = { ...byPolicy('anonymiser 1', POLICY_1), isControl: true };
const AFTER = byPolicy('anonymiser 2', POLICY_2);
const OTHERS = [BLOCKS, SIZES, WITH_LARGE].map(byRule);
const WAYS: readonly Way[] = [BEFORE, AFTER, ...OTHERS];

/** Every school of so many benefits and consultations; `every` list of told unions, or some of each kind. */
const SMALL = [
  { benefits: 3, k: 3, consultations: 8, every: true },
  { benefits: 3, k: 4, consultations: 10, every: false },
  { benefits: 4, k: 3, consultations: 7, every: false },
] as const;
const MEANS = [4, 8, 13, 30] as const;
/** Gives 17.6 consultations a school and quarter. */
const USUAL = 6.5;
const SIZE = 2;
/** Schools whose consultations are followed, for each mean and rule. */
const PRICED = 3_000;
const SEED = 20261128;
const K = POLICY_2.k;

export function anonymity({ cases }: Pick<Options, 'cases'>): string[] {
  const faults: string[] = [];
  const lines = [...exhaustive(faults), '', ...searched(cases, faults), '', ...price()];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return lines;
}

function exhaustive(faults: string[]): string[] {
  const lines = [
    'Every school, and for each report all schools that lead to it. The reader knows the rule and which unions were told.',
    '',
    '| rule | benefits, k, consultations | schools | reports | benefits judged | told too much |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
  ];
  for (const { benefits, k, consultations, every } of SMALL)
    // The others pass or fail with the first and the last.
    for (const way of benefits === 3 && !every ? [BEFORE, AFTER] : WAYS) {
      const scheme = smallScheme(benefits);
      const told = knowledge(benefits, every);
      const found = tryEverySchool(way.make(scheme, k), 1, { scheme, k, consultations, told });
      judge(way, found, faults);
      const shape = `${benefits}, ${k}, up to ${consultations}`;
      lines.push(
        `| ${way.name} | ${shape} | ${found.inputs} | ${found.reports} | ${found.judged} | ${found.faults.length} |`,
      );
    }
  return lines;
}

function judge(way: Way, { judged, faults: found }: Exhausted, faults: string[]): void {
  const [first] = found;
  if (judged === 0) faults.push(`${way.name}: nothing was judged`);
  if (way.isControl && !first) faults.push(`${way.name} is the control and passes`);
  if (!way.isControl && first) faults.push(`${way.name} tells too much: ${JSON.stringify(first)}`);
}

function searched(cases: number, faults: string[]): string[] {
  const lines = [
    `Random schools (seed ${SEED}), seven benefits, k = ${K}: numbers of pupils for which a school with the same report was found.`,
    '',
    '| rule | mean pupils | unions told | schools | pooled | fewest numbers | withheld | not exactly 1 … k − 1 | told exactly |',
    '| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  const scheme = BUT_COUNSELLING_1;
  for (const way of WAYS) {
    // Where nothing is to be found, every draw is in vain: the control gets fewer schools.
    const schools = way.isControl ? Math.ceil(cases / 20) : cases;
    let broken = 0;
    for (const mean of MEANS)
      for (const unions of KNOWLEDGE) {
        const rng = seeded(SEED + mean);
        const search = {
          make: way.make(scheme, K),
          scheme,
          policy: 1,
          k: K,
          rng,
          draws: way.isControl ? 40 : 600,
        };
        const seen = { pooled: 0, fewest: Infinity, withheld: 0, inexact: 0, exact: 0 };
        for (let school = 0; school < schools; school++) {
          const truth = inventTruth(rng, negativeBinomial(rng, { mean, size: SIZE }), unions, K);
          for (const finding of otherSchools(truth, search)) {
            const { place, possible } = finding;
            if (place === 'pooled') {
              seen.pooled++;
              seen.fewest = Math.min(seen.fewest, possible.length);
            } else seen.withheld++;
            if (possible.length < 2) seen.exact++;
            if (isKept(finding, K)) continue;
            if (place === 'withheld') seen.inexact++;
            broken++;
            if (!way.isControl && faults.length < 5) faults.push(`${way.name}: ${JSON.stringify(finding)}`);
          }
        }
        const fewest = seen.pooled > 0 ? seen.fewest : '–';
        lines.push(
          `| ${way.name} | ${mean} | ${unions} | ${schools} | ${seen.pooled} | ${fewest} | ${seen.withheld} | ${seen.inexact} | ${seen.exact} |`,
        );
      }
    if (way.isControl && broken === 0) faults.push(`${way.name} is the control and passes`);
  }
  return lines;
}

function price(): string[] {
  const lines = [
    'What stays in the tables, per cent of consultations; all unions told. Cost: pooled + 3 × withheld, per consultation.',
    '',
    '| mean pupils (consultations) | rule | itemised | pooled | withheld | cost | schools with a pool, % | of these with an empty none, % |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const mean of [MEANS[0], USUAL, ...MEANS.slice(1)])
    for (const way of WAYS) {
      const rng = seeded(SEED);
      const make = way.make(BUT_COUNSELLING_1, K);
      const sum = { itemised: 0, pooled: 0, withheld: 0, pools: 0, empty: 0 };
      for (let school = 0; school < PRICED; school++) {
        const { counts, distinct } = simulateSchool(
          rng,
          negativeBinomial(rng, { mean, size: SIZE }),
          BUT_COUNSELLING_1,
        );
        const report = make({ scheme: 'but-counselling/1', policy: 1, counts, distinct });
        const fate = fateOf(report, (code) => counts[code]?.consultations ?? 0);
        for (const key of ['itemised', 'pooled', 'withheld'] as const) sum[key] += fate[key];
        if (fate.hasPool) sum.pools++;
        if (fate.hasPool && report.none.length === 0) sum.empty++;
      }
      const all = sum.itemised + sum.pooled + sum.withheld;
      const share = (part: number, of = all) => ((100 * part) / of).toFixed(1);
      const cost = ((sum.pooled + POLICY_1.poolingWeight * sum.withheld) / all).toFixed(2);
      lines.push(
        `| ${mean} (${(all / PRICED).toFixed(1)}) | ${way.name} | ${share(sum.itemised)} | ${share(sum.pooled)} | ` +
          `${share(sum.withheld)} | ${cost} | ${share(sum.pools, PRICED)} | ${share(sum.empty, sum.pools)} |`,
      );
    }
  return lines;
}

/** Where the consultations of a school went. */
function fateOf({ cells, withheld }: Report, consultationsOf: (code: string) => number) {
  const sum = (wanted: boolean) =>
    cells.reduce((all, cell) => all + (cell.benefits.length > 1 === wanted ? cell.consultations : 0), 0);
  return {
    itemised: sum(false),
    pooled: sum(true),
    withheld: withheld.reduce((all, code) => all + consultationsOf(code), 0),
    hasPool: cells.some((cell) => cell.benefits.length > 1),
  };
}
