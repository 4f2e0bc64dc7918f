/** The anonymiser on single schools, decision by decision, and the counts it refuses. */
import { anonymise } from '../../src/rules/anonymise.ts';
import { CountsUnsound, type Counts } from '../../src/rules/counts.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import { codesOf } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';

type Pair = [pupils: number, consultations: number];

/** Counts of the first benefits in scheme order, the rest zero. */
const counted = (pairs: Pair[], distinct: Counts['distinct'] = []): Counts => ({
  scheme: 'but-counselling/1',
  policy: 1,
  counts: Object.fromEntries(
    codesOf(BUT_COUNSELLING_1).map((code, i) => [
      code,
      { pupils: pairs[i]?.[0] ?? 0, consultations: pairs[i]?.[1] ?? 0 },
    ]),
  ),
  distinct,
});
const made = (pairs: Pair[], distinct: Counts['distinct'] = [], policy = POLICY_1) =>
  anonymise(counted(pairs, distinct), BUT_COUNSELLING_1, policy);
const [A, B, C, D] = ['AUSFLUG', 'KLASSENFAHRT', 'SCHULBEDARF', 'BEFOERDERUNG'] as const;

test('nobody asked: every benefit stands under none, and nothing is lost', () => {
  const { report, loss, wouldHelp } = made([]);
  expect(report).toMatchObject({ cells: [], withheld: [], none: codesOf(BUT_COUNSELLING_1) });
  expect(loss).toEqual({ itemised: 0, pooled: 0, withheld: 0, cost: 0 });
  expect(wouldHelp).toEqual([]);
});

test('two small benefits whose union is told are pooled with a true zero, so that it does not lead back', () => {
  const { report, steps } = made(
    [
      [4, 6],
      [4, 5],
    ],
    [{ benefits: [A, B], pupils: 8 }],
  );
  expect(report.cells).toEqual([{ benefits: [A, B, C], pupils: 8, consultations: 11 }]);
  expect(steps[0]!.reason.de).toMatch(
    /Mit dabei, obwohl niemand danach gefragt hat: Persönlicher Schulbedarf/,
  );
});

test('a benefit that may stand alone is pulled into a pool where that loses less', () => {
  const pulled = made(
    [
      [9, 10],
      [4, 8],
    ],
    [{ benefits: [A, B], pupils: 11 }],
  );
  expect(pulled.report.cells).toEqual([{ benefits: [A, B], pupils: 11, consultations: 18 }]);
  expect(pulled.loss.cost).toBe(18);
  expect(pulled.steps[0]!.reason.en).toMatch(/could stand alone: Day trips/);
  const left = made(
    [
      [9, 20],
      [4, 8],
    ],
    [{ benefits: [A, B], pupils: 11 }],
  );
  expect(left.report).toMatchObject({
    cells: [{ benefits: [A], pupils: 9, consultations: 20 }],
    withheld: [B],
  });
});

test('without the number of a union nothing is pooled, and the union is asked for', () => {
  const { report, wouldHelp, steps } = made([
    [4, 6],
    [4, 5],
    [3, 3],
  ]);
  expect(report).toMatchObject({ cells: [], withheld: [A, B, C] });
  expect(wouldHelp).toEqual([
    [A, B, C],
    [A, B],
    [A, C],
  ]);
  expect(steps[0]!.reason.de).toMatch(/wie viele verschiedene Kinder stehen zusammen hinter/i);
});

test('a number that nobody told but others prove is used', () => {
  // Four benefits with as many pupils as their sum: no child asked twice, so every union is known.
  const { report } = made(
    [
      [2, 4],
      [3, 5],
      [4, 6],
      [9, 90],
    ],
    [{ benefits: [A, B, C, D], pupils: 18 }],
  );
  expect(report.cells).toEqual([
    { benefits: [A, B, C, 'LERNFOERDERUNG'], pupils: 9, consultations: 15 },
    { benefits: [D], pupils: 9, consultations: 90 },
  ]);
});

test('with equal loss the fewest benefits are pooled, and then scheme order decides', () => {
  // Any two of three equal benefits can be pooled, with a zero; of all three together nothing is told.
  const unions = [
    [A, B],
    [A, C],
    [B, C],
  ].map((benefits) => ({ benefits, pupils: 6 }));
  expect(
    made(
      [
        [4, 5],
        [4, 5],
        [4, 5],
      ],
      unions,
    ).report,
  ).toMatchObject({ cells: [{ benefits: [A, B, D] }], withheld: [C] });
});

test('a pool whose consultations no report could hold is not made', () => {
  const { report } = made(
    [
      [4, 9_999_999],
      [4, 5],
    ],
    [{ benefits: [A, B], pupils: 8 }],
  );
  expect(report).toMatchObject({ cells: [], withheld: [A, B] });
});

describe('counts that cannot be what happened are refused by the benefits they are about, and not repeated', () => {
  const problemsOf = (counts: Counts, policy = POLICY_1): string[] => {
    try {
      anonymise(counts, BUT_COUNSELLING_1, policy);
    } catch (error) {
      if (!(error instanceof CountsUnsound)) throw error;
      expect(JSON.stringify([error.message, error.problems])).not.toMatch(/\d{2,}|Kevin/);
      return error.problems.map(({ code, benefits }) => [code, ...benefits].join(' '));
    }
    return [];
  };
  const sound = counted([
    [11, 22],
    [33, 44],
  ]);
  const cell = (pupils: number, consultations: number) => ({
    ...sound,
    counts: { ...sound.counts, [C]: { pupils, consultations } },
  });
  const union = (...distinct: { benefits: string[]; pupils: number }[]) => ({ ...sound, distinct });
  const { [D]: _, ...without } = sound.counts;

  test.each<[string, Counts, string[]]>([
    ['sound ones', sound, []],
    ['more pupils than consultations', cell(55, 44), [`fewer-consultations ${C}`]],
    ['consultations of nobody', cell(0, 44), [`one-zero ${C}`]],
    ['a fraction', cell(1.5, 44), [`not-a-count ${C}`]],
    ['a number below zero', cell(-11, 44), [`not-a-count ${C}`]],
    ['a missing benefit', { ...sound, counts: without }, [`missing ${D}`]],
    [
      'an unknown benefit',
      { ...sound, counts: { ...sound.counts, Kevin: { pupils: 1, consultations: 1 } } },
      ['unknown'],
    ],
    ['another scheme', { ...sound, scheme: 'other/1' }, ['scheme']],
    ['another policy', { ...sound, policy: 2 }, ['policy']],
    ['a union below its largest part', union({ benefits: [A, B], pupils: 32 }), [`union-size ${A} ${B}`]],
    ['a union above the sum', union({ benefits: [A, B], pupils: 45 }), [`union-size ${A} ${B}`]],
    [
      'two numbers for one union',
      union({ benefits: [A, B], pupils: 33 }, { benefits: [B, A, C], pupils: 34 }),
      [`union-size ${A} ${B} ${C}`],
    ],
    ['pupils behind true zeros', union({ benefits: [C, D], pupils: 11 }), [`union-size ${C} ${D}`]],
    ['a single benefit with another number', union({ benefits: [A], pupils: 12 }), [`union-size ${A}`]],
    ['a union with an unknown benefit', union({ benefits: [A, 'Kevin'], pupils: 33 }), [`union ${A}`]],
    ['a union that names one twice', union({ benefits: [A, A], pupils: 11 }), [`union ${A}`]],
  ])('%s', (_, counts, problems) => expect(problemsOf(counts)).toEqual(problems));
});
