/** Signing in to a demo without a password: of a browser, on the page itself. */
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../access/act.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Callers } from './callers.ts';
import { DemoRole, DemoRoles } from './demo-sessions.dto.ts';
import { SessionAnswers } from './session-answers.ts';
import { refuseOthers, tokenInCookie } from './session-cookie.ts';
import { Session } from './sessions.dto.ts';
import { ReplacedSessions } from './sessions-replaced.ts';
import { DemoSignIn } from './sign-in-demo.ts';

@ApiTags('sign-in')
@Controller('v1/demo/sessions')
export class DemoSessionsController {
  constructor(
    private readonly demo: DemoSignIn,
    private readonly callers: Callers,
    private readonly answers: SessionAnswers,
    private readonly replaced: ReplacedSessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Which roles a visitor may be; none but in a demo on this very machine. */
  @Get()
  @Open('whether this is a demo, whoever looks may know')
  async roles(): Promise<DemoRoles> {
    return { roles: await this.demo.roles() };
  }

  /** Signs a browser in to the demo as that role, in place of whoever it was: the refresh token is in the cookie. */
  @Post()
  @HttpCode(201)
  @Open('nobody is signed in before signing in, and all of a demo is invented')
  @ApiProblems(403, 404)
  async create(
    @Body() { role }: DemoRole,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    refuseOthers(request, this.settings.publicUrl);
    const caller = this.callers.of(request);
    const older = tokenInCookie(request, this.settings.publicUrl);
    const { granted, account } = await this.demo.enter(role);
    await this.replaced.end(older);
    return this.answers.begun(granted, account, caller, true, reply);
  }
}
