/** How long bars are, in hundredths of the longest. A hidden cell has a bar of one fixed length, whatever stands behind it. */
import type { ReadCell } from '../region/reading.ts';

export interface Bar {
  /** Of the lower end; 0 where no number is shown. */
  readonly sure: number;
  /** What can come on top of it, up to the upper end. */
  readonly more: number;
  /** Drawn as a hatch of one fixed length. */
  readonly isHidden: boolean;
}

/** The longest bar has 100. */
export function barsOf(cells: readonly ReadCell[]): Bar[] {
  const longest = Math.max(1, ...cells.map(({ to }) => to));
  return cells.map(({ kind, from, to }) => ({
    sure: (from / longest) * 100,
    more: ((to - from) / longest) * 100,
    isHidden: kind === 'hidden' || kind === 'pending',
  }));
}
