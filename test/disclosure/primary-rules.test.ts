/** The primary rules that count units and contributors; the rules on contributions are tested with their tables. */
import {
  hasKnownContributors,
  hasTooFewContributors,
  isSensitiveByThreshold,
} from '../../src/disclosure/table/primary-rules.ts';

test('fewer than k units are below the threshold, and k are not', () => {
  expect([0, 4, 5].map((count) => isSensitiveByThreshold(count, 5))).toEqual([true, true, false]);
});

test('fewer contributors than the minimum are too few, and the minimum is not', () => {
  expect([2, 3].map((contributing) => hasTooFewContributors(contributing, 3))).toEqual([true, false]);
});

test('contributors are known where no more reported than must have contributed, or one more and the value leaves no room', () => {
  const known = (value: number, reporting: number): boolean =>
    hasKnownContributors(value, reporting, 3, 5, 4);
  expect([known(500, 3), known(18, 4), known(19, 4), known(15, 5)]).toEqual([true, true, false, false]);
});
