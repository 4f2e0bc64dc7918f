/** Wire shapes of what people may know of themselves, and of who else has to do with their school. */
import { ApiProperty } from '@nestjs/swagger';
import { KeyParam } from '../access/forms.ts';
import { ROLES, type Role } from '../access/actor.ts';
import type { SchoolNumber } from '../rules/school.ts';
import { AccountBody } from './accounts.dto.ts';
import { ListedSessionBody } from './sessions.dto.ts';

/** An entry of the access log about oneself. */
export class OwnEntryBody {
  at!: string;
  action!: string;
  decision!: string;
  @ApiProperty({ type: String, nullable: true }) region!: string | null;
  @ApiProperty({ type: String, nullable: true }) school!: string | null;
  @ApiProperty({ type: String, nullable: true }) period!: string | null;
  @ApiProperty({ type: String, nullable: true }) purpose!: string | null;
  /** What else it is about, as docs/access-log.md says. */
  @ApiProperty({ type: String, nullable: true }) object!: string | null;
  /** Whether one did it oneself. */
  isOwn!: boolean;
  /** Office of whoever else did; null of oneself, of the host and of the system. */
  @ApiProperty({ type: String, nullable: true }) byOffice!: string | null;
}

/** What Kanon has of an account (Art. 15 GDPR). */
export class OwnData {
  account!: AccountBody;
  /** Sessions that are open. */
  sessions!: ListedSessionBody[];
  /** Newest first, at most 1000. */
  entries!: OwnEntryBody[];
}

export class SchoolOfPeople {
  @KeyParam('school') school!: SchoolNumber;
}

/** An office, and what its account is. */
export class OfficeBody {
  office!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
}

/** An account that may report for the school. Offices are named, persons are not. */
export class SchoolPersonBody extends OfficeBody {
  /** Whether it is the own account. */
  isOwn!: boolean;
  /** Whether it is open. */
  active!: boolean;
  madeAt!: string;
  /** First and last day of a cover. */
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
  /** Null where the host made it. */
  @ApiProperty({ type: OfficeBody, nullable: true }) invitedBy!: OfficeBody | null;
  /** When somebody else opened it anew; null where nobody did. */
  @ApiProperty({ type: String, nullable: true }) renewedAt!: string | null;
  @ApiProperty({ type: OfficeBody, nullable: true }) renewedBy!: OfficeBody | null;
}

/** Who sent the report of a period that counts; never a count. */
export class SchoolReportBody {
  period!: string;
  reportedAt!: string;
  isOwn!: boolean;
  @ApiProperty({ type: OfficeBody, nullable: true }) by!: OfficeBody | null;
}

export class SchoolPeople {
  people!: SchoolPersonBody[];
  /** Of the last twenty periods. */
  reports!: SchoolReportBody[];
}
