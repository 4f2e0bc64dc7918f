/** A list of invitations over HTTP: the codes leave as JSON, or on letters, and nowhere else. */
import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { LargeBody } from '../foundation/http/large-body.ts';
import { readInvitations } from './invitation-list.ts';
import { type HandedOut, Invitations } from './invitations.ts';
import {
  InvitationsAnswer,
  InvitationsBody,
  InvitationsQuery,
  InvitedBody,
  LIST_BODY,
} from './invitations.dto.ts';
import { lettersPdf } from './letters.ts';

@ApiTags('accounts')
@Controller('v1/accounts/invitations')
export class InvitationsController {
  constructor(private readonly invitations: Invitations) {}

  /** Makes all accounts of a list, or none, each with a one-time code. The codes are told here alone, as JSON or on letters. */
  @Post()
  @HttpCode(201)
  @LargeBody(LIST_BODY)
  @Act('account.invite', everywhere)
  @ApiExtraModels(InvitationsAnswer)
  @ApiCreatedResponse({
    description: 'The accounts with their codes; of `letters=true` one letter a person, in one file.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(InvitationsAnswer) } },
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
    },
  })
  @ApiProblems([422, 'Refused, with every fault of every line; no account was made.'])
  async invite(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() { dryRun, letters }: InvitationsQuery,
    @Body() { list }: InvitationsBody,
  ): Promise<InvitationsAnswer | Answer> {
    const read = readInvitations(Buffer.from(list));
    const isDry = dryRun === 'true';
    const handed = await this.invitations.invite(tx, actor, read, isDry);
    if (isDry || letters !== 'true')
      return { dryRun: isDry, rows: read.invited.length, accounts: handed.map(invitedBody) };
    const lot = this.invitations.letters(actor, handed);
    return Answer.export(lettersPdf(lot.letters, lot.head), {
      contentType: 'application/pdf',
      headers: { 'content-disposition': 'attachment; filename="letters.pdf"' },
    });
  }
}

const invitedBody = ({ line, account: { id, name, role }, code, endsAt }: HandedOut): InvitedBody => ({
  line,
  id,
  name,
  role,
  code,
  codeEndsAt: endsAt.toISOString(),
});
