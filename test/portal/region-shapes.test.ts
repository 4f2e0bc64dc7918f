/** Shapes of the charts and the address of a view: round scales, and nothing drawn that the numbers shown do not say. */
import fc from 'fast-check';
import { barsOf } from '../../src/portal/charts/bar-shape.ts';
import { lineShape } from '../../src/portal/charts/line-shape.ts';
import { classesOf, classOf, SHADES, ticksTo } from '../../src/portal/charts/scale.ts';
import { type Level, purposeOfRole, readChoice, writeChoice } from '../../src/portal/region/choice.ts';
import { readCell } from '../../src/portal/region/reading.ts';
import de from '../../src/portal/words/de/region.ts';

const seed = Date.now() % 2 ** 31;
const shown = (from: number, to: number | null = from) => readCell({ status: 'open', from, to }, 'de', de);
const hidden = readCell({ status: 'hidden', from: null, to: null }, 'de', de);
const FRAME = { width: 640, height: 240, left: 50, right: 10, top: 20, bottom: 40 };

test('ticks are round, begin at nothing, and the largest number lies below the last one', () => {
  expect(ticksTo(10_741)).toEqual({ top: 15_000, at: [0, 5000, 10_000, 15_000] });
  expect(ticksTo(0)).toEqual({ top: 1, at: [0, 1] });
  const property = fc.property(fc.integer({ min: 1, max: 10_000_000 }), (largest) => {
    const { top, at } = ticksTo(largest);
    expect(top).toBeGreaterThanOrEqual(largest);
    expect(at[0]).toBe(0);
    expect(at.length).toBeLessThanOrEqual(6);
    expect(at.every(Number.isInteger)).toBe(true);
  });
  fc.assert(property, { seed });
});

test('every number has a class, and there are never more classes than shades', () => {
  const property = fc.property(fc.array(fc.nat(200_000), { minLength: 1, maxLength: 53 }), (numbers) => {
    const classes = classesOf(numbers);
    expect(classes.length).toBeLessThanOrEqual(SHADES);
    for (const number of numbers) expect(classOf(number, classes)).toBeLessThan(classes.length);
  });
  fc.assert(property, { seed });
});

test('a bar shows what is sure and what may come on top; a hidden one has no length', () => {
  expect(barsOf([shown(100), shown(0, 50), shown(50, 200), hidden, shown(0)])).toEqual([
    { sure: 50, more: 0, isHidden: false },
    { sure: 0, more: 25, isHidden: false },
    { sure: 25, more: 75, isHidden: false },
    { sure: 0, more: 0, isHidden: true },
    { sure: 0, more: 0, isHidden: false },
  ]);
});

test('a line joins numbers that stand beside each other, and breaks at a hidden one, a range and a period without release', () => {
  const cells = [shown(10), shown(20), hidden, shown(30), shown(5, 9), shown(7), shown(8), undefined];
  const { points, pieces, base } = lineShape(
    cells.map((cell, index) => ({ period: `2025-Q${index}`, cell })),
    FRAME,
  );
  expect(pieces.map((piece) => piece.split(' ').length)).toEqual([2, 2]);
  expect(points[2]).toMatchObject({ y: base, yTo: base });
  expect(points[4]!.yTo).toBeLessThan(points[4]!.y);
  expect(points[7]).toMatchObject({ y: base, cell: undefined });
});

test('a view survives its address', () => {
  const choice = fc.record({
    region: fc.constantFrom('05', '051', '059', '05111'),
    period: fc.constantFrom(undefined, '2026-Q2', '2026-S1', '2026'),
    by: fc.constantFrom('benefit' as const, 'school-type' as const),
    column: fc.constantFrom('REPORTED_TOTAL', 'MITTAG', 'NOT_ITEMISED'),
    view: fc.constantFrom('map' as const, 'table' as const, 'bars' as const, 'line' as const),
  });
  const level = (region: string): Level =>
    region.length === 2 ? 'state' : region.length === 3 ? 'district' : 'county';
  const property = fc.property(choice, fc.boolean(), (given, isOwn) => {
    const whole = { ...given, level: isOwn ? level(given.region) : ('county' as const) };
    expect(readChoice(new URLSearchParams(writeChoice(whole, '051')), '051')).toEqual(whole);
  });
  fc.assert(property, { seed });
});

test('a wrong address shows what is usual', () => {
  const wrong = new URLSearchParams('region=x&period=2026-Q9&level=state&by=person&benefit=<b>&view=3d');
  expect(readChoice(wrong, '051')).toEqual({
    region: '051',
    period: undefined,
    level: 'county',
    by: 'benefit',
    column: 'REPORTED_TOTAL',
    view: 'map',
  });
});

test('a purpose is chosen for reporters and coordinators alone', () => {
  const roles = ['reporter', 'coordinator', 'district', 'state', 'disclosure-officer'];
  expect(roles.map(purposeOfRole)).toEqual(['FEEDBACK', 'GRANT_REVIEW', undefined, undefined, undefined]);
});
