/** Wire shapes of a series: one tidy table over periods, a line a cell. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsMoment, IsPeriod, KeyParam } from '../access/forms.ts';
import { CSV_FORMATS, type CsvFormat } from '../foundation/http/csv.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import { ROW_LEVELS, type RowLevel } from '../tables/hidden-anew.ts';
import { ReleaseBody, SchoolsBody } from './release.dto.ts';

export const SERIES_FORMAT = 'kanon-series/1';

const LEVELS = ['state', 'district', 'county'] as const;
const FORMATS = ['json', ...CSV_FORMATS] as const;

export class SeriesPlace {
  /** Official key of a state, district or county. */
  @KeyParam('region') region!: RegionKey;
}

export class SeriesQuery {
  /** First period. It says how long the periods of the series are: quarters, half-years or years. */
  @IsPeriod() from!: PeriodKey;
  /** Last period, as long as the first. */
  @IsPeriod() to!: PeriodKey;

  /** Rows for the parts of the region at this level; without it the region's own row. */
  @ApiProperty({ enum: LEVELS, required: false })
  @IsOptional()
  @IsIn(LEVELS)
  level?: (typeof LEVELS)[number];

  /** One row a region (`benefit`), or one a district and school type (`school-type`). */
  @ApiProperty({ enum: ['benefit', 'school-type'], required: false, default: 'benefit' })
  @IsOptional()
  @IsIn(['benefit', 'school-type'])
  by?: 'benefit' | 'school-type';

  /** Of each period the version that was the newest at this moment. */
  @IsOptional() @IsMoment() asOf?: Date;

  /** Only periods whose version was released after this moment. */
  @IsOptional() @IsMoment() updatedAfter?: Date;

  /** `csv`: one line a cell, with commas; `csv-de`: the same as German Excel opens it. */
  @ApiProperty({ enum: FORMATS, required: false, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: 'json' | CsvFormat;
}

export class HiddenAnewBody {
  region!: string;
  @ApiProperty({ type: String, nullable: true }) schoolType!: string | null;
  @ApiProperty({ enum: ROW_LEVELS }) level!: RowLevel;
  @ApiProperty({ enum: ['consultations', 'pupils'] }) measure!: string;
  column!: string;
}

export class SeriesPeriodBody {
  release!: ReleaseBody;
  /** Cells of the rows asked for that the version before showed and this one hides: places, and no number. */
  hiddenAnew!: HiddenAnewBody[];
}

export class SeriesRowBody {
  period!: string;
  /** Version of the release that the row is of. */
  version!: number;
  region!: string;
  name!: string;
  @ApiProperty({ type: String, nullable: true }) schoolType!: string | null;
  schools!: SchoolsBody;
  /** Fewer than the least number of schools reported: no number is shown. */
  pending!: boolean;
  @ApiProperty({ enum: ['consultations', 'pupils'] }) measure!: string;
  /** A benefit code, NOT_ITEMISED or REPORTED_TOTAL. */
  column!: string;
  /** As in a summary. */
  @ApiProperty({ type: 'integer', nullable: true }) value!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) from!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) to!: number | null;
  @ApiProperty({ enum: ['open', 'hidden', 'pending'] }) status!: string;
  /**
   * For 1,000 pupils on the roll of the row's expected schools, to one decimal. Null where the number is not open and certain,
   * the roll is not known or below 100 × k, or fewer than three schools are expected.
   */
  @ApiProperty({ type: 'number', nullable: true }) per1000!: number | null;
}

export class SeriesBody {
  @ApiProperty({ enum: [SERIES_FORMAT] }) format!: typeof SERIES_FORMAT;
  region!: string;
  /** Name of the region; its key where no period of the series is released. */
  regionName!: string;
  @ApiProperty({ enum: LEVELS }) level!: string;
  @ApiProperty({ enum: ['benefit', 'school-type'] }) by!: string;
  /** Released periods, in the order of time. */
  periods!: SeriesPeriodBody[];
  rows!: SeriesRowBody[];
}
