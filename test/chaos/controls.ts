/** Programs and surroundings that break a promise on purpose: a checker that finds nothing there finds nothing anywhere. */
import type { Fault, Hit } from './faults.ts';
import { type Run, run } from './run.ts';

type Broken = Pick<Run, 'changes' | 'only' | 'oldExport' | 'time'>;

const SECOND = 1000;
const kills =
  (...hits: readonly Hit[]) =>
  (fault: Fault): boolean =>
    hits.includes(fault.hits) && fault.name.startsWith('SIGKILL');

export const CONTROLS: Readonly<Record<string, Broken>> = {
  /** The answer leaves before COMMIT, and the service is killed. */
  'answer-before-commit': {
    changes: ['short-idle', 'early'],
    only: kills('service killed'),
    time: 20 * SECOND,
  },
  /** The server may forget what it committed, and is killed. */
  'commit-not-flushed': {
    changes: ['short-idle', 'server-decides'],
    only: kills('PostgreSQL killed whole', 'one backend killed'),
    time: 20 * SECOND,
  },
  /** An export of an earlier moment stands in the folder. */
  'old-export': {
    changes: ['short-idle'],
    only: kills('service killed'),
    time: 10 * SECOND,
    oldExport: true,
  },
};

/** Findings of a control; none would be a fault of the checker. */
export async function fails(name: string, seed: number, say: Run['say']): Promise<readonly string[]> {
  const broken = CONTROLS[name];
  if (!broken) throw new TypeError('no such control');
  return (await run({ seed, ...broken, say })).findings;
}
