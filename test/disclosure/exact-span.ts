/** Which suppressed cells follow from the published ones by addition, in exact fractions. Shares no code with the engine. */

/** A fraction in lowest terms with a positive denominator. */
type Fraction = readonly [bigint, bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
function fraction(over: bigint, under: bigint): Fraction {
  const shared = gcd(over, under) * (under < 0n ? -1n : 1n);
  return [over / shared, under / shared];
}
const minusTimes = (a: Fraction, b: Fraction, c: Fraction): Fraction =>
  fraction(a[0] * b[1] * c[1] - b[0] * c[0] * a[1], a[1] * b[1] * c[1]);

/**
 * relations  cells with their sign, per relation
 * suppressed     whether a cell is suppressed
 * returns    suppressed cells whose unit vector lies in the span of the relations, ascending
 */
export function toldByAddition(
  relations: readonly (readonly (readonly [cell: number, sign: number])[])[],
  suppressed: readonly boolean[],
): number[] {
  const rows = relations.map((relation) => {
    const row: Fraction[] = suppressed.map(() => [0n, 1n]);
    for (const [cell, sign] of relation) if (suppressed[cell]) row[cell] = [BigInt(sign), 1n];
    return row;
  });
  let done = 0;
  for (const column of suppressed.keys()) {
    const found = rows.findIndex((row, at) => at >= done && row[column]![0] !== 0n);
    if (found < 0) continue;
    const [pivot] = rows.splice(found, 1);
    const [over, under] = pivot![column]!;
    const scaled = pivot!.map((entry) => fraction(entry[0] * under, entry[1] * over));
    rows.forEach((row, at) => {
      rows[at] = row.map((entry, cell) => minusTimes(entry, row[column]!, scaled[cell]!));
    });
    rows.splice(done++, 0, scaled);
  }
  // The reduced form is unique: a cell is told exactly where a row holds nothing else.
  return rows
    .map((row) => row.flatMap((entry, cell) => (entry[0] === 0n ? [] : [cell])))
    .filter((support) => support.length === 1)
    .map(([cell]) => cell!)
    .sort((a, b) => a - b);
}
