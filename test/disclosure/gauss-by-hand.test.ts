/** Patterns by elimination on tables small enough to be worked out by hand. */
import { gaussPattern } from '../../src/disclosure/elimination/gauss.ts';
import { linearlyDisclosed } from '../../src/disclosure/elimination/linear-audit.ts';
import { LOCKED, PUBLISHABLE, PRIMARY, UNPUBLISHED } from '../../src/disclosure/problem/problem.ts';
import { ProblemBuilder } from '../../src/disclosure/problem/problem-builder.ts';

type Status = typeof PUBLISHABLE | typeof PRIMARY | typeof LOCKED | typeof UNPUBLISHED;

/** A table by the names of its cells. */
class Table {
  private readonly builder = new ProblemBuilder();
  private readonly index = new Map<string, number>();
  private readonly values: number[] = [];

  cell(name: string, value: number, cost = 1, status: Status = PUBLISHABLE, lower = -99): this {
    this.index.set(name, this.builder.cell({ label: name, value, cost, status, lower, upper: 99 }));
    this.values.push(value);
    return this;
  }

  /** The total is added behind what is there, if it is new. */
  sum(total: string, parts: string, cost = 9, status: Status = PUBLISHABLE): this {
    const cells = this.cells(parts);
    if (!this.index.has(total)) {
      const value = cells.reduce((sum, part) => sum + this.values[part]!, 0);
      this.cell(total, value, cost, status);
    }
    this.builder.relation(this.index.get(total)!, cells);
    return this;
  }

  together(names: string): this {
    this.builder.together(this.cells(names));
    return this;
  }

  /** The names of what is suppressed, in the order of the cells; besides `told` no cell may be derivable. */
  suppressed(told = ''): string {
    const problem = this.builder.build();
    const suppressed = gaussPattern(problem);
    const names = (cells: readonly number[]): string => cells.map((cell) => problem.labels[cell]).join(' ');
    expect(names([...linearlyDisclosed(problem, suppressed)])).toBe(told);
    return names([...suppressed.keys()].filter((cell) => suppressed[cell] === 1));
  }

  private cells(names: string): number[] {
    return names.split(' ').map((name) => this.index.get(name)!);
  }
}

const withSecret = (): Table => new Table().cell('secret', 2, 1, PRIMARY);

describe('the pattern by elimination', () => {
  test('suppresses the cheapest cell that protects', () => {
    expect(
      withSecret().cell('a', 5, 3).cell('b', 6, 2).cell('c', 7, 4).sum('total', 'secret a b c').suppressed(),
    ).toBe('secret b');
  });

  test('takes of equal cells the last, and a total only after its parts', () => {
    expect(withSecret().cell('a', 5).cell('b', 6).sum('total', 'secret a b', 1).suppressed()).toBe(
      'secret b',
    );
    const first = new Table().cell('total', 13).cell('secret', 2, 1, PRIMARY).cell('a', 5).cell('b', 6);
    expect(first.sum('total', 'secret a b').suppressed()).toBe('secret b');
  });

  test('publishes of cells that cost the same first what is the total of more relations', () => {
    const table = withSecret().cell('once', 7).cell('twice', 7);
    for (const part of ['a', 'b', 'c', 'd', 'e', 'f']) table.cell(part, part < 'd' ? 3 : 4, 1, UNPUBLISHED);
    table.sum('once', 'a d').sum('twice', 'b e').sum('twice', 'c f');
    expect(table.sum('total', 'secret once twice', 9, LOCKED).suppressed()).toBe('secret once a b c d e f');
  });

  test('counts the cost of a group as one', () => {
    const group = (cost: number): string =>
      withSecret()
        .cell('a', 5, cost)
        .cell('far', 6, cost)
        .cell('b', 7, 5)
        .sum('total', 'secret a b', 9, LOCKED)
        .sum('elsewhere', 'far', 9, UNPUBLISHED)
        .together('a far')
        .suppressed();
    expect(group(3)).toBe('secret b elsewhere');
    expect(group(2)).toBe('secret a far elsewhere');
    // The group begins with a cell before b.
    expect(group(2.5)).toBe('secret b elsewhere');
  });

  test('suppresses a group as a whole where one of its cells must be suppressed', () => {
    const table = withSecret().cell('mate', 4, 5).cell('a', 5).cell('b', 6, 2).cell('c', 7);
    table.sum('total', 'secret a', 9, LOCKED).sum('other', 'mate b c', 9, LOCKED).together('secret mate');
    expect(table.suppressed()).toBe('secret mate a c');
  });

  test('suppresses neither what is public nor a zero that need not be', () => {
    const table = withSecret().cell('zero', 0, 1).cell('public', 5, 1, LOCKED).cell('a', 3, 8);
    expect(table.sum('total', 'secret zero public a').suppressed()).toBe('secret a');
  });

  test('need not keep a cell that nobody shows, and uses it as cover for others', () => {
    const covered = withSecret().cell('unknown', 4, 1, UNPUBLISHED).cell('a', 5);
    expect(covered.sum('total', 'secret unknown a').suppressed()).toBe('secret unknown');
    const told = new Table().cell('unknown', 4, 1, UNPUBLISHED).cell('a', 5);
    expect(told.sum('total', 'unknown a').suppressed()).toBe('unknown');
  });

  test('keeps each of two secrets apart from the published sum of both', () => {
    const table = withSecret().cell('other', 3, 1, PRIMARY).cell('a', 5, 2).cell('b', 6, 3);
    table
      .sum('both', 'secret other', 4)
      .sum('upper', 'secret a', 9, LOCKED)
      .sum('lower', 'other b', 9, LOCKED);
    expect(table.suppressed()).toBe('secret other a b');
  });

  test('protects a cell that must be suppressed with another, though dearer cells would have disclosed it by then', () => {
    const table = withSecret().cell('guard', 8).sum('its total', 'secret guard');
    table.cell('companion', 6).cell('beside', 5, 8).sum('another total', 'companion beside');
    expect(table.together('guard companion').suppressed()).toBe('secret guard companion beside');
  });

  test('keeps every cell of a group that it suppresses, as it keeps those that must be suppressed', () => {
    const table = withSecret().cell('a', 5, 50).cell('far', 6, 50).cell('dear', 3, 8).cell('b', 4, 20);
    table.sum('total', 'secret a', 9, LOCKED).sum('elsewhere', 'far dear b', 9, LOCKED).together('a far');
    expect(table.suppressed()).toBe('secret a far dear');
  });

  test('shows nothing of a group that it suppresses, so that it suppresses no other cell for it', () => {
    const table = withSecret().cell('other', 3, 1, PRIMARY).cell('a', 5, 50).cell('far', 6, 50);
    table.cell('b', 4).cell('c', 5).sum('total', 'secret a', 9, LOCKED);
    table.sum('elsewhere', 'other far b c', 9, LOCKED).together('a far');
    expect(table.suppressed()).toBe('secret other a far');
  });

  test('suppresses a group of which one cell would be derivable once the other is published', () => {
    const table = withSecret().cell('a', 5, 20).cell('b', 6, 20).cell('c', 7, 1);
    expect(
      table.sum('total', 'secret a b', 9, LOCKED).sum('of a', 'a c', 9, LOCKED).together('a b').suppressed(),
    ).toBe('secret a b c');
  });

  test('leaves a group alone that is public', () => {
    const builder = new ProblemBuilder();
    for (const [value, status] of [
      [2, PRIMARY],
      [5, PUBLISHABLE],
      [6, PUBLISHABLE],
      [7, PUBLISHABLE],
      [20, LOCKED],
    ] as const)
      // prettier-ignore
      builder.cell({ label: `of ${value}`, value, status, lower: -99, upper: 99 });
    builder.relation(4, [0, 1, 2, 3]);
    builder.together([2, 3]);
    const problem = builder.build();
    problem.status[2] = problem.status[3] = LOCKED;
    expect([...gaussPattern(problem)]).toEqual([1, 1, 0, 0, 0]);
  });

  test('ends where public cells disclose a cell that must be suppressed, alone or with others', () => {
    const alone = withSecret().cell('public', 5, 1, LOCKED).cell('a', 4).cell('b', 3);
    alone.sum('total', 'secret public', 9, LOCKED).sum('other', 'a b', 9, LOCKED);
    expect(alone.suppressed('secret')).toBe('secret');
    const group = withSecret().cell('public', 5, 1, LOCKED).cell('a', 4).cell('b', 3);
    group.sum('total', 'secret public', 9, LOCKED).sum('other', 'a b', 9, LOCKED).together('secret a');
    expect(group.suppressed('secret')).toBe('secret a b');
  });

  test('does not disclose the sum of two singletons, for that discloses both', () => {
    const table = (lower: number): Table => {
      const made = new Table().cell('one', 1, 1, PRIMARY, lower).cell('other', 1, 1, PRIMARY, lower);
      return made.cell('more', 30, 1, PUBLISHABLE, lower).sum('total', 'one other more');
    };
    expect(table(0).suppressed()).toBe('one other');
    expect(table(1).suppressed()).toBe('one other more');
  });

  test('does not disclose one of several such sums either', () => {
    const table = new Table();
    for (const name of ['a', 'b', 'c', 'd']) table.cell(name, 1, 1, PRIMARY, 1);
    table.cell('x', 5, 2).cell('y', 6, 3).cell('z', 7, 1);
    table.sum('first', 'a b x', 9).sum('second', 'c d y z', 9);
    expect(table.suppressed()).toBe('a b c d x z');
  });

  test('does not disclose the sum of two singletons by several relations together', () => {
    const table = (lower: number): Table => {
      const made = new Table().cell('one', 1, 1, PRIMARY, lower).cell('other', 1, 1, PRIMARY, lower);
      made.cell('x', 5, 2).cell('y', 6, 3).cell('z', 7, 4);
      made.sum('first', 'one x', 9, LOCKED).sum('second', 'other y', 9, LOCKED);
      return made.sum('across', 'x y z', 9);
    };
    expect(table(0).suppressed()).toBe('one other x y');
    expect(table(1).suppressed()).toBe('one other x y z');
  });

  test('counts a suppressed total of ones and zeros as their sum, whatever its own least value', () => {
    const table = new Table().cell('a', 1, 1, PRIMARY, 1).cell('b', 1, 1, PRIMARY, 1).cell('zero', 0);
    table.sum('both', 'a b zero', 1, PRIMARY).cell('c', 1, 1, PRIMARY, 1).cell('x', 8, 1).cell('y', 9, 2);
    expect(table.sum('total', 'both c x y', 9).suppressed()).toBe('a b both c x');
  });

  test('keeps ones that the relations themselves make equal', () => {
    const table = new Table().cell('one', 1, 1, PRIMARY, 1).cell('zero', 0).cell('above', 1, 1, PRIMARY, 1);
    table.sum('above', 'one zero').cell('x', 8, 1).cell('y', 9, 2);
    expect(table.sum('total', 'above x y', 9).sum('other', 'one y', 9).suppressed()).toBe('one above y');
  });
});
