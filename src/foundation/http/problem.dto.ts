/** Wire shape of every refusal: RFC 9457, with the places that are wrong. */
import { ApiProperty } from '@nestjs/swagger';

export class FindingReason {
  de!: string;
  en!: string;
}

export class FindingBody {
  /** Stable code of the rule that spoke. */
  @ApiProperty({ example: 'threshold' })
  rule!: string;

  /** JSON pointer (RFC 6901) to the place; a value is never repeated. */
  @ApiProperty({ example: '/cells/0/pupils', required: false })
  pointer?: string;

  reason!: FindingReason;

  /** Version of the rule. */
  @ApiProperty({ type: 'integer', required: false })
  version?: number;

  /** A refusal stores nothing; a warning is stored, but worth a second look. */
  @ApiProperty({ enum: ['refusal', 'warning'], required: false })
  severity?: 'refusal' | 'warning';

  /** Tells the causes of one rule apart, such as `closed` and `frozen`. */
  @ApiProperty({ required: false })
  cause?: string;
}

export class ProblemAnswer {
  @ApiProperty({ example: 'urn:kanon:problem:report-refused' })
  type!: string;

  title!: string;

  @ApiProperty({ type: 'integer', example: 422 })
  status!: number;

  detail!: string;

  @ApiProperty({ type: [FindingBody], required: false })
  findings?: FindingBody[];
}
