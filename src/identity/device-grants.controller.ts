/** Letting a device in: it asks, a person who is signed in answers, and a page for that. */
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Act, By, Key, Open } from '../access/act.ts';
import type { Actor } from '../access/actor.ts';
import { everywhere } from '../access/place.ts';
import type { Tx } from '../foundation/database/tx.ts';
import { ApiProblems } from '../foundation/http/api-problem.ts';
import { FormBody } from '../foundation/http/form-body.ts';
import { problems } from '../foundation/problem.ts';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Callers } from './callers.ts';
import {
  AskedDeviceBody,
  COMMAND_LINE,
  DeviceAnswer,
  DeviceAuthorization,
  DeviceAuthorizationRequest,
} from './device-grants.dto.ts';
import { DEVICE_PAGE, DEVICE_PAGE_POLICY } from './device-page.ts';
import { DeviceSignIn } from './sign-in-device.ts';

@ApiTags('sign-in')
@Controller()
export class DeviceGrantsController {
  constructor(
    private readonly devices: DeviceSignIn,
    private readonly callers: Callers,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A device that has no browser asks to be let in; it shows the code, and looks at POST /v1/tokens what became of it. */
  @Post('v1/device/authorizations')
  @HttpCode(200)
  @FormBody()
  @Open('nobody is signed in before signing in')
  @ApiProblems(401)
  async begin(
    @Body() { client_id: client }: DeviceAuthorizationRequest,
    @Req() request: FastifyRequest,
  ): Promise<DeviceAuthorization> {
    if (client !== COMMAND_LINE) throw problems.clientRefused();
    const { device, code, seconds, pace } = await this.devices.begin(this.callers.of(request).source);
    const page = `${this.settings.publicUrl}/device`;
    return {
      device_code: device,
      user_code: code,
      verification_uri: page,
      verification_uri_complete: `${page}#${code}`,
      expires_in: seconds,
      interval: pace,
    };
  }

  /** Says yes or no to the device that shows this code: with yes it is signed in as the account that says so. */
  @Post('v1/device/answers')
  @HttpCode(200)
  @Act('device.answer', everywhere)
  async answer(
    @Key() tx: Tx,
    @By() actor: Actor,
    @Body() { code, say }: DeviceAnswer,
  ): Promise<AskedDeviceBody> {
    const { askedAt, endsAt } = await this.devices.answer(tx, actor, code, say);
    return { askedAt: askedAt.toISOString(), endsAt: endsAt.toISOString() };
  }

  /** Where a person types the code that a device shows. */
  @Get('device')
  @ApiExcludeEndpoint()
  @Open('the page is the same for everybody')
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-language', 'de, en')
      .header('content-security-policy', DEVICE_PAGE_POLICY);
    return DEVICE_PAGE;
  }
}
