/** What tampering is, and who finds it. */

/** Who found it, and the codes of what was found: none in a clean run. */
export interface Found {
  readonly by: 'bundle' | 'proof' | 'sequencer' | 'witness';
  readonly codes: readonly string[];
}

/** Something that can be tampered with. */
export interface Tampering {
  readonly kinds: readonly string[];
  /** Changes it in this way and looks at it as an auditor, the sequencer and a witness would. */
  mutant(rng: () => number, kind: string): Promise<Found>;
  /** Looks at it as it is. */
  clean(rng: () => number): Promise<Found>;
}
