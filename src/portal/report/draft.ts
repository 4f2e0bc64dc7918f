/** What was typed for one school and one period and is not yet sent, as the vault of this device keeps it. */
import { KanonProblem } from '../../client/failures.ts';
import type { Entry } from './entry.ts';
import type { Vault } from './vault.ts';

export interface Draft {
  readonly entry: Entry | undefined;
  /** A draft from before opens no more. */
  readonly hasLost: boolean;
  /** Undefined where this browser keeps nothing. */
  readonly keep: ((entry: Entry) => Promise<void>) | undefined;
  readonly drop: () => Promise<void>;
}

interface DraftPlace {
  readonly account: string;
  readonly school: string;
  readonly period: string;
}

/**
 * The draft of a report. A browser that keeps nothing is no reason not to report.
 *
 * throws  what the service says, or that it does not answer: going on would overwrite a draft that nobody has seen
 */
export async function draftOf({ account, school, period }: DraftPlace): Promise<Draft> {
  const name = `draft ${school} ${period}`;
  let vault: Vault;
  try {
    const { openVault } = await import('./vault.ts');
    vault = await openVault(account);
  } catch (error) {
    if (error instanceof KanonProblem || error instanceof TypeError) throw error;
    return { entry: undefined, hasLost: false, keep: undefined, drop: () => Promise.resolve() };
  }
  return {
    entry: await vault.find<Entry>(name),
    hasLost: vault.hasLost,
    keep: (entry) => vault.keep(name, entry),
    drop: () => vault.drop(name),
  };
}
