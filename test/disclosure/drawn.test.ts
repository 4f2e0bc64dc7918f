/** Numbers that look drawn: the same on every machine, and spread evenly. */
import { drawn, spread } from '../../src/disclosure/program/drawn.ts';

const POSITIONS = Array.from({ length: 1000 }, (_, at) => at);

test('what looks drawn is the same on every machine: the product with the golden ratio, modulo 2³²', () => {
  for (const [position, draw] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [7, 3],
    [39_999, 250],
  ] as const)
    // prettier-ignore
    expect(spread(position, draw)).toBe(
      Number((BigInt(position + 1 + 40_503 * draw) * 0x9e3779b1n) % (1n << 32n)),
    );
});

test('neighbours are spread over all from 0 to below 1', () => {
  for (const draw of [0, 1, 5]) {
    const tenths = new Array<number>(10).fill(0);
    for (const position of POSITIONS) tenths[Math.floor(10 * drawn(position, draw))]!++;
    expect(tenths).toHaveLength(10);
    for (const many of tenths) expect(Math.abs(many - 100)).toBeLessThan(10);
  }
});

test('another draw puts them in another order', () => {
  const order = (draw: number): number[] =>
    POSITIONS.toSorted((one, other) => drawn(one, draw) - drawn(other, draw));
  expect(order(0)).not.toEqual(order(1));
});
