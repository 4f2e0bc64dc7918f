/** An act that takes a second factor shown lately waits here until the person has shown one, or has given up (RFC 9470). */
import { signal } from '@preact/signals';

/** Answers whoever waits: whether it was shown. */
export const proofAsked = signal<((isShown: boolean) => void) | undefined>(undefined);

let waiting: Promise<boolean> | undefined;

/** Asks once for all that wait at the same time. */
export function askProof(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    proofAsked.value = resolve;
  }).finally(() => {
    proofAsked.value = undefined;
    waiting = undefined;
  });
  return waiting;
}
