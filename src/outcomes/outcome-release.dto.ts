/** Wire shapes of released outcomes. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsWholeNumber, KeyParam } from '../access/forms.ts';
import { CSV_FORMATS, type CsvFormat } from '../foundation/http/csv.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import { OUTCOME_DOCUMENT } from './outcome-certificate.ts';

export const OUTCOMES_FORMAT = 'kanon-outcomes/1';

const LEVELS = ['state', 'district', 'county'] as const;
const FORMATS = ['json', ...CSV_FORMATS] as const;

export class OutcomePeriodPlace {
  /** Period in SDMX form, such as `2026-Q3`. */
  @KeyParam('period') period!: PeriodKey;
}

export class RegionOutcomePlace {
  /** Official key of a state, district or county. */
  @KeyParam('region') region!: RegionKey;
  @KeyParam('period') period!: PeriodKey;
}

export class OutcomeReleasePlace {
  @IsUUID(undefined, { message: 'release must be the id of a release' }) release!: string;
}

export class OutcomeQuery {
  /** Rows for the parts of the region at this level; without it the region's own row. */
  @ApiProperty({ enum: LEVELS, required: false })
  @IsOptional()
  @IsIn(LEVELS)
  level?: (typeof LEVELS)[number];

  /** One row a region (`benefit`), or one a district and body that reported there (`body`). */
  @ApiProperty({ enum: ['benefit', 'body'], required: false, default: 'benefit' })
  @IsOptional()
  @IsIn(['benefit', 'body'])
  by?: 'benefit' | 'body';

  /** An older release of the period, by its version; without it the newest. */
  @IsOptional() @IsWholeNumber(1, 999_999) version?: number;

  /** `csv`: one line a cell; `csv-de`: one line a row, as German Excel opens it, with the signs of German official statistics. */
  @ApiProperty({ enum: FORMATS, required: false, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: 'json' | CsvFormat;
}

export class OutcomeReleaseBody {
  id!: string;
  period!: string;
  version!: number;
  scheme!: string;
  policy!: number;
  releasedAt!: string;
}

export class KeptOutcomeBody {
  county!: string;
  body!: string;
}

export class OutcomesReleasedBody {
  release!: OutcomeReleaseBody;
  /** Bodies whose correction waits, since it would move a number by fewer than k; the release says of them what the one before said. */
  kept!: KeptOutcomeBody[];
}

export class OutcomeCellBody {
  /**
   * What offices reported in this column alone; null in a row in which no body reported numbers. Of a benefit it is the
   * lower end: a 0 means that none was itemised, and `to` says how much there can have been.
   */
  @ApiProperty({ type: 'integer', nullable: true, example: 0 }) value!: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 0 }) from!: number | null;
  /** Reported at most: with all that the row has in NOT_ITEMISED. Null where no upper end can be told. */
  @ApiProperty({ type: 'integer', nullable: true, example: 12 }) to!: number | null;
  /** `pending` in a row in which no body reported numbers. */
  @ApiProperty({ enum: ['open', 'pending'], example: 'open' }) status!: 'open' | 'pending';
}

export class BodiesBody {
  /** Bodies times counties. */
  expected!: number;
  /** Those with numbers. */
  reported!: number;
  /** Those that said why they have none. */
  inGap!: number;
}

export class OutcomeRowBody {
  region!: string;
  name!: string;
  /** Code of the one body that the row is about; null for all together. */
  @ApiProperty({ type: String, nullable: true }) body!: string | null;
  bodies!: BodiesBody;
  /** By benefit, then NOT_ITEMISED (in pooled cells) and REPORTED_TOTAL; they add up as figures reported. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/OutcomeCellBody' } })
  grants!: Record<string, OutcomeCellBody>;
  /** Distinct children by benefit; without a total, as a child would count twice. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: '#/components/schemas/OutcomeCellBody' } })
  children!: Record<string, OutcomeCellBody>;
}

export class InBothBody {
  de!: string;
  en!: string;
}

export class OutcomesOfRegionBody {
  /** Form of this answer. A program that knows another one should stop. */
  @ApiProperty({ enum: [OUTCOMES_FORMAT] })
  format!: typeof OUTCOMES_FORMAT;
  region!: string;
  period!: string;
  @ApiProperty({ enum: LEVELS })
  level!: string;
  @ApiProperty({ enum: ['benefit', 'body'] })
  by!: string;
  release!: OutcomeReleaseBody;
  /** Belongs under every table of these figures. */
  note!: InBothBody;
  rows!: OutcomeRowBody[];
}

export class OutcomeCertificateBody {
  /** Compact JWS, signed by a key of /.well-known/jwks.json. */
  jws!: string;
  /** Its claims, for reading. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  certificate!: object;
}

export class OutcomeDocumentBody {
  @ApiProperty({ enum: [OUTCOME_DOCUMENT] })
  format!: typeof OUTCOME_DOCUMENT;
  release!: string;
  period!: string;
  scheme!: string;
  policy!: number;
  /** Columns of grants; the first of them, as many as a row has, are those of children too. */
  columns!: string[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  rows!: object[];
  /** Compact JWS; its `publishedDigest` is the SHA-256 of the canonical JSON of columns and rows. */
  certificate!: string;
}
