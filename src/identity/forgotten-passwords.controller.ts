/** Asking for a new password by mail. */
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Open } from '../access/act.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { readFields, textField } from '../foundation/http/fields.ts';
import { ApiDevice } from './api-device.ts';
import { Callers } from './callers.ts';
import { ForgottenPasswords } from './forgotten-passwords.ts';

/** Whose password was forgotten. */
export class PasswordResetBody {
  @ApiProperty({ description: 'Name of the account.', example: 'meldung', maxLength: 64 })
  account!: string;

  static read(bytes: Uint8Array): PasswordResetBody {
    return Object.assign(new PasswordResetBody(), readFields(bytes, { account: textField(1, 64) }));
  }
}

@ApiTags('sign-in')
@Controller('v1')
export class ForgottenPasswordsController {
  constructor(
    private readonly forgotten: ForgottenPasswords,
    private readonly callers: Callers,
  ) {}

  /**
   * Sends a one-time code to the mailbox of the account, if there is such an account and it has one; the answer never tells.
   * The old password counts until the code is used at POST /v1/activations.
   */
  @Post('password-resets')
  @HttpCode(202)
  @Open('whoever has forgotten the password cannot sign in')
  @ApiDevice()
  @ApiProblems([409, 'This service sends no mail.'])
  async ask(@Body() { account }: PasswordResetBody, @Req() request: FastifyRequest): Promise<void> {
    await this.forgotten.ask(account, this.callers.of(request));
  }
}
