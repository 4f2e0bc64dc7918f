/** Protection in a thread of its own: the same table, its errors, and its end. */
import { readFile } from 'node:fs/promises';
import { NoSafePattern } from '../../src/disclosure/search/suppress.ts';
import { ContradictoryProblem } from '../../src/disclosure/problem/problem-builder.ts';
import { highsSolver } from '../../src/foundation/highs.ts';
import { protectInWorker } from '../../src/releases/protect-in-worker.ts';
import { errorOf, failureOf, ProtectionFailed } from '../../src/releases/protection-answer.ts';
import { protectTable } from '../../src/tables/protection.ts';
import { UnusableInput } from '../../src/tables/table.ts';
import { withShared } from '../setup/shared.ts';
import { inventedInput } from '../tables/table-invented-reports.ts';

/** Milliseconds; on a busy machine the whole state takes minutes. */
const PATIENCE = 600_000;

const SEED = Number(process.env.KANON_SEED ?? 20260403);
const withSchools = withShared('reference/nrw_schulen_2024-25.csv');

/** Highest resident memory of this process so far, threads included, in megabytes. */
async function peakMemory(): Promise<number> {
  const line = /VmHWM:\s+(\d+)/.exec(await readFile('/proc/self/status', 'utf8').catch(() => ''));
  return line ? Math.round(Number(line[1]) / 1024) : NaN;
}

describe('protection in a thread of its own', () => {
  withSchools(
    'makes the table of 5,407 real schools in seconds, while this thread goes on',
    async () => {
      const input = inventedInput(SEED);
      let ticks = 0;
      let rounds = 0;
      const ticking = setInterval(() => ticks++, 10);
      const start = performance.now();
      const { table, internal } = await protectInWorker(input, { onRound: () => rounds++ });
      const time = Math.round(performance.now() - start);
      clearInterval(ticking);
      const hidden = table.cells.filter((cell) => cell.status === 'hidden').length;
      console.log(
        `seed ${SEED}: ${table.rows.length} rows, ${table.cells.length} cells, ${hidden} hidden, ` +
          `${internal.primary} primary, ${internal.complementary} complementary, ${time} ms, peak ${await peakMemory()} MB`,
      );
      expect(input.schools).toHaveLength(5407);
      expect(hidden).toBeGreaterThan(0);
      expect(hidden).toBeLessThan(table.cells.length / 2);
      expect(ticks).toBeGreaterThan(10);
      expect(rounds).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  withSchools(
    'gives the same table as in this thread',
    async () => {
      const input = inventedInput(SEED);
      const few = input.schools.filter(({ region }) => region.startsWith('055'));
      const names = new Set(few.map(({ school }) => school));
      const part = {
        ...input,
        schools: few,
        reports: input.reports.filter(({ school }) => names.has(school)),
      };
      expect(await protectInWorker(part)).toEqual(protectTable(part, await highsSolver()));
    },
    PATIENCE,
  );

  withSchools('says by type what is wrong with the input', async () => {
    const input = inventedInput(SEED);
    const twice = { ...input, reports: [...input.reports, input.reports[0]!] };
    await expect(protectInWorker(twice)).rejects.toThrow(UnusableInput);
  });

  withSchools('ends when it is told to', async () => {
    const leaving = new AbortController();
    const going = protectInWorker(inventedInput(SEED), { signal: leaving.signal });
    setTimeout(() => leaving.abort(), 300);
    await expect(going).rejects.toMatchObject({ name: 'ProtectionFailed', reason: 'aborted' });
    await expect(protectInWorker(inventedInput(SEED), { signal: leaving.signal })).rejects.toThrow(
      ProtectionFailed,
    );
  });

  test('carries each failure across with its type, and no message of an unknown one', () => {
    for (const error of [
      new NoSafePattern([3, 8]),
      new UnusableInput('School 1 …'),
      new ContradictoryProblem('Cell 1 …'),
    ]) {
      expect(errorOf(structuredClone(failureOf(error)))).toEqual(error);
      expect(errorOf(failureOf(error)).constructor).toBe(error.constructor);
    }
    const unknown = errorOf(failureOf(new TypeError('42 pupils')));
    expect(unknown).toBeInstanceOf(ProtectionFailed);
    expect(unknown.message).not.toContain('42');
  });
});
