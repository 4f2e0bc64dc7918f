/** The figures of the access log in small: that they run, and that each of them can fail. No time is asserted here. */
import { lagsOf } from './log-lag.ts';
import { million } from './log-million.ts';
import { mutations, tamperWith } from './log-mutations.ts';
import type { Tampering } from './log-tampered.ts';
import { type FreshDatabase, freshDatabase } from '../setup/database.ts';
import { readOptions } from './options.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Fixed: a few changes are harmless, such as the key id of one cosignature among others, and need no alarm. */
const SEED = 88_895_755;

test('every kind of tampering is found, and some by one check alone', async () => {
  const { lines, cleanRuns, missedWithout } = await mutations(40, database, SEED);
  expect(lines.map(({ mutants }) => mutants).every((mutants) => mutants > 0)).toBe(true);
  expect(cleanRuns).toBe(40);
  expect(missedWithout.length).toBeGreaterThan(3);
});

test('one mutant that is not found, or one false alarm, ends the run', async () => {
  const blind = (mutant: string[], clean: string[]): Tampering => ({
    kinds: ['edit', 'delete'],
    mutant: async (_rng, kind) => ({ by: 'bundle', codes: kind === 'delete' ? mutant : ['changed'] }),
    clean: async () => ({ by: 'bundle', codes: clean }),
  });
  const run = (thing: Tampering) => tamperWith('bundle', thing, 4, Math.random, new Map());
  expect((await run(blind(['changed'], []))).map(({ mutants }) => mutants)).toEqual([2, 2]);
  await expect(run(blind([], []))).rejects.toThrow('not found, bundle, delete');
  await expect(run(blind(['changed'], ['changed']))).rejects.toThrow('false alarm');
});

test('the lag of an entry lasts until the first head over it', () => {
  const heads = [
    { size: 2, at: 1000 },
    { size: 3, at: 1900 },
  ];
  const entries = [
    { index: 2, at: 900 },
    { index: 0, at: 100 },
    { index: 1, at: 950 },
  ];
  expect([...lagsOf(entries, heads)]).toEqual([50, 900, 1000]);
  expect(() => lagsOf([{ index: 3, at: 0 }], heads)).toThrow('never signed');
});

test('a generated bundle holds for the verifier in one file, and not with one letter changed', async () => {
  const { figure, reached } = await million({ ...readOptions([]), entries: 3000 });
  expect([figure, reached]).toEqual([expect.stringMatching(/ s, .* CPU s, \d+ MB$/), expect.any(Boolean)]);
});
