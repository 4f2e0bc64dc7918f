/** Wire shapes of what an office hands in, and of what comes back for it. */
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { KeyParam } from '../access/forms.ts';
import { QuestionBody } from '../collection/report.dto.ts';
import { problems } from '../foundation/problem.ts';
import { GAPS, type Gap, type Outcomes } from '../rules/outcome.ts';
import type { PeriodKey } from '../rules/period.ts';
import { readOutcomes } from '../rules/read-outcomes.ts';
import type { RegionKey } from '../rules/region.ts';

export class OutcomePlace {
  /** Official key of the county or independent city. */
  @KeyParam('county') county!: RegionKey;
  /** Period in SDMX form, such as `2026-Q3`. */
  @KeyParam('period') period!: PeriodKey;
}

export class GrantedCellBody {
  /** One benefit, or several that are pooled. */
  @ApiProperty({ type: [String], minItems: 1 })
  benefits!: readonly string[];
  /** Distinct children with a grant of any of these benefits. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 12 })
  children!: number;
  /** Grants of any of these benefits. */
  @ApiProperty({ type: 'integer', minimum: 0, example: 31 })
  grants!: number;
}

/** What one body granted: every benefit of the scheme stands exactly once. */
class GrantedBody {
  body!: string;
  @ApiProperty({ type: [GrantedCellBody] })
  cells!: readonly GrantedCellBody[];
  /** Benefits that nobody was granted: true zeros. */
  @ApiProperty({ type: [String] })
  none!: readonly string[];
  /** Benefits whose numbers stayed at the office. */
  @ApiProperty({ type: [String] })
  withheld!: readonly string[];
}

/** A body without numbers, with the reason. */
class GapBody {
  body!: string;
  @ApiProperty({ enum: GAPS })
  gap!: Gap;
}

const BODIES = {
  type: 'array' as const,
  items: { oneOf: [GrantedBody, GapBody].map((kind) => ({ $ref: getSchemaPath(kind) })) },
};

/** One office, one period: each body that the account reports for, once, in numbers or as a gap. */
@ApiExtraModels(GrantedBody, GapBody)
export class OutcomesBody {
  scheme!: string;
  /** Policy that it was made under. */
  @ApiProperty({ type: 'integer' })
  policy!: number;
  @ApiProperty(BODIES)
  bodies!: Outcomes['bodies'];

  /** From the raw bytes by the strict reader; throws report-refused with every place of the rule `shape`. */
  static read(bytes: Uint8Array): OutcomesBody {
    const read = readOutcomes(bytes);
    if ('findings' in read) throw problems.reportRefused(read.findings);
    return Object.assign(new OutcomesBody(), read.outcomes);
  }
}

export class OutcomesAnswer {
  county!: string;
  period!: string;
  /** `stored`: new or corrected. `unchanged`: the same stood there already. `checked`: a dry run. */
  @ApiProperty({ enum: ['stored', 'unchanged', 'checked'] })
  outcome!: 'stored' | 'unchanged' | 'checked';
  revision!: string | null;
  revisionNumber!: number | null;
  reportedAt!: string | null;
  /** What is stored, or would be. */
  stored!: OutcomesBody;
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

export class StoredBodyBody {
  body!: string;
  /** Random id of this revision; null where nothing is stored. Together they are the ETag. */
  @ApiProperty({ type: String, nullable: true }) revision!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) revisionNumber!: number | null;
  @ApiProperty({ type: String, nullable: true }) reportedAt!: string | null;
  /** What was stored, for the account that sent it; null for everybody else, and where nothing is. */
  @ApiProperty({
    nullable: true,
    oneOf: [{ $ref: getSchemaPath(GrantedBody) }, { $ref: getSchemaPath(GapBody) }],
  })
  stored!: Outcomes['bodies'][number] | null;
}

export class StoredOutcomesBody {
  county!: string;
  period!: string;
  /** The scheme and policy to hand in under. */
  scheme!: string;
  @ApiProperty({ type: 'integer' }) policy!: number;
  /** The bodies that the account reports for, in scheme order, whether something is stored of them or not. */
  bodies!: StoredBodyBody[];
}
