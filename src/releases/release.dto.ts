/** Wire shapes of releases and summaries. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { DOCUMENT_FORMATS, type DocumentFormat } from '../tables/release-document.ts';
import { IsWholeNumber, KeyParam } from '../access/forms.ts';
import { FORMAT_NAMES, type FormatName } from '../formats/formats.ts';
import type { PeriodKey, PeriodState } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';

/** Since `/2`, rows say `pending` in place of `atLeast`, and cells have `from` and `to`. */
export const SUMMARY_FORMAT = 'kanon-summary/2';

const LEVELS = ['state', 'district', 'county'] as const;

export class PeriodPlace {
  /** Period in SDMX form, such as `2026-Q3`. */
  @KeyParam('period') period!: PeriodKey;
}

export class SummaryPlace {
  /** Official key of a state, district or county. */
  @KeyParam('region') region!: RegionKey;
  @KeyParam('period') period!: PeriodKey;
}

export class ReleasePlace {
  @IsUUID(undefined, { message: 'release must be the id of a release' }) release!: string;
}

export class CertificateBody {
  /** Compact JWS, signed by a key of /.well-known/jwks.json. */
  jws!: string;
  /** Its claims, for reading. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  certificate!: object;
}

export class ReleaseDocumentBody {
  /** Missing in releases whose rows say `atLeast` instead of `pending`. */
  @ApiProperty({ enum: DOCUMENT_FORMATS, required: false })
  format?: DocumentFormat;
  release!: string;
  period!: string;
  scheme!: string;
  policy!: number;
  /** Columns of consultations; the first of them, as many as a row has, are those of pupils too. */
  columns!: string[];
  /** Every row; null stands where a cell shows no number. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows!: object[];
  /** Compact JWS, signed by a key of /.well-known/jwks.json. */
  certificate!: string;
  /** docs/certificate.md tells how to check it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  proof!: object;
}

export class SummaryQuery {
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

  /** An older release of the period, by its version; without it the newest. */
  @IsOptional() @IsWholeNumber(1, 999_999) version?: number;

  /**
   * `csv`: one line a cell; `csv-de`: one line a region, as German Excel opens it, with the signs of German official statistics;
   * `xlsx`: a workbook; `json-stat`: JSON-stat 2.0; `sdmx-csv`: SDMX-CSV 2.1, whose structure is `sdmx-structure`; `pdf`: to be filed.
   */
  @ApiProperty({ enum: FORMAT_NAMES, required: false, default: 'json' })
  @IsOptional()
  @IsIn(FORMAT_NAMES)
  format?: FormatName;
}

export class PeriodStateBody {
  period!: string;
  @ApiProperty({ enum: ['open', 'frozen', 'releasing', 'released'] })
  state!: PeriodState | 'releasing';
  /**
   * Why the last try to release failed; then nothing was published. `corrections-kept`: no correction was taken over,
   * because none could be safely or because the officers kept them back, and the newest release is still the one before.
   * `would-hide`: a new version would hide what the state or a district was shown, and nobody chose `corrections`; the
   * preview says what.
   */
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['no-safe-pattern', 'protection-failed', 'corrections-kept', 'would-hide'],
  })
  failure!: string | null;
}

export class ReleaseBody {
  id!: string;
  period!: string;
  version!: number;
  scheme!: string;
  policy!: number;
  /** Cells that show no number, of all tables; one figure whatever the causes. */
  hiddenCells!: number;
  releasedAt!: string;
}

export class ReleaseList {
  /** The newest period first, and of each its newest version. */
  releases!: ReleaseBody[];
  /** Of the next page; null on the last one. */
  @ApiProperty({ type: String, nullable: true }) cursor!: string | null;
}

export class SummaryCellBody {
  /**
   * What schools reported in this column alone; null where hidden or pending. Of a benefit it is the lower end: a 0
   * means that none was itemised, and `to` says how much there can have been.
   */
  @ApiProperty({ type: 'integer', nullable: true, example: 0 })
  value!: number | null;
  /** Reported at least; null where hidden or pending. */
  @ApiProperty({ type: 'integer', nullable: true, example: 0 })
  from!: number | null;
  /**
   * Reported at most: with all that the row has in NOT_ITEMISED. Null where no upper end can be told: hidden,
   * pending, NOT_ITEMISED hidden, or pupils of a row in which something was pooled.
   */
  @ApiProperty({ type: 'integer', nullable: true, example: 151 })
  to!: number | null;
  /** `hidden` whatever the cause; `pending` in a row in which too few schools reported. */
  @ApiProperty({ enum: ['open', 'hidden', 'pending'], example: 'open' })
  status!: 'open' | 'hidden' | 'pending';
}

export class SchoolsBody {
  expected!: number;
  reported!: number;
  /** On the state's own row of a first release only: schools that withheld something, rounded down to tens. */
  @ApiProperty({ type: 'integer', required: false })
  withholding?: number;
}

export class SummaryRowBody {
  region!: string;
  name!: string;
  schoolType!: string | null;
  schools!: SchoolsBody;
  /** Fewer than the least number of schools reported: the row shows no number. */
  pending!: boolean;
  /** By benefit, then NOT_ITEMISED (in pooled cells) and REPORTED_TOTAL; they add up as figures reported. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/SummaryCellBody' } })
  consultations!: Record<string, SummaryCellBody>;
  /** Distinct pupils by benefit; without a total, as a child would count twice. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/SummaryCellBody' } })
  pupils!: Record<string, SummaryCellBody>;
}

export class SummaryBody {
  /** Form of this answer. A program that knows another one should stop. */
  @ApiProperty({ enum: [SUMMARY_FORMAT] })
  format!: typeof SUMMARY_FORMAT;
  region!: string;
  /** Name of the region. */
  regionName!: string;
  period!: string;
  @ApiProperty({ enum: LEVELS })
  level!: string;
  @ApiProperty({ enum: ['benefit', 'school-type'] })
  by!: string;
  release!: ReleaseBody;
  rows!: SummaryRowBody[];
}
