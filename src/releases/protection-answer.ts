/** What crosses between the threads: errors lose their class on the way, so they travel as data. */
import { ContradictoryProblem } from '../disclosure/problem/problem-builder.ts';
import { NoSafePattern } from '../disclosure/search/suppress.ts';
import type { Protection } from '../tables/protection.ts';
import { UnusableInput } from '../tables/table.ts';

export type WorkerFailure =
  | { readonly kind: 'no-safe-pattern'; readonly cells: readonly number[] }
  | { readonly kind: 'unusable-input' | 'contradictory'; readonly message: string }
  | { readonly kind: 'fault'; readonly name: string };

/** What the search found in a round tells causes apart, so it stays in the thread: only that there was one leaves it. */
export type WorkerMessage =
  | { readonly status: 'round' }
  | { readonly status: 'done'; readonly protection: Protection }
  | { readonly status: 'failed'; readonly failure: WorkerFailure };

/** Protection stopped for a reason of its own: memory, a fault, or because it was asked to. */
export class ProtectionFailed extends Error {
  override readonly name = 'ProtectionFailed';

  constructor(readonly reason: 'memory' | 'fault' | 'aborted') {
    super(`Protection ended without a table: ${reason}.`);
  }
}

/** An unknown error keeps its name only, as its message could hold a value. */
export function failureOf(error: unknown): WorkerFailure {
  if (error instanceof NoSafePattern) return { kind: 'no-safe-pattern', cells: error.cells };
  if (error instanceof UnusableInput) return { kind: 'unusable-input', message: error.message };
  if (error instanceof ContradictoryProblem) return { kind: 'contradictory', message: error.message };
  return { kind: 'fault', name: error instanceof Error ? error.name : typeof error };
}

export function errorOf(failure: WorkerFailure): Error {
  switch (failure.kind) {
    case 'no-safe-pattern':
      return new NoSafePattern(failure.cells);
    case 'unusable-input':
      return new UnusableInput(failure.message);
    case 'contradictory':
      return new ContradictoryProblem(failure.message);
    case 'fault':
      return new ProtectionFailed('fault');
  }
}
