/** The rule `plausible`: where each bound lies, what is refused and what is asked, and that no number is told. */
import fc from 'fast-check';
import { check, type CheckContext } from '../../src/rules/check.ts';
import { isRefused, questionsIn, refusalsIn } from '../../src/rules/finding.ts';
import { dependsOnLast } from '../../src/rules/plausible.ts';
import { POLICY_1 } from '../../src/rules/policy.ts';
import type { Report } from '../../src/rules/report.ts';
import { EXAMPLE, OPEN } from './examples.ts';

/** One cell with these numbers; nobody asked about the other benefits. */
const single = (pupils: number, consultations: number): Report => ({
  ...EXAMPLE,
  cells: [{ benefits: ['LERNFOERDERUNG'], pupils, consultations }],
  none: OPEN.scheme.benefits.map(({ code }) => code).filter((code) => code !== 'LERNFOERDERUNG'),
  withheld: [],
});
const NOTHING: Report = {
  ...EXAMPLE,
  cells: [],
  none: OPEN.scheme.benefits.map(({ code }) => code),
  withheld: [],
};
const said = (report: Report, context: Partial<CheckContext> = {}): string[] =>
  check(report, { ...OPEN, ...context }).map(({ rule, severity, cause, pointer }) =>
    [rule, severity, cause, pointer].join(' '),
  );

const ASKED_ROLL = 'plausible question roll /cells/0/pupils';
const REFUSED_ROLL = 'plausible refusal roll-end /cells/0/pupils';
const ASKED_RATIO = 'plausible question ratio /cells/0/consultations';
const REFUSED_RATIO = 'plausible refusal ratio-end /cells/0/consultations';
const ASKED_LAST = 'plausible question last ';

test.each([
  // The roll, rounded to 5: two above it may be all of the school; twice the roll and twenty is the end.
  [15, 15, []],
  [15, 17, []],
  [15, 18, [ASKED_ROLL]],
  [15, 50, [ASKED_ROLL]],
  [15, 51, [REFUSED_ROLL]],
  [0, 5, [ASKED_ROLL]],
  [0, 20, [ASKED_ROLL]],
  [0, 21, [REFUSED_ROLL]],
  [885, 887, []],
  [885, 888, [ASKED_ROLL]],
  [885, 1790, [ASKED_ROLL]],
  [885, 1791, [REFUSED_ROLL]],
  [null, 9_999_999, []],
])('at a school with a roll of %p, %i pupils in a cell: %j', (roll, pupils, findings) => {
  expect(said(single(pupils, pupils), { roll })).toEqual(findings);
});

test.each([
  [5, 4, ['plausible refusal consultations /cells/0/consultations']],
  [5, 5, []],
  [5, 200, []],
  [5, 201, [ASKED_RATIO]],
  [5, 1000, [ASKED_RATIO]],
  [5, 1001, [REFUSED_RATIO]],
  [30, 1200, []],
  [30, 1201, [ASKED_RATIO]],
  [30, 6000, [ASKED_RATIO]],
  [30, 6001, [REFUSED_RATIO]],
])('%i pupils with %i consultations, roll known or not: %j', (pupils, consultations, findings) => {
  for (const roll of [300, null]) expect(said(single(pupils, consultations), { roll })).toEqual(findings);
});

test.each([
  // last, consultations of 30 pupils now
  [6, 60, []],
  [6, 61, [ASKED_LAST]],
  [30, 300, []],
  [30, 301, [ASKED_LAST]],
  // A report of nothing counts as one of k.
  [0, 50, []],
  [0, 51, [ASKED_LAST]],
  [4, 50, []],
  [4, 51, [ASKED_LAST]],
  [null, 900, []],
])('after a last report of %p consultations, %i now: %j', (last, consultations, findings) => {
  expect(said(single(30, consultations), { last })).toEqual(findings);
  expect(said(single(30, consultations), { last, roll: null })).toEqual(findings);
});

test('all cells together are held against the last report, and a report of nothing never is', () => {
  const two: Report = {
    ...NOTHING,
    cells: ['AUSFLUG', 'MITTAG'].map((code) => ({ benefits: [code], pupils: 10, consultations: 30 })),
    none: NOTHING.none.filter((code) => code !== 'AUSFLUG' && code !== 'MITTAG'),
  };
  expect(said(two, { last: 6 })).toEqual([]);
  expect(said(two, { last: 5 })).toEqual([ASKED_LAST]);
  expect(said(NOTHING, { last: 500 })).toEqual([]);
  expect(said(NOTHING, { last: 0 })).toEqual([]);
});

test('a last report need be known only where it could make a question', () => {
  expect(dependsOnLast(single(30, 50), POLICY_1)).toBe(false);
  expect(dependsOnLast(single(30, 51), POLICY_1)).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 300 }), fc.nat(3000), fc.nat(400), (pupils, more, last) => {
      const report = single(pupils, pupils + more);
      if (!dependsOnLast(report, POLICY_1)) expect(said(report, { last })).not.toContain(ASKED_LAST);
    }),
  );
});

test('questions alone refuse nothing; of two about one number the refusal is told', () => {
  const asked = check(single(18, 800), { ...OPEN, roll: 15, last: 1 });
  expect(questionsIn(asked).map(({ cause }) => cause)).toEqual(['roll', 'ratio', 'last']);
  expect([isRefused(asked), refusalsIn(asked)]).toEqual([false, []]);
  const mixed = check(single(18, 4000), { ...OPEN, roll: 15 });
  expect([isRefused(mixed), refusalsIn(mixed).map(({ cause }) => cause)]).toEqual([true, ['ratio-end']]);
  expect(said(single(51, 51 * 201), { roll: 15 })).toEqual([REFUSED_ROLL, REFUSED_RATIO]);
});

test('the benefits of the cell are named in both languages, in scheme order, and an unknown code is not', () => {
  const pool: Report = {
    ...NOTHING,
    cells: [{ benefits: ['TEILHABE', 'KEVIN', 'MITTAG', 'AUSFLUG'], pupils: 30, consultations: 40 }],
  };
  const [question] = questionsIn(check(pool, { ...OPEN, roll: 15 }));
  expect(question?.reason.de).toMatch(
    /^Eintägige Ausflüge \+ Gemeinschaftliche Mittagsverpflegung \+ Soziale und kulturelle Teilhabe: Hier /,
  );
  expect(question?.reason.en).toMatch(
    /^Day trips \+ Communal lunch \+ Social and cultural participation: More /,
  );
  const [unknown] = questionsIn(
    check(
      { ...NOTHING, cells: [{ benefits: ['KEVIN'], pupils: 30, consultations: 40 }] },
      { ...OPEN, roll: 15 },
    ),
  );
  expect(unknown?.reason.en).toMatch(/^More pupils/);
});

test('no reason holds a digit: neither a value nor a bound, whatever was sent and whatever was there before', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 4000 }),
      fc.nat(900_000),
      fc.option(fc.nat(2000)),
      fc.option(fc.nat(2000)),
      (pupils, consultations, roll, last) => {
        for (const { rule, cause, reason } of check(single(pupils, consultations), { ...OPEN, roll, last })) {
          expect(rule).toBe('plausible');
          expect(reason.de + reason.en).not.toMatch(/\d/);
          seen.add(cause ?? '');
        }
      },
    ),
    { numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(['consultations', 'last', 'ratio', 'ratio-end', 'roll', 'roll-end']);
});
