/** An attacker who solves equations, and knows no bounds. Shares no code with the engine. */

/** A sum of named unknowns with whole coefficients. */
export type Sum = readonly (readonly [name: string, coefficient: number])[];

const PRIME = 2_147_483_647n;

/**
 * The sums that follow from known ones by adding and subtracting. It calculates in remainders of a large prime:
 * what follows in fractions follows there too.
 */
export function toldBy(known: readonly Sum[], wanted: readonly Sum[]): Sum[] {
  const pivots = new Map<string, Map<string, bigint>>();
  for (const sum of known) {
    const rest = reduced(rowOf(sum), pivots);
    const [first] = rest.keys();
    if (first === undefined) continue;
    const inverse = power(rest.get(first)!, PRIME - 2n);
    pivots.set(first, new Map([...rest].map(([name, value]) => [name, (value * inverse) % PRIME])));
  }
  return wanted.filter((sum) => sum.length > 0 && reduced(rowOf(sum), pivots).size === 0);
}

function rowOf(sum: Sum): Map<string, bigint> {
  const row = new Map<string, bigint>();
  for (const [name, coefficient] of sum) add(row, name, BigInt(coefficient));
  return row;
}

function reduced(
  row: Map<string, bigint>,
  pivots: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
): Map<string, bigint> {
  for (;;) {
    const name = [...row.keys()].find((one) => pivots.has(one));
    if (name === undefined) return row;
    const factor = row.get(name)!;
    for (const [other, value] of pivots.get(name)!) add(row, other, -factor * value);
  }
}

function add(row: Map<string, bigint>, name: string, value: bigint): void {
  const sum = ((((row.get(name) ?? 0n) + value) % PRIME) + PRIME) % PRIME;
  if (sum === 0n) row.delete(name);
  else row.set(name, sum);
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base % PRIME];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
