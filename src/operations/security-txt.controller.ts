/** Where whoever finds a weakness learns whom to tell; nothing stands there until the operator names somebody. */
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '../access/act.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { securityText } from './security-txt.ts';

@ApiTags('service')
@Controller()
export class SecurityTextController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Whom to tell of a weakness (RFC 9116); not-found where the operator has named nobody. */
  @Get('.well-known/security.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Open('who finds a weakness is a stranger')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  show(): string {
    const text = securityText(this.settings, new Date());
    if (text === undefined) throw problems.notFound();
    return text;
  }
}
