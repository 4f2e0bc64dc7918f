/** What may follow `npm run bench`: names of benchmarks, and how long to measure. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly names: readonly string[];
  /** Pairs of measurements a comparison; each side is measured once in each. */
  readonly rounds: number;
  /** Length of one measurement. */
  readonly seconds: number;
  /** Length of the warm-up of each side, before the first round. */
  readonly warmUp: number;
  /** Whether the tables go into docs/benchmarks.md. */
  readonly write: boolean;
  /** Which tables of `disclosure`, `growth` among them; all if empty. */
  readonly tables: readonly string[];
}

/** Throws an Error of one sentence where a flag is not as it must be. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '6' },
      seconds: { type: 'string', default: '5' },
      'warm-up': { type: 'string', default: '8' },
      tables: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  const rounds = positive('rounds', values.rounds);
  if (!Number.isInteger(rounds)) throw new Error('--rounds must be a whole number.');
  return {
    names: positionals,
    rounds,
    seconds: positive('seconds', values.seconds),
    warmUp: positive('warm-up', values['warm-up']),
    write: values.write,
    tables: values.tables.split(',').filter((name) => name !== ''),
  };
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 600) return value;
  throw new Error(`--${name} must be a number above 0, and at most 600.`);
}
