/** One's own second factors: what is set up, setting one up, taking one away; and showing one again. */
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, By, Key } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { CodeBody, FactorList, ProofBody, RecoveryCodes, SteppedUp, TotpSecret } from './factors.dto.ts';
import { Factors } from './factors.ts';
import { shownIn } from './passkey-assertion.dto.ts';
import { kindOf } from './passkeys.dto.ts';
import { Passkeys } from './passkeys.ts';
import { StepUp } from './step-up.ts';
import { TOKEN_LIFE } from './token.ts';
import { base32 } from './totp.ts';

@ApiTags('sign-in')
@Controller('v1')
export class FactorsController {
  constructor(
    private readonly factors: Factors,
    private readonly passkeys: Passkeys,
    private readonly stepUp: StepUp,
  ) {}

  /** What is set up for one's own account. */
  @Get('factors')
  @Act('factor.list', everywhere)
  async list(@Key() tx: Tx, @By() actor: Actor): Promise<FactorList> {
    const { isRequired, totpAt, recoveryCodes } = await this.factors.list(tx, actor);
    const passkeys = await this.passkeys.list(tx, actor);
    return {
      required: isRequired,
      totpSince: totpAt?.toISOString() ?? null,
      passkeys: passkeys.map((one) => ({
        id: one.id,
        kind: kindOf(one.transports),
        since: one.madeAt.toISOString(),
        usedAt: one.usedAt?.toISOString() ?? null,
        ofOtherAddress: !this.passkeys.isOfHere(one),
      })),
      recoveryCodes,
    };
  }

  /** A new secret for an authenticator app. It counts once a code of it has come back, within a quarter of an hour. */
  @Post('factors/totp')
  @HttpCode(201)
  @Act('factor.change', everywhere)
  async beginTotp(@Key() tx: Tx, @By() actor: Actor): Promise<TotpSecret> {
    const { secret, uri } = await this.factors.beginTotp(tx, actor);
    return { secret: base32(secret), uri };
  }

  /** A code of the app shows that it has the secret. Other sessions end; refresh this one for a token without limits. */
  @Post('factors/totp/confirmation')
  @HttpCode(200)
  @Act('factor.change', everywhere)
  @ApiProblems([409, 'No secret waits for its first code.'])
  async confirmTotp(@Key() tx: Tx, @By() actor: Actor, @Body() { code }: CodeBody): Promise<RecoveryCodes> {
    return { recoveryCodes: [...(await this.factors.confirmTotp(tx, actor, code))] };
  }

  /** Takes the authenticator app away. Other sessions end. */
  @Delete('factors/totp')
  @HttpCode(200)
  @Act('factor.change', everywhere)
  @ApiProblems([409, 'It is the last factor of a role that works with one.'])
  async removeTotp(@Key() tx: Tx, @By() actor: Actor): Promise<Answer> {
    await this.factors.removeTotp(tx, actor);
    return Answer.json({});
  }

  /** New recovery codes; those from before are void. */
  @Post('factors/recovery-codes')
  @HttpCode(201)
  @Act('factor.change', everywhere)
  @ApiProblems([409, 'There is no second factor yet.'])
  async renewCodes(@Key() tx: Tx, @By() actor: Actor): Promise<RecoveryCodes> {
    return { recoveryCodes: [...(await this.factors.renewCodes(tx, actor))] };
  }

  /** Shows the second factor again; the answer opens for five minutes what takes one that was shown lately (RFC 9470). */
  @Post('sessions/current/step-up')
  @HttpCode(200)
  @Act('session.step-up', everywhere)
  @ApiProblems([409, 'There is no second factor to show.'])
  async showAgain(@Key() tx: Tx, @By() actor: Actor, @Body() body: ProofBody): Promise<SteppedUp> {
    const access = await this.stepUp.by(tx, actor, shownIn(body));
    return { access_token: access, token_type: 'Bearer', expires_in: TOKEN_LIFE };
  }
}
