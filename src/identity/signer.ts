/** Signs statements of the service, each under a type of its own, so none can be taken for another. */
import { Inject, Injectable } from '@nestjs/common';
import { CompactSign } from 'jose';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { SigningKey } from './signing-key.ts';

@Injectable()
export class Signer {
  constructor(
    private readonly key: SigningKey,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** A compact JWS (RFC 7515) with `iss` and `iat`; type is its `typ`, such as `kanon-receipt+jws`. */
  sign(type: string, claims: Readonly<Record<string, unknown>>): Promise<string> {
    const payload = { iss: this.settings.publicUrl, iat: Math.floor(Date.now() / 1000), ...claims };
    return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', typ: type, kid: this.key.id })
      .sign(this.key.secret);
  }
}
