/** Wire shapes of which body of which county has handed in. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { CSV_FORMATS, type CsvFormat } from '../foundation/http/csv.ts';
import { GAPS, type Gap } from '../rules/outcome.ts';
import { OUTCOME_STATUSES, type OutcomeStatus } from './outcome-status.store.ts';

const FORMATS = ['json', ...CSV_FORMATS] as const;

export class OutcomeStatusQuery {
  /** `csv`: comma; `csv-de`: as German Excel opens it. */
  @ApiProperty({ enum: FORMATS, required: false, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: 'json' | CsvFormat;
}

export class BodyStatusBody {
  region!: string;
  name!: string;
  body!: string;
  /** `in-gap`: the office said why it has no numbers. */
  @ApiProperty({ enum: OUTCOME_STATUSES }) status!: OutcomeStatus;
  @ApiProperty({ type: String, nullable: true, enum: GAPS }) gap!: Gap | null;
  @ApiProperty({ type: String, nullable: true }) reportedAt!: string | null;
}

export class BodyStatusList {
  region!: string;
  period!: string;
  bodies!: BodyStatusBody[];
}
