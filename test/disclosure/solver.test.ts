/** The solver: a program that is loaded once for several questions. */
import { ProgramBuilder } from '../../src/disclosure/program/program-builder.ts';
import { withProgram, type Solver } from '../../src/disclosure/program/solver.ts';

describe('a program that is loaded for some work', () => {
  const calls: unknown[] = [];
  const solver: Solver = {
    load: (...given) => {
      calls.push(given);
      return {
        minimise: () => ({ status: 'unbounded' }),
        boundRow: () => {},
        boundColumn: () => {},
        addRow: () => {},
        close: () => calls.push('closed'),
      };
    },
  };
  const program = new ProgramBuilder().build();
  beforeEach(() => calls.splice(0));

  test('is the one that was given, with its limit and manner, and is closed when the work is done', () => {
    const outcome = withProgram(
      solver,
      program,
      (loaded) => {
        calls.push('work');
        return loaded.minimise(new Float64Array(0));
      },
      7,
      'near-zero',
    );
    expect(outcome).toEqual({ status: 'unbounded' });
    expect(calls).toEqual([[program, 7, 'near-zero'], 'work', 'closed']);
  });

  test('is closed when the work fails, too, and says so', () => {
    const failing = (): never => {
      throw new RangeError('out of memory');
    };
    expect(() => withProgram(solver, program, failing)).toThrow('out of memory');
    expect(calls).toEqual([[program, undefined, undefined], 'closed']);
  });
});
