/** What was typed for one school and one period and is not yet sent, as the vault of this device keeps it. */
import { KanonProblem } from '../../client/failures.ts';
import type { Entry } from './entry.ts';
import type { Vault } from './vault.ts';

/** What is kept of it. */
export interface KeptDraft {
  readonly entry: Entry;
  /** Revision that it was begun on; null where nothing was reported; absent where nobody has looked yet. */
  readonly base?: string | null;
  /** It was finished and could not be sent. */
  readonly isWaiting: boolean;
}

export interface Draft {
  /** A draft from before opens no more. */
  readonly hasLost: boolean;
  /** False where this browser keeps nothing. */
  readonly isKept: boolean;
  readonly found: KeptDraft | undefined;
  readonly keep: (draft: KeptDraft) => Promise<void>;
  readonly drop: () => Promise<void>;
}

export interface DraftPlace {
  readonly school: string;
  readonly period: string;
}

const nameOf = ({ school, period }: DraftPlace): string => `draft ${school} ${period}`;

/**
 * The draft of a report. A browser that keeps nothing is no reason not to report.
 *
 * throws  what the service says, or that it does not answer: going on would overwrite a draft that nobody has seen
 */
export async function draftOf(account: string, place: DraftPlace): Promise<Draft> {
  try {
    const { openVault } = await import('./vault.ts');
    return await draftIn(await openVault(account), place);
  } catch (error) {
    if (error instanceof KanonProblem || error instanceof TypeError) throw error;
    const nothing = (): Promise<void> => Promise.reject(new Error('this browser keeps nothing'));
    return { hasLost: false, isKept: false, found: undefined, keep: nothing, drop: () => Promise.resolve() };
  }
}

export async function draftIn(vault: Vault, place: DraftPlace): Promise<Draft> {
  const name = nameOf(place);
  return {
    hasLost: vault.hasLost,
    isKept: true,
    found: await vault.find<KeptDraft>(name),
    keep: (draft) => vault.keep(name, draft),
    drop: () => vault.drop(name),
  };
}

/** Puts a draft in the place of the one that is there. */
export const putDraft = (vault: Vault, place: DraftPlace, draft: KeptDraft): Promise<void> =>
  vault.keep(nameOf(place), draft);
