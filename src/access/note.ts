/** What a handler adds to the entry that its access leaves behind. */
import type { Tx } from '../foundation/database/tx.ts';
import { type Facts, newEntryId } from './entry.ts';

const noted = new WeakMap<Tx, Facts>();
const ids = new WeakMap<Tx, string>();

/** The id that this transaction's entry will have. */
export function entryIdOf(tx: Tx): string {
  const id = ids.get(tx) ?? newEntryId();
  ids.set(tx, id);
  return id;
}

/** Adds facts to the entry of this transaction's access; later facts win, and words of its object add up. */
export const note = (tx: Tx, facts: Facts): void => {
  const before = noted.get(tx);
  const object = { ...before?.object, ...facts.object };
  noted.set(tx, { ...before, ...facts, ...(Object.keys(object).length > 0 ? { object } : {}) });
};

export const factsOf = (tx: Tx): Facts => noted.get(tx) ?? {};
