/** Sign-in, the sessions that it begins, and the public key that tells our tokens. */
import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Act, By, Key, Open } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { PageQuery, USUAL_PAGE } from '../access/page-query.dto.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { Answer } from '../foundation/http/answer.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { pageOf } from '../foundation/http/page.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { ApiDevice } from './api-device.ts';
import { listedBody } from './account-bodies.ts';
import { Keyring } from './keyring.ts';
import { ActivationBody, PasswordBody } from './accounts.dto.ts';
import { Callers } from './callers.ts';
import { OwnPassword } from './own-password.ts';
import { shownIn } from './passkey-assertion.dto.ts';
import { SessionAnswers } from './session-answers.ts';
import { noSessionCookie, refuseOthers, tokenInCookie } from './session-cookie.ts';
import { Credentials, KeySet, RefreshBody, Session, SessionList, SessionPlace } from './sessions.dto.ts';
import { ReplacedSessions } from './sessions-replaced.ts';
import { Sessions } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import { Links } from './token-links.ts';

@ApiTags('sign-in')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly passwords: OwnPassword,
    private readonly links: Links,
    private readonly callers: Callers,
    private readonly answers: SessionAnswers,
    private readonly ring: Keyring,
    private readonly replaced: ReplacedSessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A session for account and password, and a code or a passkey where the account has a second factor: an access token, and a refresh
   * token for the next one.
   */
  @Post('v1/sessions')
  @HttpCode(201)
  @Open('nobody is signed in before signing in')
  @ApiDevice()
  @ApiProblems(401, 403)
  async create(
    @Body() { account, password, code, passkey, keep }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    if (keep) refuseOthers(request, this.settings.publicUrl);
    const caller = this.callers.of(request);
    const older = keep ? tokenInCookie(request, this.settings.publicUrl) : undefined;
    const granted = await this.signIn.signIn(account, password, caller, shownIn({ code, passkey }));
    await this.replaced.end(older);
    return this.answers.begun(granted, account, caller, keep !== undefined, reply);
  }

  /** The next access token, with the account's rights as they are now, and the next refresh token. */
  @Post('v1/sessions/refresh')
  @HttpCode(200)
  @Open('whoever holds the refresh token is known by it')
  @ApiProblems(401, 403)
  async refresh(
    @Body() { refresh_token: token }: RefreshBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const inCookie = token === undefined ? tokenInCookie(request, this.settings.publicUrl) : undefined;
    const granted = await this.sessions.refresh(token ?? inCookie ?? '').catch((error: unknown) => {
      this.callers.tokenFailed(request);
      throw error;
    });
    return this.answers.kept(granted, token === undefined, reply);
  }

  /** One's own sessions that may still be used, newest first, a page at a time. */
  @Get('v1/sessions')
  @Act('session.list', everywhere)
  async list(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Query() { cursor, limit = USUAL_PAGE }: PageQuery,
  ): Promise<SessionList> {
    const found = await this.sessions.list(tx, actor, { cursor, limit });
    const { page, next } = pageOf(found, limit, ({ id }) => id);
    return { sessions: page.map((one) => listedBody(one, actor.session)), cursor: next };
  }

  /** Signs out: the session and its tokens end at once. */
  @Delete('v1/sessions/current')
  @HttpCode(200)
  @Act('session.end', everywhere)
  async endCurrent(@Key() tx: Tx, @By() actor: Actor): Promise<Answer> {
    if (actor.session === undefined) throw problems.notFound();
    await this.sessions.end(tx, actor, { session: actor.session });
    return Answer.json({}, { headers: { 'set-cookie': noSessionCookie() } });
  }

  /** Ends another of one's own sessions. */
  @Delete('v1/sessions/:session')
  @HttpCode(200)
  @Act('session.end', everywhere)
  async endOne(@Key() tx: Tx, @By() actor: Actor, @Param() { session }: SessionPlace): Promise<Answer> {
    await this.sessions.end(tx, actor, { session });
    return Answer.json({});
  }

  /** Ends all of one's own sessions, this one too. */
  @Delete('v1/sessions')
  @HttpCode(200)
  @Act('session.end', everywhere)
  async endAll(@Key() tx: Tx, @By() actor: Actor): Promise<Answer> {
    await this.sessions.end(tx, actor, 'all');
    return Answer.json({}, { headers: { 'set-cookie': noSessionCookie() } });
  }

  /** Sets the password of an account by a one-time code, and signs in. */
  @Post('v1/activations')
  @HttpCode(201)
  @Open('the one-time code tells who it is')
  @ApiDevice()
  @ApiProblems(401)
  async activate(
    @Body() { account, code, password, factorCode, passkey, issuerToken, link, keep }: ActivationBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    if (keep) refuseOthers(request, this.settings.publicUrl);
    const caller = this.callers.of(request);
    const older = keep ? tokenInCookie(request, this.settings.publicUrl) : undefined;
    const linked = link && this.links.inCookie(request);
    const granted = await this.passwords.activate(account, code, password, caller, {
      ...shownIn({ code: factorCode, passkey }),
      issuerToken,
      linked,
    });
    await this.replaced.end(older);
    return this.answers.begun(granted, account, caller, keep !== undefined, reply);
  }

  /** Sets a new password in place of the old one. Every session ends, and a new one begins. */
  @Post('v1/passwords')
  @HttpCode(201)
  @Open('the old password tells who it is')
  @ApiDevice()
  @ApiProblems(401)
  async changePassword(
    @Body() { account, old, password, factorCode, passkey }: PasswordBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const caller = this.callers.of(request);
    const granted = await this.passwords.change(
      account,
      old,
      password,
      caller,
      shownIn({ code: factorCode, passkey }),
    );
    return this.answers.begun(granted, account, caller, false, reply);
  }

  /** Public keys of our tokens, receipts and certificates (RFC 7517), each with what it is for. */
  @Get('.well-known/jwks.json')
  @Header('content-type', 'application/jwk-set+json')
  @Open('public keys')
  @ApiExtraModels(KeySet)
  @ApiOkResponse({ content: { 'application/jwk-set+json': { schema: { $ref: getSchemaPath(KeySet) } } } })
  keys(): KeySet {
    return { keys: this.ring.published() };
  }
}
