/** Wire shapes of notices. */
import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '../access/actor.ts';
import { parsedBy, readFields } from '../foundation/http/fields.ts';
import { parseMoment } from '../rules/moment.ts';
import { APPROVED_ACTS, type ApprovedAct } from './approval.store.ts';

/** What the command line of the host did in place of a second person. */
export class NoticeBody {
  id!: string;
  at!: string;
  @ApiProperty({ enum: APPROVED_ACTS }) what!: ApprovedAct;
  /** Id of the account concerned. */
  account!: string;
  /** Its name; null for whoever sees no accounts. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ enum: ROLES }) role!: Role;
  /** Who sat there, as far as the machine knows. */
  @ApiProperty({ example: 'login=kanon by="A. Beispiel"' }) operator!: string;
  /** Why, as it was typed there. */
  reason!: string;
}

export class NoticeList {
  /** Oldest first; those that one has not acknowledged. */
  notices!: NoticeBody[];
}

const upTo = parsedBy(
  parseMoment,
  'ein Zeitpunkt wie 2026-11-05T08:00:00Z',
  'a moment such as 2026-11-05T08:00:00Z',
);

export class AcknowledgementBody {
  /** `at` of the newest one that was read. */
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-05T08:00:00.000Z' }) upTo!: Date;

  static read(bytes: Uint8Array): AcknowledgementBody {
    return Object.assign(new AcknowledgementBody(), readFields(bytes, { upTo }));
  }
}
