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
  /** Which parts of `log`; all if empty. */
  readonly parts: readonly string[];
  /** Mutations, and as many clean runs, of `log`. */
  readonly cases: number;
  /** Entries of `log` that are verified offline. */
  readonly entries: number;
  /** Small worlds of `attack`. */
  readonly worlds: number;
  /** Where the invented numbers of `attack` and `shown` start. */
  readonly seed: number;
  /** Consultations a school and quarter, of `attack` and `shown`; none if empty. */
  readonly loads: readonly string[];
  /** Whose pooling the invented reports of `shown` have. */
  readonly pooling: readonly string[];
  /** Protections that `shown` leaves out or changes, each by itself, of first releases; see without.mjs. */
  readonly without: readonly string[];
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
      parts: { type: 'string', default: '' },
      cases: { type: 'string', default: '1000' },
      entries: { type: 'string', default: '1000000' },
      worlds: { type: 'string', default: '200' },
      seed: { type: 'string', default: '20261128' },
      loads: { type: 'string', default: '17.6,34.8,70.6' },
      pooling: { type: 'string', default: 'policy,fixed' },
      without: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    names: positionals,
    rounds: whole('rounds', values.rounds, 600),
    seconds: positive('seconds', values.seconds),
    warmUp: positive('warm-up', values['warm-up']),
    write: values.write,
    tables: listed(values.tables),
    parts: listed(values.parts),
    cases: whole('cases', values.cases, 100_000),
    entries: whole('entries', values.entries, 10_000_000),
    worlds: whole('worlds', values.worlds, 100_000),
    seed: whole('seed', values.seed, 2 ** 31),
    loads: listed(values.loads),
    pooling: listed(values.pooling),
    without: listed(values.without),
  };
}

const listed = (text: string): string[] => text.split(',').filter((name) => name !== '');

function positive(name: string, text: string, most = 600): number {
  const value = Number(text);
  if (value > 0 && value <= most) return value;
  throw new Error(`--${name} must be a number above 0, and at most ${most}.`);
}

function whole(name: string, text: string, most: number): number {
  const value = positive(name, text, most);
  if (Number.isInteger(value)) return value;
  throw new Error(`--${name} must be a whole number.`);
}
