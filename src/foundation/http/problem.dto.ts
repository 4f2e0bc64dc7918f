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

  /** A refusal stores nothing; what stands behind a question is stored once it is confirmed. */
  @ApiProperty({ enum: ['refusal', 'question'], required: false })
  severity?: 'refusal' | 'question';

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

  /** Where something has to be confirmed: send it in `Kanon-Confirm` with the same body, within ten minutes. */
  @ApiProperty({ required: false })
  confirm?: string;

  /** Where a second factor is asked for: those that the account has. */
  @ApiProperty({ type: [String], enum: ['totp', 'passkey', 'recovery'], required: false })
  factors?: string[];

  /** At the token endpoint: the code that OAuth gives (RFC 6749 §5.2). */
  @ApiProperty({ required: false, example: 'invalid_client' })
  error?: string;
}
