/** Wire shapes of looking at a release before it is one. */
import { ApiProperty } from '@nestjs/swagger';
import { ROW_LEVELS, type RowLevel } from '../tables/hidden-anew.ts';

export class PreviewPlaceBody {
  region!: string;
  @ApiProperty({ type: String, nullable: true })
  schoolType!: string | null;
  /** `school-type`: a school type in a district. */
  @ApiProperty({ enum: ROW_LEVELS })
  level!: RowLevel;
  @ApiProperty({ enum: ['consultations', 'pupils'] })
  measure!: 'consultations' | 'pupils';
  /** A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
  column!: string;
}

export class PreviewLevelBody {
  @ApiProperty({ enum: ROW_LEVELS })
  level!: RowLevel;
  cells!: number;
  /** Cells that would show no number. */
  hidden!: number;
  /** Of the hidden ones, totals. */
  totalsHidden!: number;
  /** Cells that show no number in the newest release; null where there is none. */
  @ApiProperty({ type: 'integer', nullable: true })
  hiddenBefore!: number | null;
  /** Cells that the newest release shows and this one would hide. */
  hiddenAnew!: number;
  /** Of those, totals. */
  totalsHiddenAnew!: number;
  /**
   * Percent of the consultations reported that no cell of the level would show, in steps of 5; null where fewer than three
   * cells are hidden, or nothing new would be released.
   */
  @ApiProperty({ type: 'integer', nullable: true, minimum: 0, maximum: 100, multipleOf: 5 })
  hiddenShare!: number | null;
}

export class UselessCountyBody {
  region!: string;
  schoolsExpected!: number;
  schoolsReported!: number;
  /** `few-reports`: too few schools reported. `protection`: small numbers, of its own or of others; more is told to nobody. */
  @ApiProperty({ enum: ['few-reports', 'protection'] })
  why!: 'few-reports' | 'protection';
}

export class PreviewResultBody {
  /** Version that would be released, or the newest one where nothing new would be. */
  version!: number;
  /** Whether there would be a new version; false where every correction has to wait. */
  isNew!: boolean;
  /** Schools whose report would be new, other or gone; 0 for a first release. */
  schoolsTaken!: number;
  /** Schools whose correction would wait. */
  schoolsWaiting!: number;
  /** Of the whole state, as the new version would say it; null where there would be none. */
  @ApiProperty({ type: 'integer', nullable: true })
  schoolsExpected!: number | null;
  @ApiProperty({ type: 'integer', nullable: true })
  schoolsReported!: number | null;
  @ApiProperty({ type: [PreviewLevelBody] })
  levels!: PreviewLevelBody[];
  /** Counties that would show neither a total nor any benefit but true zeros. */
  @ApiProperty({ type: [UselessCountyBody] })
  useless!: UselessCountyBody[];
  /** Cells that the newest release shows and this one would hide, place by place. */
  @ApiProperty({ type: [PreviewPlaceBody] })
  hiddenAnew!: PreviewPlaceBody[];
  /** Some of them belong to the state, a district or a school type of one: the release needs `corrections` to be chosen. */
  needsChoice!: boolean;
}

export class PreviewBody {
  period!: string;
  /** `none`: not asked for, or gone with the freeze that it was about. */
  @ApiProperty({ enum: ['none', 'computing', 'ready', 'failed'] })
  state!: 'none' | 'computing' | 'ready' | 'failed';
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  askedAt!: string | null;
  /** Why there is none; a release would fail alike. */
  @ApiProperty({ type: String, nullable: true, enum: ['no-safe-pattern', 'protection-failed'] })
  failure!: string | null;
  /** Places, and how many cells and schools; no number of a report or release. */
  @ApiProperty({ type: PreviewResultBody, nullable: true })
  preview!: PreviewResultBody | null;
}
