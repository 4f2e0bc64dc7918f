/**
 * Somebody attacks what is published of outcomes. He is given more than the file: what it shows of each office by itself, in
 * every version; and he knows k, the rules and the anonymiser. He tries every count that an office could have had.
 */
import { anonymise } from '../../src/rules/anonymise.ts';
import type { Counts } from '../../src/rules/counts.ts';
import { asGranted, type Granted, isGap } from '../../src/rules/outcome.ts';
import { type Policy, POLICY_2 } from '../../src/rules/policy.ts';
import type { RegionKey } from '../../src/rules/region.ts';
import { codesOf, type OutcomeScheme, schemeId } from '../../src/rules/scheme.ts';
import { BUT_OUTCOMES_1 } from '../../src/rules/schemes/but-outcomes-1.ts';
import { takeOverOutcomes } from '../../src/outcomes/outcome-corrections.ts';
import {
  type CountyOutcome,
  outcomeColumns,
  outcomeTable,
  shownOf,
} from '../../src/outcomes/outcome-table.ts';
import { seeded } from '../../src/demo/simulation.ts';

const small = (benefits: number): OutcomeScheme => ({
  ...BUT_OUTCOMES_1,
  code: 'small',
  benefits: BUT_OUTCOMES_1.benefits.slice(0, benefits),
});

/** What an office would store of its counts. */
const stored = (counts: Counts, scheme: OutcomeScheme, policy: Policy): Granted =>
  asGranted(anonymise(counts, scheme, policy).report);

/** Most grants of one benefit below k, and most grants of a pool that the attacker looks at: all that can make those up is tried. */
const MOST_GRANTS = 8;

/** Every input of so many benefits: children up to `most`, grants up to `MOST_GRANTS`, the number behind all small ones together known or not. */
function* inputs(scheme: OutcomeScheme, policy: Policy, most: number): Generator<Counts> {
  const codes = codesOf(scheme);
  const each = Array.from({ length: most + 1 }, (_, n) => n).flatMap((children) =>
    // What is itemised is shown as it is, so one number of grants stands for all.
    Array.from(
      { length: children === 0 || children >= policy.k ? 1 : MOST_GRANTS - children + 1 },
      (_, more) => ({
        pupils: children,
        consultations: children + more,
      }),
    ),
  );
  const walk = function* (at: number, so: (typeof each)[number][]): Generator<(typeof each)[number][]> {
    if (at === codes.length) yield so;
    else for (const one of each) yield* walk(at + 1, [...so, one]);
  };
  for (const pairs of walk(0, [])) {
    const counts = Object.fromEntries(codes.map((code, i) => [code, pairs[i]!]));
    const head = { scheme: schemeId(scheme), policy: policy.number, counts };
    yield { ...head, distinct: [] };
    const low = codes.filter((_, i) => pairs[i]!.pupils < policy.k);
    const sizes = pairs.map(({ pupils }) => pupils).filter((pupils) => pupils < policy.k);
    const [max, sum] = [Math.max(0, ...sizes), sizes.reduce((a, b) => a + b, 0)];
    if (low.length > 1)
      for (let n = max; n <= sum; n++) yield { ...head, distinct: [{ benefits: low, pupils: n }] };
  }
}

/** Grants in a pool, where the attacker is shown a table's columns. */
const pooledIn = (shown: unknown): number =>
  ((shown as { grants?: readonly number[] }).grants ?? []).at(-2) ?? 0;

/** Benefits below k whose count what is shown leaves no doubt about, each with what was shown. */
function toldExactly(
  scheme: OutcomeScheme,
  policy: Policy,
  most: number,
  shown: (counts: Counts) => unknown,
): string[] {
  const possible = new Map<string, Set<number>>();
  for (const counts of inputs(scheme, policy, most)) {
    const of = shown(counts);
    const text = JSON.stringify(of);
    if (pooledIn(of) > MOST_GRANTS) continue;
    for (const [code, { pupils }] of Object.entries(counts.counts)) {
      const key = `${code} ${text}`;
      possible.set(key, (possible.get(key) ?? new Set()).add(pupils));
    }
  }
  return [...possible].flatMap(([key, counts]) => {
    const [only] = counts;
    return counts.size === 1 && only !== undefined && only < policy.k ? [key] : [];
  });
}

const POLICY: Policy = { ...POLICY_2, k: 4 };

describe('of one office by itself', () => {
  test.each([2, 3])('no benefit below k of %i is told exactly, zeros among them', (benefits) => {
    const scheme = small(benefits);
    const shown = (counts: Counts) => shownOf(stored(counts, scheme, POLICY), scheme);
    expect(toldExactly(scheme, POLICY, 5, shown)).toEqual([]);
  });

  test('a planted hole is found: what is below k is itemised', () => {
    const scheme = small(2);
    const leak = ({ counts }: Counts) =>
      Object.values(counts).map(({ pupils }) => (pupils === 1 ? 0 : pupils));
    expect(toldExactly(scheme, POLICY, 5, leak).length).toBeGreaterThan(0);
  });

  test('a planted hole is found: a zero is told from what was withheld', () => {
    const scheme = small(2);
    const leak = (counts: Counts) => stored(counts, scheme, POLICY).none;
    expect(toldExactly(scheme, POLICY, 5, leak).length).toBeGreaterThan(0);
  });

  test('a planted hole is found: the distinct children of a pool of all that is small, beyond what the rule allows', () => {
    const scheme = small(2);
    const leak = ({ counts, distinct = [] }: Counts) => [
      distinct.map(({ pupils }) => pupils),
      Object.values(counts).map(({ pupils }) => pupils >= POLICY.k && pupils),
    ];
    expect(toldExactly(scheme, POLICY, 5, leak).length).toBeGreaterThan(0);
  });
});

/** Offices of a whole Land, invented, some without numbers. */
function invented(seed: number, k: number): CountyOutcome[] {
  const random = seeded(seed);
  const codes = codesOf(BUT_OUTCOMES_1);
  return COUNTIES.flatMap((county) =>
    BUT_OUTCOMES_1.bodies.flatMap(({ code: body }): CountyOutcome[] => {
      if (random() < 0.2) return [];
      if (random() < 0.1) return [{ county, outcome: { body, gap: 'LATE' } }];
      const counts = Object.fromEntries(
        codes.map((code) => {
          const pupils = random() < 0.5 ? Math.floor(random() * 2 * k) : Math.floor(random() * 300);
          return [code, { pupils, consultations: pupils + Math.floor(random() * pupils) }];
        }),
      );
      const low = codes.filter((code) => counts[code]!.pupils < k);
      const sizes = low.map((code) => counts[code]!.pupils);
      const [max, sum] = [Math.max(0, ...sizes), sizes.reduce((a, b) => a + b, 0)];
      const distinct =
        low.length > 1 ? [{ benefits: low, pupils: max + Math.floor(random() * (sum - max + 1)) }] : [];
      const head = { scheme: schemeId(BUT_OUTCOMES_1), policy: 2, counts, distinct };
      return [{ county, outcome: { body, ...stored(head, BUT_OUTCOMES_1, POLICY_2) } }];
    }),
  );
}
const COUNTIES = ['05111', '05112', '05113', '05314', '05315', '05911'] as RegionKey[];
const REGIONS = ['05', '051', '053', '059', ...COUNTIES] as RegionKey[];
const RULES = { scheme: BUT_OUTCOMES_1, k: POLICY_2.k };

/** Every number that a reader of several versions can take for one of few children: shown, or the difference of two that are shown of the same office. */
function fewIn(versions: readonly (readonly CountyOutcome[])[], k: number): string[] {
  const byOffice = new Map<string, number[][]>();
  for (const { county, outcome } of versions.flat()) {
    if (isGap(outcome)) continue;
    const { grants, children } = shownOf(outcome, BUT_OUTCOMES_1);
    const office = `${county} ${outcome.body}`;
    byOffice.set(office, [...(byOffice.get(office) ?? []), [...grants, ...children]]);
  }
  return [...byOffice].flatMap(([office, shown]) =>
    shown.flatMap((one, i) =>
      [one.map(() => 0), ...shown.slice(i + 1)].flatMap((other) =>
        one.flatMap((value, at) => {
          const few = Math.abs(value - other[at]!);
          return few > 0 && few < k ? [`${office} ${at}`] : [];
        }),
      ),
    ),
  );
}

/** A part of the offices corrects something, by much or little. */
const corrected = (outcomes: readonly CountyOutcome[], seed: number): CountyOutcome[] => {
  const random = seeded(seed);
  const again = new Map(invented(seed, 5).map((one) => [`${one.county} ${one.outcome.body}`, one]));
  return outcomes.map((one) => {
    const { outcome } = one;
    if (isGap(outcome) || random() < 0.5) return again.get(`${one.county} ${outcome.body}`) ?? one;
    const by = 1 + Math.floor(random() * 9);
    const cells = outcome.cells.map((cell, i) =>
      i === 0 && cell.benefits.length === 1
        ? { ...cell, children: cell.children + by, grants: cell.grants + by }
        : cell,
    );
    return { ...one, outcome: { ...outcome, cells } };
  });
};

describe('of a whole Land, in several versions', () => {
  test('no number and no difference between versions is one of fewer than k', () => {
    let kept = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const versions: CountyOutcome[][] = [];
      let now = invented(seed, 5);
      for (let version = 0; version < 4; version++) {
        const taken = takeOverOutcomes(now, versions, RULES);
        kept += taken.kept.length;
        versions.push(taken.outcomes);
        now = corrected(now, 1000 * seed + version);
      }
      expect(fewIn(versions, RULES.k)).toEqual([]);
    }
    expect(kept).toBeGreaterThan(40);
  });

  test('a planted hole is found: corrections are taken over as they come', () => {
    const now = invented(3, 5);
    expect(fewIn([now, corrected(now, 3)], RULES.k).length).toBeGreaterThan(0);
  });

  test('a planted hole is found: a correction is compared with the version before alone', () => {
    const versions: CountyOutcome[][] = [];
    let found = 0;
    for (let seed = 1; seed <= 40 && found === 0; seed++) {
      versions.length = 0;
      let now = invented(seed, 5);
      for (let version = 0; version < 4; version++) {
        versions.push(takeOverOutcomes(now, versions.slice(-1), RULES).outcomes);
        now = corrected(now, 1000 * seed + version);
      }
      found = fewIn(versions, RULES.k).length;
    }
    expect(found).toBeGreaterThan(0);
  });

  test('the file is a sum of what offices show, and of nothing else', () => {
    const outcomes = invented(7, 5);
    const columns = outcomeColumns(BUT_OUTCOMES_1);
    for (const row of outcomeTable(REGIONS, outcomes, BUT_OUTCOMES_1)) {
      const own = outcomes.filter(
        ({ county, outcome }) =>
          county.startsWith(row.region) && (row.body === '' || outcome.body === row.body),
      );
      const shown = own.flatMap(({ outcome }) => (isGap(outcome) ? [] : [shownOf(outcome, BUT_OUTCOMES_1)]));
      const sum = (at: number, of: 'grants' | 'children') =>
        shown.length === 0 ? null : shown.reduce((all, one) => all + one[of][at]!, 0);
      expect(row.grants).toEqual(columns.map((_, at) => sum(at, 'grants')));
      expect(row.children).toEqual(BUT_OUTCOMES_1.benefits.map((_, at) => sum(at, 'children')));
      expect([row.bodiesReported, row.bodiesInGap]).toEqual([shown.length, own.length - shown.length]);
    }
  });
});
