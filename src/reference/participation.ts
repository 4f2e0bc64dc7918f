/** Who is expected in a period, and why that may change while it runs. */
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';

/**
 * `FUNDED` and `OTHER`: somebody reports there, paid by the state's programme or otherwise. `VACANT`: expected, and
 * nobody holds the post. `NONE`: takes no part. The first that an entry of the period has counts.
 */
export const PARTICIPATIONS = ['FUNDED', 'OTHER', 'VACANT', 'NONE'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

export const parseParticipation = (text: string): Participation | undefined =>
  PARTICIPATIONS.find((kind) => kind === text);

/** Whether such a school counts in n of m, in completeness and in the rows of a release. */
export const isExpected = (kind: Participation): boolean => kind !== 'NONE';

/** One entry of the list that is kept: since when and until when a school takes part, and how. */
export interface ParticipationEntry {
  readonly school: SchoolNumber;
  /** `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day; null where there is no end. */
  readonly validTo: string | null;
  readonly kind: Participation;
}

/** A school of a period as its opening day found it. */
export interface PeriodSchool {
  readonly number: SchoolNumber;
  readonly region: RegionKey;
  readonly type: string;
  readonly roll: number | null;
  readonly kind: Participation;
}

/** A school of a period, with what became of it since the period opened. */
export interface KeptSchool extends Omit<PeriodSchool, 'roll'> {
  readonly name: string;
  /** Of the newest change; null where there was none. */
  readonly reason: ChangeReason | null;
  readonly changedAt: Date | null;
}

/** Why a school's participation changes within a period; a code, since a text could hold a name. */
export const CHANGE_REASONS = {
  POST_FILLED: { de: 'Die Stelle ist besetzt.', en: 'The post has been filled.' },
  POST_VACANT: { de: 'Die Stelle ist nicht mehr besetzt.', en: 'The post has become vacant.' },
  FUNDING_CHANGED: { de: 'Die Förderung hat sich geändert.', en: 'The funding has changed.' },
  SCHOOL_NEW: {
    de: 'Die Schule ist neu oder ging aus einer anderen hervor.',
    en: 'The school is new or took over from another.',
  },
  SCHOOL_ENDED: {
    de: 'Die Schule ist geschlossen, zusammengelegt oder neu nummeriert.',
    en: 'The school was closed, merged or renumbered.',
  },
  LIST_WRONG: { de: 'Die Liste war falsch.', en: 'The list was wrong.' },
} as const;
export type ChangeReason = keyof typeof CHANGE_REASONS;
