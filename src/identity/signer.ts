/** Signs statements of the service, each under a type of its own, so none can be taken for another. */
import { createHmac, sign } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';
import { derived } from './key-text.ts';
import type { SigningPurpose } from './key-purposes.ts';
import { Keyring } from './keyring.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Whose key signs a type. */
const PURPOSE_OF: Readonly<Record<string, SigningPurpose>> = {
  'kanon-receipt+jws': 'receipts',
  'kanon-certificate+jws': 'certificates',
  'kanon-outcome-certificate+jws': 'certificates',
};

@Injectable()
export class Signer {
  constructor(
    private readonly ring: Keyring,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * A compact JWS (RFC 7515) with `iss` and `iat`; type is its `typ`, such as `kanon-receipt+jws`;
   * at is when it became so, by the clock of the database, for ours may be wrong.
   * At once, in this thread: handing so short a signature to another one costs four times as much.
   */
  sign(type: string, at: Date, claims: Readonly<Record<string, unknown>>): string {
    const purpose = PURPOSE_OF[type];
    if (!purpose) throw new TypeError(`no key signs ${type}`);
    const { id, secret } = this.ring.signing(purpose);
    const payload = { iss: this.settings.publicUrl, iat: Math.floor(at.getTime() / 1000), ...claims };
    const input = `${part({ alg: 'EdDSA', typ: type, kid: id })}.${part(payload)}`;
    return `${input}.${sign(null, Buffer.from(input), secret).toString('base64url')}`;
  }

  /**
   * HMAC-SHA-256 over what only the service is to know again. The key comes from that of the seals by HKDF (RFC 5869),
   * one for each purpose: a new key of tokens or receipts changes nothing of it, and every process has the same.
   */
  mac(purpose: string, text: string): Buffer {
    return createHmac('sha256', derived(this.ring.signing('seals').secret, purpose))
      .update(text)
      .digest();
  }
}
