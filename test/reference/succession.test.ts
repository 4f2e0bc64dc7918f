/** Successions as such: a way that leads nowhere is found, and every other is let be. */
import fc from 'fast-check';
import { leadingInCircles } from '../../src/reference/succession.ts';

const circlesOf = (successors: Record<string, string[]>): string[] =>
  [...leadingInCircles(new Map(Object.entries(successors)))].sort();

test.each([
  ['a merger and a division', { a: ['c'], b: ['c'], c: ['d', 'e'] }, []],
  ['two ways to one end', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ['a school that succeeds itself', { a: ['a'] }, ['a']],
  ['two that succeed each other', { a: ['b'], b: ['a'] }, ['a', 'b']],
  [
    'a way into a circle, but not the way out of it',
    { a: ['b'], b: ['c'], c: ['b', 'd'], d: [] },
    ['a', 'b', 'c'],
  ],
])('%s', (_, successors, expected) => {
  expect(circlesOf(successors as Record<string, string[]>)).toEqual(expected);
});

test('agrees with walking every way of a small graph', () => {
  const node = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(
    fc.property(fc.dictionary(node, fc.uniqueArray(node)), (successors) => {
      const isEndless = (key: string, way: readonly string[]): boolean =>
        way.includes(key) || (successors[key] ?? []).some((next) => isEndless(next, [...way, key]));
      expect(circlesOf(successors)).toEqual(
        Object.keys(successors)
          .filter((key) => isEndless(key, []))
          .sort(),
      );
    }),
  );
});
