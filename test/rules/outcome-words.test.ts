/** Whatever the rules and the anonymiser say to an office speaks of children, grants and an office, in both languages. */
import { checkOutcomes, type OutcomeContext } from '../../src/rules/check-outcomes.ts';
import { CountsUnsound } from '../../src/rules/counts.ts';
import { anonymiseBody, anonymiseOutcomes, readOutcomeCounts } from '../../src/rules/outcome-counts.ts';
import { inOutcomeWords } from '../../src/rules/outcome-words.ts';
import { canonicalOutcomes } from '../../src/rules/outcome.ts';
import { POLICIES, POLICY_2 } from '../../src/rules/policy.ts';
import { readOutcomes } from '../../src/rules/read-outcomes.ts';
import { codesOf, type OutcomeScheme, schemeId } from '../../src/rules/scheme.ts';
import { OUTCOME_SCHEMES } from '../../src/rules/schemes/outcome-registry.ts';
import { seeded } from '../../src/demo/simulation.ts';
import { body } from './examples.ts';

const OF_A_SCHOOL = /Schül|Schule|Berat|berat|gefragt|pupil|consultation|school|asked/;
const [SCHEME] = OUTCOME_SCHEMES as readonly [OutcomeScheme];
const NAME = schemeId(SCHEME);

/** Labels name benefits, and one of them means a school by law. */
const said = (text: string): string =>
  SCHEME.benefits.reduce((so, { label }) => so.replaceAll(label.de, '').replaceAll(label.en, ''), text);

function* sentences(): Generator<{ de: string; en: string }> {
  const random = seeded(11);
  const codes = codesOf(SCHEME);
  for (const policy of POLICIES)
    for (let round = 0; round < 300; round++) {
      const counts = Object.fromEntries(
        codes.map((code) => {
          const pupils = Math.floor(random() * random() * 14);
          return [
            code,
            {
              pupils,
              consultations: Math.max(0, pupils + Math.floor(random() * 3) - (round % 7 === 0 ? 1 : 0)),
            },
          ];
        }),
      );
      const head = { scheme: round % 50 === 1 ? 'other/1' : NAME, policy: policy.number, counts };
      const low = codes.filter((code) => counts[code]!.pupils < policy.k);
      const distinct =
        round % 2 && low.length > 1 ? [{ benefits: low, pupils: Math.floor(random() * 12) }] : [];
      try {
        for (const { reason } of anonymiseBody(
          { body: 'SGB2', counts: { ...head, distinct } },
          SCHEME,
          policy,
        ).made.steps)
          yield reason;
      } catch (error) {
        if (!(error instanceof CountsUnsound)) throw error;
        for (const { reason } of error.problems) yield inOutcomeWords(reason);
      }
      const cells = codes.slice(0, 5).map((code) => ({
        benefits: [code],
        children: Math.floor(random() * 8),
        grants: Math.floor(random() * random() * 3000),
      }));
      const pool = { benefits: codes.slice(5), children: 8, grants: 9 };
      const context: OutcomeContext = {
        scheme: SCHEME,
        policy,
        window: 'open',
        bodies: ['SGB2'],
        last: { SGB2: 1 },
      };
      const outcomes = {
        scheme: NAME,
        policy: policy.number,
        bodies: [{ body: 'SGB2', cells: [...cells, pool], none: [], withheld: [] }],
      };
      for (const { reason } of checkOutcomes(outcomes, context)) yield reason;
    }
}

test('no sentence speaks of a school, its pupils or their consultations', () => {
  const all = [...sentences()].flatMap(({ de, en }) => [de, en]);
  expect(new Set(all).size).toBeGreaterThan(40);
  expect([...new Set(all.map(said).filter((text) => OF_A_SCHOOL.test(text)))]).toEqual([]);
});

test('a school is still spoken to as before', () => {
  const reason = { de: 'Die Zahlen bleiben an der Schule.', en: 'The numbers stay at the school.' };
  expect(inOutcomeWords(reason)).toEqual({
    de: 'Die Zahlen bleiben bei der Stelle.',
    en: 'The numbers stay at the office.',
  });
  expect(OF_A_SCHOOL.test(reason.de)).toBe(true);
});

test('what is made of counts passes the rules and reads back as it was written', () => {
  const counts = Object.fromEntries(
    codesOf(SCHEME).map((code, i) => [code, { children: 3 * i, grants: 4 * i }]),
  );
  const read = readOutcomeCounts(
    body({
      scheme: NAME,
      policy: 2,
      bodies: [
        { body: 'SGB2', counts },
        { body: 'BKGG', gap: 'LATE' },
      ],
    }),
  );
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  const made = anonymiseOutcomes(read.counts, SCHEME, POLICY_2);
  expect(readOutcomes(body(made))).toEqual({ outcomes: made });
  expect(canonicalOutcomes(canonicalOutcomes(made, SCHEME), SCHEME)).toEqual(canonicalOutcomes(made, SCHEME));
  const context: OutcomeContext = {
    scheme: SCHEME,
    policy: POLICY_2,
    window: 'open',
    bodies: ['SGB2', 'BKGG'],
  };
  expect(checkOutcomes(made, context)).toEqual([]);
});
