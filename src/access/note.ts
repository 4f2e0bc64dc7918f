/** What a handler adds to the entry that its access leaves behind. */
import type { Tx } from '../foundation/database/tx.ts';
import type { Problem } from '../foundation/problem-shape.ts';
import { type EntryFacts, newEntryId } from './entry.ts';

const noted = new WeakMap<Tx, EntryFacts>();
const ids = new WeakMap<Tx, string>();
const kept = new WeakMap<Tx, Problem>();

/** The id that this transaction's entry will have. */
export function entryIdOf(tx: Tx): string {
  const id = ids.get(tx) ?? newEntryId();
  ids.set(tx, id);
  return id;
}

/** Adds facts to the entry of this transaction's access; later facts win, and words of its object add up. */
export const note = (tx: Tx, facts: EntryFacts): void => {
  const before = noted.get(tx);
  const object = { ...before?.object, ...facts.object };
  noted.set(tx, { ...before, ...facts, ...(Object.keys(object).length > 0 ? { object } : {}) });
};

export const factsOf = (tx: Tx): EntryFacts => noted.get(tx) ?? {};

/** Refuses, and yet what was stored so far stays: of a wrong code that it was tried. A problem that is thrown undoes all. */
export const refuseAndKeep = (tx: Tx, problem: Problem): void => {
  kept.set(tx, problem);
};

export const keptRefusalOf = (tx: Tx): Problem | undefined => kept.get(tx);
