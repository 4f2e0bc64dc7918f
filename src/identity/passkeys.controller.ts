/** Passkeys: set up and taken away by whose they are, and shown to sign in. */
import { Body, Controller, Delete, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Act, By, Key, Open } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { ApiDevice } from './api-device.ts';
import { Callers } from './callers.ts';
import { RecoveryCodes } from './factors.dto.ts';
import { CHALLENGE_LIFE } from './passkey-challenges.ts';
import { assertionOf } from './passkey-assertion.dto.ts';
import { PasskeyProofs, userHandleOf } from './passkey-proofs.ts';
import {
  attestationOf,
  PasskeyBody,
  PasskeyChallenge,
  PasskeyCreation,
  PasskeyPlace,
  PasskeySessionBody,
} from './passkeys.dto.ts';
import { Passkeys } from './passkeys.ts';
import { SessionAnswers } from './session-answers.ts';
import { refuseOthers, tokenInCookie } from './session-cookie.ts';
import { Session } from './sessions.dto.ts';
import { ReplacedSessions } from './sessions-replaced.ts';
import { PasskeySignIn } from './sign-in-passkey.ts';
import { StepUp } from './step-up.ts';
import { ALGORITHMS, relyingPartyOf } from './webauthn.ts';

/** Milliseconds. */
const TIMEOUT = CHALLENGE_LIFE * 1000;

@ApiTags('sign-in')
@Controller('v1')
export class PasskeysController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly proofs: PasskeyProofs,
    private readonly signIn: PasskeySignIn,
    private readonly stepUp: StepUp,
    private readonly callers: Callers,
    private readonly replaced: ReplacedSessions,
    private readonly answers: SessionAnswers,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What a new passkey is made from, as navigator.credentials.create() takes it; the answer to it counts within five minutes. */
  @Post('factors/passkeys/options')
  @HttpCode(200)
  @Act('factor.change', everywhere)
  @ApiProblems([409, 'The address of the service is a number, or the account has too many.'])
  async options(@Key() tx: Tx, @By() actor: Actor): Promise<PasskeyCreation> {
    const { challenge, party, account, name, known } = await this.passkeys.begin(tx, actor);
    return {
      challenge: challenge.toString('base64url'),
      rp: { id: party.id, name: 'Kanon' },
      user: { id: userHandleOf(account), name, displayName: name },
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known.map((id) => ({ type: 'public-key', id: id.toString('base64url') })),
      authenticatorSelection: {
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      attestation: 'none',
      timeout: TIMEOUT,
    };
  }

  /** The new passkey counts from now on. Other sessions end; refresh this one for a token without limits. */
  @Post('factors/passkeys')
  @HttpCode(201)
  @Act('factor.change', everywhere)
  @ApiProblems([409, 'Another account has it.'])
  async add(@Key() tx: Tx, @By() actor: Actor, @Body() body: PasskeyBody): Promise<RecoveryCodes> {
    return { recoveryCodes: [...(await this.passkeys.add(tx, actor, attestationOf(body)))] };
  }

  /** Takes a passkey away. Other sessions end. */
  @Delete('factors/passkeys/:passkey')
  @HttpCode(200)
  @Act('factor.change', everywhere)
  @ApiProblems([409, 'It is the last factor of a role that works with one.'])
  async remove(@Key() tx: Tx, @By() actor: Actor, @Param() { passkey }: PasskeyPlace): Promise<Answer> {
    await this.passkeys.remove(tx, actor, passkey);
    return Answer.json({});
  }

  /**
   * What is answered by showing a passkey, as navigator.credentials.get() takes it: to sign in, or besides a password. The
   * same for everybody, so it tells nothing of any account.
   */
  @Post('passkeys/challenges')
  @HttpCode(200)
  @Open('a random number for whoever asks')
  challenge(): PasskeyChallenge {
    return this.asked(this.proofs.challenge());
  }

  /** The same to show a passkey again: it counts in the session that asks and in no other. */
  @Post('sessions/current/step-up/challenge')
  @HttpCode(200)
  @Act('session.step-up', everywhere)
  @ApiProblems([409, 'The token belongs to no session of Kanon.'])
  challengeAgain(@Key() tx: Tx, @By() actor: Actor): PasskeyChallenge {
    return this.asked(this.stepUp.challenge(tx, actor));
  }

  /** A session for a passkey alone: the device has verified the person, so it counts as two factors. */
  @Post('sessions/passkey')
  @HttpCode(201)
  @Open('the passkey tells who it is')
  @ApiDevice()
  @ApiProblems(401, 403)
  async create(
    @Body() { keep, ...assertion }: PasskeySessionBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    if (keep) refuseOthers(request, this.settings.publicUrl);
    const caller = this.callers.of(request);
    const older = keep ? tokenInCookie(request, this.settings.publicUrl) : undefined;
    const { granted, name } = await this.signIn
      .signInBy(assertionOf(assertion), caller)
      .catch((error: unknown) => {
        this.callers.tokenFailed(request);
        throw error;
      });
    await this.replaced.end(older);
    return this.answers.begun(granted, name, caller, keep !== undefined, reply);
  }

  private asked(challenge: Buffer): PasskeyChallenge {
    return {
      challenge: challenge.toString('base64url'),
      rpId: relyingPartyOf(this.settings.publicUrl).id,
      userVerification: 'required',
      timeout: TIMEOUT,
    };
  }
}
