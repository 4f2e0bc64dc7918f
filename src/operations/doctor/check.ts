/** One check: facts in, findings out. Each says what is wrong and the way out, in both languages; none quotes a secret. */
import type { Surroundings } from './facts.ts';

/** `refuses`: no service starts like this. `warns`: it starts, and a person should look. `unknown`: nobody here can tell. */
export type Level = 'refuses' | 'warns' | 'unknown';

export interface DoctorFinding {
  readonly level: Level;
  readonly said: { readonly de: string; readonly en: string };
}

export interface DoctorCheck {
  /** Stable name, as `kanon doctor` prints it. */
  readonly name: string;
  readonly judge: (facts: Surroundings) => readonly DoctorFinding[];
}

export const refuses = (de: string, en: string): DoctorFinding => ({ level: 'refuses', said: { de, en } });
export const warns = (de: string, en: string): DoctorFinding => ({ level: 'warns', said: { de, en } });
export const unknown = (de: string, en: string): DoctorFinding => ({ level: 'unknown', said: { de, en } });
