/**
 * Secrets of second factors as the database holds them: sealed for one account under a key that it does not hold, so
 * that a copy of the database signs nobody in, and a row that is moved to another account opens nothing.
 *
 * source  NIST SP 800-38D (GCM); the key comes from the signing key by HKDF (RFC 5869)
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Signer } from './signer.ts';

const NONCE = 12;
const TAG = 16;

/** Whose secret it is. */
interface Owner {
  readonly tenant: string;
  readonly account: string;
}

@Injectable()
export class FactorSeal {
  constructor(private readonly signer: Signer) {}

  /** Nonce, ciphertext, tag. */
  seal(secret: Uint8Array, owner: Owner): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key(), nonce).setAAD(nameOf(owner));
    return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  }

  /** The secret; undefined where it was sealed for another account, or under a signing key that is no more. */
  open(sealed: Buffer, owner: Owner): Buffer | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key(), sealed.subarray(0, NONCE)).setAAD(
        nameOf(owner),
      );
      decipher.setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]);
    } catch {
      return undefined;
    }
  }

  private key(): Buffer {
    return this.signer.mac('kanon second factors', 'secrets of authenticator apps');
  }
}

const nameOf = ({ tenant, account }: Owner): Buffer => Buffer.from(JSON.stringify([tenant, account]));
