/** Sign-in, and the public key that tells our tokens. */
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { Credentials, KeySet, Session } from './sessions.dto.ts';
import { SignIn } from './sign-in.ts';
import { SigningKey } from './signing-key.ts';
import { TOKEN_LIFE } from './token.ts';

@ApiTags('sign-in')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly key: SigningKey,
  ) {}

  /** An access token for account and password. */
  @Post('v1/sessions')
  @HttpCode(201)
  @Open('nobody is signed in before signing in')
  @ApiProblems(401, 429)
  async create(@Body() { account, password }: Credentials): Promise<Session> {
    return {
      access_token: await this.signIn.signIn(account, password),
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE,
    };
  }

  /** Public keys of our tokens (RFC 7517). */
  @Get('.well-known/jwks.json')
  @Header('content-type', 'application/jwk-set+json')
  @Open('public keys')
  @ApiExtraModels(KeySet)
  @ApiOkResponse({ content: { 'application/jwk-set+json': { schema: { $ref: getSchemaPath(KeySet) } } } })
  keys(): KeySet {
    return { keys: [this.key.open] };
  }
}
