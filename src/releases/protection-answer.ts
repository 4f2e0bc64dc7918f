/** What crosses between the threads: errors lose their class on the way, so they travel as data. */
import { ContradictoryProblem } from '../disclosure/problem-builder.ts';
import { NoSafePattern } from '../disclosure/suppress.ts';
import type { Protection } from './protection.ts';
import { UnusableInput } from './table.ts';

export type Failure =
  | { readonly kind: 'no-safe-pattern'; readonly cells: readonly number[] }
  | { readonly kind: 'unusable-input' | 'contradictory'; readonly message: string }
  | { readonly kind: 'fault'; readonly name: string };

/** What the search found in a round tells causes apart, so it stays in the thread: only that there was one leaves it. */
export type WorkerMessage =
  | { readonly status: 'round' }
  | { readonly status: 'done'; readonly protection: Protection }
  | { readonly status: 'failed'; readonly failure: Failure };

/** Protection stopped for a reason of its own: memory, a fault, or because it was asked to. */
export class ProtectionFailed extends Error {
  override readonly name = 'ProtectionFailed';

  constructor(readonly reason: 'memory' | 'fault' | 'aborted') {
    super(`Protection ended without a table: ${reason}.`);
  }
}

/** An unknown error keeps its name only, as its message could hold a value. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoSafePattern) return { kind: 'no-safe-pattern', cells: error.cells };
  if (error instanceof UnusableInput) return { kind: 'unusable-input', message: error.message };
  if (error instanceof ContradictoryProblem) return { kind: 'contradictory', message: error.message };
  return { kind: 'fault', name: error instanceof Error ? error.name : typeof error };
}

export function errorOf(failure: Failure): Error {
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
