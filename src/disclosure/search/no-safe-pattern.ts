/** NoSafePattern ends a search for a pattern that finds none. */

/** No pattern protects these cells. The error names them by their index and never a value. */
export class NoSafePattern extends Error {
  override readonly name = 'NoSafePattern';

  constructor(readonly cells: readonly number[]) {
    super(`No pattern keeps ${cells.length} suppressed cell(s) apart: ${cells.join(', ')}.`);
  }
}
