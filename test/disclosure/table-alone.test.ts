/** The published table cut out of a larger system: its own cells and rows, in an order that tells nothing. */
import { ProblemBuilder } from '../../src/disclosure/problem-builder.ts';
import { OPEN, PRIMARY, UNKNOWN } from '../../src/disclosure/problem.ts';
import { publish, type Published } from '../../src/disclosure/published.ts';
import { tableAlone } from '../../src/disclosure/table-alone.ts';

/** Cell 4 is published by nobody. */
function larger(): Published {
  const builder = new ProblemBuilder();
  const status = [OPEN, PRIMARY, PRIMARY, OPEN, UNKNOWN, OPEN] as const;
  [9, 3, 6, 15, 2, 9].forEach((value, cell) =>
    builder.cell({ label: '', value, status: status[cell]!, lower: value - cell, upper: value + cell }),
  );
  builder.relation(3, [2, 0]);
  builder.relation(1, [4, builder.cell({ label: 'nowhere', value: 1, lower: 0, upper: 1 })]);
  builder.relation(0, [1, 2]);
  builder.relation(5, [2, 1]);
  builder.relation(0, [5]);
  builder.atMost(0, 5);
  builder.atMost(1, 3);
  builder.atMost(4, 0);
  builder.atMost(4, 1);
  builder.atMost(1, 2);
  return publish(builder.build(), Uint8Array.of(0, 1, 1, 0, 1, 0, 0));
}

const PLACES = [5, -1, 3, 1, 5, 2, 0];

describe('the table alone', () => {
  const cutOut = (): ReturnType<typeof tableAlone> => tableAlone(larger(), Int32Array.from(PLACES));

  test('numbers its cells by their first place', () => {
    expect([...cutOut().positions]).toEqual([0, -1, 1, 2, 0, 3, 4]);
  });

  test('says of each cell what the larger system says', () => {
    const { published } = cutOut();
    expect([...published.shown]).toEqual([9, 15, NaN, NaN, 9]);
    expect([...published.hidden]).toEqual([0, 0, 1, 1, 0]);
    expect([...published.tested]).toEqual([0, 0, 1, 1, 0]);
    expect([...published.lower]).toEqual([4, 12, 2, 4, 9]);
    expect([...published.upper]).toEqual([14, 18, 4, 8, 9]);
  });

  test('has the rows whose cells it shows all, sorted, each with its total first', () => {
    const { published } = cutOut();
    const { start, cell, sign } = published.relations;
    expect([...start]).toEqual([0, 3, 6, 8, 11]);
    expect([...cell]).toEqual([0, 2, 3, 1, 3, 4, 4, 0, 4, 2, 3]);
    expect([...sign]).toEqual([-1, 1, 1, -1, 1, 1, -1, 1, -1, 1, 1]);
    expect([...published.atMost]).toEqual([2, 1, 2, 3, 4, 0]);
  });

  test('sorts a relation behind one that it goes on from', () => {
    const builder = new ProblemBuilder();
    for (const value of [3, 3, 0]) builder.cell({ label: '', value, lower: 0, upper: 9 });
    builder.relation(0, [1, 2]);
    builder.relation(0, [1]);
    const whole = publish(builder.build(), new Uint8Array(3));
    const alone = tableAlone(whole, Int32Array.of(0, 1, 2)).published;
    expect([...alone.relations.cell]).toEqual([0, 1, 0, 1, 2]);
    expect([...alone.relations.start]).toEqual([0, 2, 5]);
  });
});
