/** Building a protection problem: cells, relations and primary rules. */
import {
  ContradictoryProblem,
  ProblemBuilder,
  type CellDescription,
} from '../../src/disclosure/problem/problem-builder.ts';
import {
  suppressTogether,
  listAt,
  LOCKED,
  PUBLISHABLE,
  PRIMARY,
  UNPUBLISHED,
} from '../../src/disclosure/problem/problem.ts';
import { eraseSuppressed } from '../../src/disclosure/problem/published.ts';

const VALUE = 7341;
const cell = (more: Partial<CellDescription> = {}): CellDescription => ({
  label: 'Köln MITTAG',
  value: VALUE,
  lower: 5,
  upper: Infinity,
  ...more,
});

function refusal(work: (builder: ProblemBuilder) => void): string {
  try {
    work(new ProblemBuilder());
  } catch (error) {
    expect(error).toBeInstanceOf(ContradictoryProblem);
    return (error as Error).message;
  }
  throw new Error('Nothing was refused.');
}

describe('a protection problem', () => {
  test.each<[string, (builder: ProblemBuilder) => void, RegExp]>([
    ['a fraction', (b) => b.cell(cell({ value: VALUE + 0.5 })), /Cell 0 \(Köln MITTAG\) has no whole number/],
    ['an empty domain', (b) => b.cell(cell({ lower: 9, upper: 8 })), /empty public domain/],
    ['an endless domain below', (b) => b.cell(cell({ lower: -Infinity })), /no finite lower end/],
    ['a value outside its domain', (b) => b.cell(cell({ upper: 20 })), /outside its public domain/],
    [
      'a primary zero that its domain excludes',
      (b) => b.cell(cell({ value: 0, status: PRIMARY })),
      /outside its public domain/,
    ],
    ['a cost of nothing', (b) => b.cell(cell({ cost: 0 })), /no positive finite cost/],
    [
      'a sum that is none',
      (b) => b.relation(b.cell(cell()), [b.cell(cell()), b.cell(cell())]),
      /Relation 0 .* does not add up/,
    ],
    ['a relation without parts', (b) => b.relation(b.cell(cell()), []), /has no parts/],
    [
      'a cell that is part of itself',
      (b) => {
        const one = b.cell(cell());
        b.relation(one, [one]);
      },
      /names a cell twice/,
    ],
    ['a cell that is not there', (b) => b.relation(b.cell(cell()), [9]), /no cell 9/],
    ['a pair the wrong way round', (b) => b.atMost(b.cell(cell()), b.cell(cell({ value: 6 }))), /is above/],
    [
      'a group with a zero',
      (b) => b.together([b.cell(cell()), b.cell(cell({ value: 0 }))]),
      /Group 0 .* mixes/,
    ],
    [
      'a group with a public cell',
      (b) => b.together([b.cell(cell()), b.cell(cell({ status: LOCKED }))]),
      /mixes/,
    ],
    [
      'two groups with one cell',
      (b) => {
        const one = b.cell(cell());
        b.together([one, b.cell(cell())]);
        b.together([one, b.cell(cell())]);
      },
      /shares a cell/,
    ],
    [
      'an unknown cell outside its domain',
      (b) => b.cell(cell({ status: UNPUBLISHED, upper: 20 })),
      /outside its public domain/,
    ],
    [
      'a group with a zero, by the names of its cells',
      (b) => b.together([b.cell(cell()), b.cell(cell({ label: 'Bonn MITTAG', value: 0 }))]),
      /Group 0 \(Köln MITTAG, Bonn MITTAG\)/,
    ],
  ])('refuses %s by its name, and does not repeat the value', (_, work, message) => {
    const said = refusal(work);
    expect(said).toMatch(message);
    expect(said).not.toContain(String(VALUE));
  });

  test('says what it was told, cell by cell and relation by relation', () => {
    const builder = new ProblemBuilder();
    const [one, other, zero] = [
      builder.cell({ label: 'one', value: 4, status: PRIMARY, lower: 1, upper: 9, cost: 2.5 }),
      builder.cell({ label: 'other', value: 3, lower: 3, upper: 3 }),
      builder.cell({ label: 'zero', value: 0, lower: 0, upper: Infinity }),
    ];
    const parts = [one, other, zero];
    const sum = builder.cell({ label: 'sum', value: 7, status: LOCKED, lower: 0, upper: 7 });
    builder.relation(sum, parts);
    parts.pop();
    builder.relation(one, [builder.cell({ label: 'again', value: 4, lower: 4, upper: 4 })]);
    builder.atMost(other, one);
    builder.atMost(one, one);
    builder.together([one, other]);
    builder.together([zero, sum]);
    builder.together([4]);
    expect(builder.build()).toEqual({
      values: Float64Array.of(4, 3, 0, 7, 4),
      status: Uint8Array.of(PRIMARY, PUBLISHABLE, PUBLISHABLE, LOCKED, PUBLISHABLE),
      lower: Float64Array.of(1, 3, 0, 0, 4),
      upper: Float64Array.of(9, 3, Infinity, 7, 4),
      cost: Float64Array.of(2.5, 1, 1, 1, 1),
      relations: {
        start: Int32Array.of(0, 4, 6),
        cell: Int32Array.of(3, 0, 1, 2, 0, 4),
        sign: Int32Array.of(-1, 1, 1, 1, -1, 1),
      },
      atMost: Int32Array.of(1, 0, 0, 0),
      // A group of one, or of what cannot be suppressed, says nothing.
      together: { start: Int32Array.of(0, 2), cell: Int32Array.of(0, 1) },
      labels: ['one', 'other', 'zero', 'sum', 'again'],
    });
    expect(new ContradictoryProblem('').name).toBe('ContradictoryProblem');
  });

  test('suppresses together what must be suppressed together', () => {
    const builder = new ProblemBuilder();
    const [one, other, third] = [1, 2, 3].map(() => builder.cell(cell()));
    builder.together([one!, third!]);
    const problem = builder.build();
    const suppressed = new Uint8Array(3);
    suppressed[third!] = 1;
    suppressTogether(problem, suppressed);
    expect([...suppressed]).toEqual([1, 0, 1]);
    expect([...listAt(problem.together, 0)]).toEqual([one, third]);
    expect(suppressed[other!]).toBe(0);
  });

  test('shows nothing of a suppressed value once it is published', () => {
    const builder = new ProblemBuilder();
    const part = builder.cell(cell({ status: PRIMARY }));
    builder.relation(builder.cell(cell()), [part]);
    const published = eraseSuppressed(builder.build(), Uint8Array.from([1, 1]));
    expect(Object.keys(published)).toEqual([
      'shown',
      'suppressed',
      'tested',
      'lower',
      'upper',
      'relations',
      'atMost',
    ]);
    expect(JSON.stringify(published)).not.toContain(String(VALUE));
    expect(() => eraseSuppressed(builder.build(), new Uint8Array(1))).toThrow('One mark per cell');
  });

  test('shows what is open, and asks for the safety of suppressed cells that somebody publishes', () => {
    const builder = new ProblemBuilder();
    for (const status of [PUBLISHABLE, PRIMARY, UNPUBLISHED, PUBLISHABLE] as const)
      builder.cell(cell({ status }));
    const suppressed = Uint8Array.from([1, 1, 1, 0]);
    const published = eraseSuppressed(builder.build(), suppressed);
    expect(published.shown).toEqual(Float64Array.of(NaN, NaN, NaN, VALUE));
    expect(published.tested).toEqual(Uint8Array.of(1, 1, 0, 0));
    suppressed[3] = 1;
    expect(published.suppressed).toEqual(Uint8Array.of(1, 1, 1, 0));
  });
});
