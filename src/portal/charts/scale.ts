/** Scales of charts: round ticks from zero, and classes of colour that hang on shown numbers alone. */

/** The ends of a chart and its lines, in the unit of the numbers. */
export interface Ticks {
  readonly top: number;
  /** From 0 to the top, evenly. */
  readonly at: readonly number[];
}

const STEPS = [1, 2, 5, 10];

/** Ticks that are whole numbers, 1, 2 or 5 times a power of ten apart. wanted  about how many spaces between them */
export function ticksTo(largest: number, wanted = 4): Ticks {
  if (!(largest > 0)) return { top: 1, at: [0, 1] };
  const raw = largest / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, (STEPS.find((factor) => factor * power >= raw) ?? 10) * power);
  const count = Math.ceil(largest / step);
  return { top: count * step, at: Array.from({ length: count + 1 }, (_, one) => one * step) };
}

/** So many shades has the map. */
export const SHADES = 5;

/**
 * Lower ends of the classes, rising, at most SHADES, by equal steps that are round.
 *
 * shown  numbers that are shown; a hidden cell has none, so it decides nothing
 */
export function classesOf(shown: readonly number[]): number[] {
  const largest = Math.max(0, ...shown);
  if (largest === 0) return [0];
  const { at } = ticksTo(largest, SHADES);
  return at.slice(0, -1);
}

/** The class that a number lies in, from 0. */
export const classOf = (number: number, classes: readonly number[]): number =>
  Math.max(
    0,
    classes.findLastIndex((from) => from <= number),
  );
