/**
 * A device that signed in to an account before, and says so by a signed token: in a cookie that no script reads, or, of a
 * program, in the header Kanon-Device. It opens nothing; it only has tries of its own, which nobody else can use up.
 *
 * source  OWASP, "Slow Down Online Guessing Attacks with Device Cookies"; RFC 6265bis §4.1.3 (`__Host-`)
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { Signer } from './signer.ts';

const COOKIE = '__Host-kanon-device';
const DEVICE_HEADER = 'kanon-device';
/** Seconds: 400 days, the longest that a browser keeps a cookie. */
const LIFE = 400 * 86_400;
/** Accounts that one browser is known to; the one that signed in the longest ago goes first. */
const MOST = 8;

/** Bytes: a random id, the account, the second of 1970 when it was made, and the signature over these. */
const ID = 16;
const ACCOUNT = 16;
const MADE = 4;
const HEAD = ID + ACCOUNT + MADE;
const LENGTH = HEAD + 32;

export interface Device {
  readonly token: string;
  readonly id: Buffer;
  /** Keyed digest of the account's name. */
  readonly account: Buffer;
}

@Injectable()
export class Devices {
  constructor(
    private readonly signer: Signer,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Those that the request brings and that we signed; no body is needed to know them. */
  of({ headers }: Pick<FastifyRequest, 'headers'>): Device[] {
    const named = headers[DEVICE_HEADER];
    const inCookies = (headers.cookie ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .filter((pair) => pair.startsWith(`${COOKIE}=`))
      .flatMap((pair) => pair.slice(COOKIE.length + 1).split('.'));
    return [...(typeof named === 'string' ? [named] : []), ...inCookies]
      .slice(0, MOST)
      .map((token) => this.read(token))
      .filter((device) => device !== undefined);
  }

  isOf(device: Device, name: string): boolean {
    return timingSafeEqual(device.account, this.accountOf(name));
  }

  /** The token of the device that has just signed in to this account: the one that it had, or a new one. */
  tokenFor(name: string, devices: readonly Device[], now = Date.now()): string {
    const known = devices.find((device) => this.isOf(device, name));
    if (known) return known.token;
    const made = Buffer.alloc(MADE);
    made.writeUInt32BE(Math.floor(now / 1000));
    const head = Buffer.concat([randomBytes(ID), this.accountOf(name), made]);
    return Buffer.concat([head, this.signature(head)]).toString('base64url');
  }

  /** Set-Cookie that keeps this token, and of the others as many as fit. */
  cookie(token: string, devices: readonly Device[]): string {
    const others = devices.map((device) => device.token).filter((other) => other !== token);
    const value = [token, ...others].slice(0, MOST).join('.');
    return `${COOKIE}=${value}; Path=/; Max-Age=${LIFE}; Secure; HttpOnly; SameSite=Strict`;
  }

  private read(token: string, now = Date.now()): Device | undefined {
    const bytes = Buffer.from(token.slice(0, 2 * LENGTH), 'base64url');
    if (bytes.length !== LENGTH || bytes.toString('base64url') !== token) return undefined;
    const head = bytes.subarray(0, HEAD);
    if (!timingSafeEqual(this.signature(head), bytes.subarray(HEAD))) return undefined;
    if (now / 1000 - head.readUInt32BE(ID + ACCOUNT) > LIFE) return undefined;
    return { token, id: head.subarray(0, ID), account: head.subarray(ID, ID + ACCOUNT) };
  }

  private accountOf(name: string): Buffer {
    const text = JSON.stringify([this.settings.tenant, name]);
    return this.signer.mac('kanon-device-account', text).subarray(0, ACCOUNT);
  }

  private signature(head: Buffer): Buffer {
    return this.signer.mac('kanon-device', head.toString('base64'));
  }
}
