/** What a search for a pattern ends with where it finds none. */

/** No choice of cells protects these. Names cells by their index, never a value. */
export class NoSafePattern extends Error {
  override readonly name = 'NoSafePattern';

  constructor(readonly cells: readonly number[]) {
    super(`No pattern keeps ${cells.length} hidden cell(s) apart: ${cells.join(', ')}.`);
  }
}
