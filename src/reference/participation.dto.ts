/** Wire shapes of who is expected in a period, and of a change within it. */
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsSchool, IsWholeNumber, KeyParam } from '../access/forms.ts';
import { oneOf, readFields } from '../foundation/http/fields.ts';
import type { PeriodKey } from '../rules/period.ts';
import type { RegionKey } from '../rules/region.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { CHANGE_REASONS, type ChangeReason, PARTICIPATIONS, type Participation } from './participation.ts';

const REASONS = Object.keys(CHANGE_REASONS) as ChangeReason[];

export class ParticipationPlace {
  @KeyParam('region') region!: RegionKey;
  @KeyParam('period') period!: PeriodKey;
}

export class ParticipationQuery {
  /** Schools after this number. */
  @IsOptional() @IsSchool() after?: SchoolNumber;
  /** Schools of one page. */
  @IsOptional() @IsWholeNumber(1, 1000) limit?: number;
}

export class ChangedSchoolPlace extends ParticipationPlace {
  @KeyParam('school') school!: SchoolNumber;
}

export class ParticipationBody {
  /** `FUNDED` and `OTHER`: somebody reports there. `VACANT`: expected, and nobody holds the post. `NONE`: takes no part. */
  @ApiProperty({ enum: PARTICIPATIONS }) kind!: Participation;
  /** Why it changes while the period runs; a code, since a text could hold a name. */
  @ApiProperty({ enum: REASONS }) reason!: ChangeReason;

  static read(bytes: Uint8Array): ParticipationBody {
    const fields = readFields(bytes, { kind: oneOf(PARTICIPATIONS), reason: oneOf(REASONS) });
    return Object.assign(new ParticipationBody(), fields);
  }
}

export class ParticipationAnswer {
  school!: string;
  period!: string;
  @ApiProperty({ enum: PARTICIPATIONS }) kind!: Participation;
  /** False where it was so already: then nothing is stored but the entry in the access log. */
  changed!: boolean;
}

export class ParticipatingSchoolBody {
  school!: string;
  name!: string;
  type!: string;
  region!: string;
  @ApiProperty({ enum: PARTICIPATIONS }) kind!: Participation;
  /** Of its newest change since the period opened; null where there was none. */
  @ApiProperty({ type: String, nullable: true, enum: REASONS }) reason!: ChangeReason | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) changedAt!: string | null;
}

export class ParticipationList {
  region!: string;
  period!: string;
  /** When its schools were fixed, on its opening day; null while it follows the list that is kept. */
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) fixedAt!: string | null;
  /** By number, those that take no part among them. */
  schools!: ParticipatingSchoolBody[];
  /** Pass it as `after` for the next page; null at the end. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}
