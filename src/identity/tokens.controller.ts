/** The token endpoint: a program shows by its key who it is, and gets an access token (RFC 6749 §4.4, RFC 7523). */
import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Open } from '../access/act.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { FormBody } from '../foundation/http/form-body.ts';
import { Callers } from './callers.ts';
import { dpopLines } from './token-bearers.ts';
import { TokenRequests } from './token-requests.ts';
import { IssuedToken, TokenRequest } from './tokens.dto.ts';

@ApiTags('sign-in')
@Controller('v1/tokens')
export class TokensController {
  constructor(
    private readonly requests: TokenRequests,
    private readonly callers: Callers,
  ) {}

  /**
   * An access token for a program, for 15 minutes; there is no refresh token, since it can ask again. With a proof in the header DPoP (RFC
   * 9449) it is bound to the key of the proof.
   */
  @Post()
  @HttpCode(200)
  @FormBody()
  @Header('cache-control', 'no-store')
  @Open('what the program says of itself is signed by its key')
  @ApiProblems(401)
  create(@Body() body: TokenRequest, @Req() request: FastifyRequest): Promise<IssuedToken> {
    return this.requests.answer(body, this.callers.of(request), dpopLines(request));
  }
}
