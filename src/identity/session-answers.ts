/** What somebody who came in gets: tokens in the answer or in a cookie, and the mark of a device that is known from now on. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Devices } from './device.ts';
import type { Caller } from './lanes.ts';
import { sessionCookie } from './session-cookie.ts';
import type { Session } from './sessions.dto.ts';
import type { Granted } from './sessions.ts';
import { TOKEN_LIFE } from './token-life.ts';

@Injectable()
export class SessionAnswers {
  constructor(private readonly devices: Devices) {}

  /** Of a session that begins: the device is known from now on, by a cookie, or, to a program, by what the answer says. */
  begun(
    granted: Granted,
    account: string,
    { devices }: Caller,
    inCookie: boolean,
    reply: FastifyReply,
  ): Session {
    const session = this.kept(granted, inCookie, reply);
    const device = this.devices.tokenFor(account, devices);
    if (!inCookie) return Object.assign(session, { device });
    void reply.header('set-cookie', this.devices.cookie(device, devices));
    return session;
  }

  /** Of one that goes on. */
  kept({ access, refresh, idle, lacksFactor }: Granted, inCookie: boolean, reply: FastifyReply): Session {
    if (inCookie) void reply.header('set-cookie', sessionCookie(refresh, idle));
    return {
      access_token: access,
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE,
      ...(inCookie ? {} : { refresh_token: refresh }),
      refresh_expires_in: idle,
      ...(lacksFactor ? { factor_missing: true as const } : {}),
    };
  }
}
