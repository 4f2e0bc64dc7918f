/** Signs statements of the service, each under a type of its own, so none can be taken for another. */
import { createHmac, hkdfSync, sign } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { SigningKey } from './signing-key.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

@Injectable()
export class Signer {
  constructor(
    private readonly key: SigningKey,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A compact JWS (RFC 7515) with `iss` and `iat`; type is its `typ`, such as `kanon-receipt+jws`.
   * At once, in this thread: handing so short a signature to another one costs four times as much.
   */
  sign(type: string, claims: Readonly<Record<string, unknown>>): string {
    const payload = { iss: this.settings.publicUrl, iat: Math.floor(Date.now() / 1000), ...claims };
    const input = `${part({ alg: 'EdDSA', typ: type, kid: this.key.id })}.${part(payload)}`;
    return `${input}.${sign(null, Buffer.from(input), this.key.secret).toString('base64url')}`;
  }

  /**
   * HMAC-SHA-256 over what only the service is to know again. The key comes from the signing key by HKDF (RFC 5869),
   * one for each purpose, so that every process with the same signing key has the same.
   */
  mac(purpose: string, text: string): Buffer {
    const secret = this.key.secret.export({ format: 'der', type: 'pkcs8' });
    return createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)))
      .update(text)
      .digest();
  }
}
