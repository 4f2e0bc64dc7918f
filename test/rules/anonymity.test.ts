/** What a stored report tells of counts below k to a reader who knows the anonymiser, and which unions were told. */
import { seeded } from '../../src/demo/simulation.ts';
import { anonymise } from '../../src/rules/anonymise.ts';
import { type Policy, POLICY_1, POLICY_2 } from '../../src/rules/policy.ts';
import { codesOf, type Scheme } from '../../src/rules/scheme.ts';
import { BUT_COUNSELLING_1 } from '../../src/rules/schemes/but-counselling-1.ts';
import { smallScheme } from './examples.ts';
import { knowledge, tryEverySchool } from './every-school.ts';
import { inventTruth, KNOWLEDGE } from './invented-truth.ts';
import { otherSchools } from './other-schools.ts';
import { countsOf, isKept, type MakeReport, type Truth, unionsOf } from './same-report.ts';

const by =
  (policy: Policy, scheme: Scheme): MakeReport =>
  (counts) =>
    anonymise(counts, scheme, policy).report;

describe('every school of three benefits and up to seven consultations, at k = 3, whatever unions it told', () => {
  const k = 3;
  const scheme = smallScheme(3);
  const found = (policy: Policy) =>
    tryEverySchool(by({ ...policy, k }, scheme), policy.number, {
      scheme,
      k,
      consultations: 7,
      told: knowledge(3, true),
    });

  test('keeps what is promised by anonymiser 2: pooled 0 … k − 1, withheld 1 … k − 1', () => {
    const { judged, faults } = found(POLICY_2);
    expect(judged).toBeGreaterThan(1_000);
    expect(faults).toEqual([]);
  });

  test('is found out by anonymiser 1, so the search sees holes', () => {
    const { faults } = found(POLICY_1);
    expect(faults.length).toBeGreaterThan(100);
    // Some benefits are told exactly.
    expect(faults.some(({ possible }) => possible.length === 1)).toBe(true);
  });
});

/** Names of benefits to pupils and consultations; every child asked about one benefit, and all unions are told. */
function school(counts: Readonly<Record<string, readonly [number, number]>>): Truth {
  const codes = codesOf(BUT_COUNSELLING_1);
  return {
    wishes: codes.flatMap((code, i) => Array<number>(counts[code]?.[0] ?? 0).fill(1 << i)),
    consultations: codes.map((code) => counts[code]?.[1] ?? 0),
    told: unionsOf(codes.length),
  };
}

const searchedBy = (policy: Policy, truth: Truth, draws = 300, seed = 1) =>
  otherSchools(truth, {
    make: by(policy, BUT_COUNSELLING_1),
    scheme: BUT_COUNSELLING_1,
    policy: policy.number,
    k: policy.k,
    rng: seeded(seed),
    draws,
  });

describe.each([
  {
    leak: 'two benefits withheld beside one of five talks are one child and one talk each',
    truth: school({ LERNFOERDERUNG: [5, 5], MITTAG: [1, 1], TEILHABE: [1, 1] }),
    old: {
      cells: [{ benefits: ['LERNFOERDERUNG'], pupils: 5, consultations: 5 }],
      withheld: ['MITTAG', 'TEILHABE'],
    },
    leftByOld: [[1], [1]],
  },
  {
    leak: 'a pool of five benefits, five children and five talks is one child each',
    truth: school({
      AUSFLUG: [1, 1],
      KLASSENFAHRT: [1, 1],
      LERNFOERDERUNG: [1, 1],
      MITTAG: [1, 1],
      TEILHABE: [1, 1],
    }),
    old: {
      cells: [
        {
          benefits: ['AUSFLUG', 'KLASSENFAHRT', 'LERNFOERDERUNG', 'MITTAG', 'TEILHABE'],
          pupils: 5,
          consultations: 5,
        },
      ],
      none: ['SCHULBEDARF', 'BEFOERDERUNG'],
    },
    leftByOld: [[1], [1], [1], [1], [1]],
  },
  {
    leak: 'a pool of two with ten children and ten talks has one member of four',
    truth: school({ AUSFLUG: [4, 4], TEILHABE: [6, 6] }),
    old: { cells: [{ benefits: ['AUSFLUG', 'TEILHABE'], pupils: 10, consultations: 10 }] },
    leftByOld: [[4], [4]],
  },
  {
    leak: 'a pool beside an earlier benefit under none has no zero in it, for the first zero in scheme order would have joined',
    truth: school({ KLASSENFAHRT: [3, 5], SCHULBEDARF: [2, 4], MITTAG: [3, 4] }),
    old: {
      cells: [{ benefits: ['KLASSENFAHRT', 'SCHULBEDARF', 'MITTAG'], pupils: 8, consultations: 13 }],
      none: ['AUSFLUG', 'BEFOERDERUNG', 'LERNFOERDERUNG', 'TEILHABE'],
    },
    leftByOld: undefined,
  },
])('$leak', ({ truth, old, leftByOld }) => {
  test('under anonymiser 1', () => {
    const report = by(POLICY_1, BUT_COUNSELLING_1)(countsOf(truth, BUT_COUNSELLING_1, 1));
    expect(report).toMatchObject(old);
    const findings = searchedBy(POLICY_1, truth);
    expect(findings.map((finding) => isKept(finding, POLICY_1.k))).toEqual(findings.map(() => false));
    // A pool of two holds a larger one too: numbers from 0 to k are tried.
    if (leftByOld) expect(findings.map(({ possible }) => possible)).toEqual(leftByOld);
    else for (const { possible } of findings) expect(possible).not.toContain(0);
  });

  test('no longer under anonymiser 2', () => {
    const findings = searchedBy(POLICY_2, truth);
    expect(findings.filter((finding) => !isKept(finding, POLICY_2.k))).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
  });
});

test('invented schools keep what is promised, whether they told all unions, none or some', () => {
  let judged = 0;
  for (const mean of [4, 8, 13, 30])
    for (const unions of KNOWLEDGE) {
      const seed = 20261128 + mean;
      const rng = seeded(seed);
      for (let n = 0; n < 12; n++) {
        const truth = inventTruth(rng, Math.round(mean * 2 * rng()), unions, POLICY_2.k);
        for (const finding of searchedBy(POLICY_2, truth, 400, seed)) {
          judged++;
          if (!isKept(finding, POLICY_2.k))
            throw new Error(`seed ${seed}, school ${n}, ${unions}: ${JSON.stringify(finding)}`);
        }
      }
    }
  expect(judged).toBeGreaterThan(300);
});
