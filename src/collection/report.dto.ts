/** Wire shapes of a report and of what comes back for it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsWholeNumber, KeyParam } from '../access/forms.ts';
import { problems } from '../foundation/problem.ts';
import type { PeriodKey } from '../rules/period.ts';
import { readReport } from '../rules/read-report.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { RETURN_REASONS } from './return-reasons.ts';

export class ReportPlace {
  /** Official number of the school. */
  @KeyParam('school') school!: SchoolNumber;
  /** Period in SDMX form, such as `2026-Q3`. */
  @KeyParam('period') period!: PeriodKey;
}

export class DryRun {
  /** Run the rules only: nothing is stored but the log entry. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
}

export class CellBody {
  @ApiProperty({
    type: [String],
    minItems: 1,
    description: 'One benefit, or several that are pooled.',
    example: ['LERNFOERDERUNG'],
  })
  benefits!: readonly string[];

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Distinct pupils behind all of these benefits together.',
    example: 7,
  })
  pupils!: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Consultations about any of these benefits.',
    example: 19,
  })
  consultations!: number;
}

/** One school, one period: every benefit of the scheme stands exactly once. There is no field for a total or a text. */
export class ReportBody {
  @ApiProperty({ example: 'but-counselling/1' })
  scheme!: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Policy that the report was made under.' })
  policy!: number;

  @ApiProperty({ type: [CellBody] })
  cells!: readonly CellBody[];

  @ApiProperty({
    type: [String],
    description: 'Benefits that nobody asked about: true zeros.',
    example: ['KLASSENFAHRT'],
  })
  none!: readonly string[];

  @ApiProperty({
    type: [String],
    description: 'Benefits whose numbers stayed at the school.',
    example: ['SCHULBEDARF'],
  })
  withheld!: readonly string[];

  /** From the raw bytes by the strict reader; throws report-refused with every place of the rule `shape`. */
  static read(bytes: Uint8Array): ReportBody {
    const read = readReport(bytes);
    if ('findings' in read) throw problems.reportRefused(read.findings);
    return Object.assign(new ReportBody(), read.report);
  }
}

export class ReasonBody {
  de!: string;
  en!: string;
}

/** Something unusual that is stored once it is confirmed; it names benefits, never a number. */
export class QuestionBody {
  rule!: string;
  version!: number;
  @ApiProperty({ enum: ['question'] })
  severity!: 'question';
  /** JSON pointer into the report; empty where the whole of it is meant. */
  pointer!: string;
  /** What is unusual: `roll`, `ratio` or `last`. */
  cause!: string;
  reason!: ReasonBody;
}

/** What is stored now, word for word. */
export class StoredReportBody {
  school!: string;
  period!: string;
  /** Random id of this revision; also the ETag. */
  revision!: string;
  /** 1 for the first report, one more for each correction. */
  revisionNumber!: number;
  reportedAt!: string;
  /** What was stored, for the account that sent it; null for everybody else at the school, and for whoever came into that account since. */
  @ApiProperty({ type: ReportBody, nullable: true })
  stored!: ReportBody | null;
}

export class ReturnedBody {
  @ApiProperty({ enum: Object.keys(RETURN_REASONS) })
  reason!: string;
  text!: ReasonBody;
  returnedAt!: string;
}

export class PastRevisionBody {
  number!: number;
  reportedAt!: string;
  @ApiProperty({ type: ReturnedBody, nullable: true })
  returned!: ReturnedBody | null;
}

export class HistoryQuery {
  /** Where the last page ended, as its `next` said. */
  @IsOptional() @IsWholeNumber(1, 2_147_483_647) cursor?: number;
  @IsOptional() @IsWholeNumber(1, 200) limit?: number;
}

export class HistoryBody {
  school!: string;
  period!: string;
  /** Newest first. */
  revisions!: PastRevisionBody[];
  /** `cursor` of the next page; null where there is none. */
  @ApiProperty({ type: Number, nullable: true })
  next!: number | null;
}

export class ReportAnswer {
  school!: string;
  period!: string;
  /** `stored`: new or corrected. `unchanged`: the same report stood there already. `checked`: a dry run. */
  @ApiProperty({ enum: ['stored', 'unchanged', 'checked'] })
  outcome!: 'stored' | 'unchanged' | 'checked';
  revision!: string | null;
  revisionNumber!: number | null;
  reportedAt!: string | null;
  /** What is stored, or would be. */
  stored!: ReportBody;
  /** Versions of the rules that it passed. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  rules!: Record<string, number>;
  /** What has to be confirmed before it is stored; empty but after a dry run. */
  questions!: QuestionBody[];
  /** Confirms just these questions about the same body: for the header `Kanon-Confirm`, within ten minutes. */
  @ApiProperty({ type: String, nullable: true })
  confirm!: string | null;
  /** Compact JWS over what is stored, with a random key to its commitment in the access log. Keep it; null after a dry run. */
  receipt!: string | null;
}
