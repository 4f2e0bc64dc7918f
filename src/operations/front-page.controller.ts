/** The address itself: a page for people in a browser, and for programs where everything else is. */
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Open } from '../access/act.ts';
import { ServiceBody } from './front-page.dto.ts';
import { builtPortal, PAGE_HEADERS } from './portal.ts';

@ApiTags('service')
@Controller()
export class FrontPageController {
  /** The portal where `Accept` asks for HTML, else the addresses as JSON. */
  @Get()
  @Open('the page and these addresses are the same for everybody')
  @ApiExtraModels(ServiceBody)
  @ApiOkResponse({
    description: 'HTML where `Accept` names it, else JSON.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ServiceBody) } },
      'text/html': { schema: { type: 'string' } },
    },
  })
  show(
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): ServiceBody | string {
    void reply.header('vary', 'Accept');
    const portal = builtPortal();
    if (!portal || !asksForHtml(headers.accept)) return ADDRESSES;
    void reply.headers(PAGE_HEADERS);
    return portal.page;
  }
}

const ADDRESSES: ServiceBody = {
  name: 'Kanon',
  documentation: '/docs',
  openapi: '/openapi.json',
  signIn: '/v1/sessions',
  periods: '/v1/periods',
  keys: '/.well-known/jwks.json',
  health: '/health/ready',
};

/** Browsers name it; a program that takes anything is better served with JSON. */
const asksForHtml = (accept = ''): boolean =>
  accept
    .slice(0, 500)
    .split(',')
    .some((range) => /^\s*text\/html\s*(;(?!\s*q=0(\.0*)?\s*$).*)?$/i.test(range));
