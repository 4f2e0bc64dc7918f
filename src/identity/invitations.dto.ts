/** Wire shapes of a list of invitations. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ROLES, type Role } from '../access/actor.ts';
import { readFields, textOfLines } from '../foundation/http/fields.ts';
import { LIST_BYTES } from './invitation-list.ts';

/** Bytes of a request that brings a list: as JSON its line ends take two characters, and so do its quotation marks. */
export const LIST_BODY = LIST_BYTES + 128 * 1024;

export class InvitationsQuery {
  /** `true`: all is checked, nothing is stored. */
  @IsOptional() @IsIn(['true', 'false']) dryRun?: 'true' | 'false';
  /** `true`: one letter a person, all in one PDF, in place of the codes as JSON. */
  @IsOptional() @IsIn(['true', 'false']) letters?: 'true' | 'false';
}

/** Accounts to be, as a list. */
export class InvitationsBody {
  /**
   * CSV with a header: name, role and office; beside them region, schools, mailbox, from, to, same_person_as and address,
   * which stands on the letter and is stored nowhere.
   */
  @ApiProperty({ example: 'name;role;office;schools\nmeldung-900003;reporter;Sozialarbeit;900003' })
  list!: string;

  static read(bytes: Uint8Array): InvitationsBody {
    const { list } = readFields(bytes, { list: textOfLines(LIST_BYTES) }, LIST_BODY);
    return Object.assign(new InvitationsBody(), { list });
  }
}

/** One account of the list, with its one-time code, which is told here and nowhere else. */
export class InvitedBody {
  /** Line of the list; 1 is its header. */
  @ApiProperty({ type: 'integer', minimum: 2 }) line!: number;
  id!: string;
  name!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ example: 'k3mh-a8xd-2pqr-zz7u' }) code!: string;
  codeEndsAt!: string;
}

export class InvitationsAnswer {
  /** Nothing was stored. */
  dryRun!: boolean;
  /** Lines of the list that have become an account, or would. */
  @ApiProperty({ type: 'integer' }) rows!: number;
  /** None of a dry run. */
  accounts!: InvitedBody[];
}
