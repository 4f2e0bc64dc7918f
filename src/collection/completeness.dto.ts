/** Wire shapes of completeness. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { KeyParam } from '../access/forms.ts';
import { CSV_FORMATS, type CsvFormat } from '../foundation/http/csv.ts';
import { problems } from '../foundation/problem.ts';
import { PARTICIPATIONS, type Participation, isExpected } from '../reference/participation.ts';
import { readJson } from '../rules/json.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { RETURN_REASONS, type ReturnReason } from './return-reasons.ts';
import { STATUSES, type Status } from './status.store.ts';

export class CompletenessPlace {
  /** Official key of a state, district or county. */
  @KeyParam('region') region!: RegionKey;
  @KeyParam('period') period!: PeriodKey;
}

export class ReturnPlace extends CompletenessPlace {
  @KeyParam('school') school!: SchoolNumber;
}

const FORMATS = ['json', ...CSV_FORMATS] as const;

export class FormatQuery {
  /** `csv`: comma; `csv-de`: as German Excel opens it. */
  @ApiProperty({ enum: FORMATS, required: false, default: 'json' })
  @IsOptional()
  @IsIn(FORMATS)
  format?: 'json' | CsvFormat;
}

export class SchoolsQuery extends FormatQuery {
  /** Only schools with this status; `missing` with a CSV format is the reminder list. */
  @ApiProperty({ enum: STATUSES, required: false })
  @IsOptional()
  @IsIn(STATUSES)
  status?: Status;
}

export class SchoolStatusBody {
  school!: string;
  name!: string;
  type!: string;
  region!: string;
  /** As fixed when the period opened, or changed since; `VACANT` counts as expected, and its post is vacant. */
  @ApiProperty({ enum: PARTICIPATIONS.filter(isExpected) }) participation!: Participation;
  @ApiProperty({ enum: STATUSES }) status!: Status;
  reportedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, enum: Object.keys(RETURN_REASONS) })
  returnReason!: string | null;
}

export class SchoolStatusList {
  region!: string;
  period!: string;
  schools!: SchoolStatusBody[];
}

export class CountyCountsBody {
  region!: string;
  name!: string;
  /** Schools on the list of the period: reported, returned and missing together. */
  expected!: number;
  reported!: number;
  /** Sent back and not corrected yet. */
  returned!: number;
  missing!: number;
  /** Of the missing, those whose post nobody holds. */
  vacant!: number;
}

export class CountyCountsList {
  region!: string;
  period!: string;
  counties!: CountyCountsBody[];
}

const FIELDS = new Set(['reason']);

export class ReturnBody {
  @ApiProperty({ enum: Object.keys(RETURN_REASONS) })
  reason!: ReturnReason;

  /** Exactly a reason code: a free text could hold a name. */
  static read(bytes: Uint8Array): ReturnBody {
    const read = readJson(bytes, { bytes: 1024, words: FIELDS });
    const body: unknown = 'value' in read ? read.value : undefined;
    const code: unknown = body instanceof Map && body.size === 1 ? body.get('reason') : undefined;
    if (typeof code === 'string' && Object.hasOwn(RETURN_REASONS, code))
      return Object.assign(new ReturnBody(), { reason: code as ReturnReason });
    const codes = Object.keys(RETURN_REASONS).join(', ');
    throw problems.badRequest([
      {
        rule: 'reason',
        pointer: '/reason',
        reason: {
          de: `Der Body besteht aus genau einem Feld reason mit einem von ${codes}.`,
          en: `The body holds exactly one field, reason, with one of ${codes}.`,
        },
      },
    ]);
  }
}

export class ReturnAnswer {
  school!: string;
  period!: string;
  reason!: ReturnReason;
}
