/** Wire shapes of what takes two persons. */
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { ROLES, type Role } from '../access/actor.ts';
import { AccountBody } from './accounts.dto.ts';
import { APPROVAL_STATES, APPROVED_ACTS, type ApprovalState, type ApprovedAct } from './approval.store.ts';

export class ApprovalPlace {
  @IsUUID(undefined, {
    message: 'approval must be the id of a request',
    context: { de: 'approval ist die Kennung eines Antrags' },
  })
  approval!: string;
}

/** What one administrator asked for. */
export class ApprovalBody {
  id!: string;
  @ApiProperty({ enum: APPROVED_ACTS }) what!: ApprovedAct;
  /** Id of the account concerned; of an invitation the one to be. */
  account!: string;
  /** Its name; null of an invitation that was not given. */
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ enum: ROLES }) role!: Role;
  /** What it is to have from then on, as far as it was asked for; null where it stays, and once it is answered. */
  @ApiProperty({ type: String, nullable: true }) office!: string | null;
  @ApiProperty({ type: String, nullable: true }) region!: string | null;
  @ApiProperty({ type: String, nullable: true }) mailbox!: string | null;
  @ApiProperty({ type: String, nullable: true }) from!: string | null;
  @ApiProperty({ type: String, nullable: true }) to!: string | null;
  askedAt!: string;
  /** Account; null where the host asked. */
  @ApiProperty({ type: String, nullable: true }) askedBy!: string | null;
  /** 72 hours later. */
  endsAt!: string;
  @ApiProperty({ enum: APPROVAL_STATES }) state!: ApprovalState;
  @ApiProperty({ type: String, nullable: true }) answeredAt!: string | null;
  /** Account; null where the host stood for the second person. */
  @ApiProperty({ type: String, nullable: true }) answeredBy!: string | null;
  onHost!: boolean;
}

export class ApprovalList {
  /** Newest first: those that wait, and those of the last 30 days. */
  approvals!: ApprovalBody[];
}

/** What came of it; a one-time code is told here and nowhere else. */
export class GivenBody {
  approval!: ApprovalBody;
  account!: AccountBody;
  /** Of an invitation or a reset; whoever approved hands it to the person of the account. */
  @ApiProperty({ type: String, nullable: true, example: 'k3mh-a8xd-2pqr-zz7u' }) code!: string | null;
  @ApiProperty({ type: String, nullable: true }) codeEndsAt!: string | null;
  /** Page on which the password is set by the code. */
  @ApiProperty({ type: String, nullable: true }) page!: string | null;
}
