/** Secrets of second factors as the database holds them: sealed, so that a copy of the database signs nobody in. */
import { Injectable } from '@nestjs/common';
import { openedFor, sealedFor } from './sealed.ts';
import { Signer } from './signer.ts';

/** Whose secret it is. */
interface Owner {
  readonly tenant: string;
  readonly account: string;
}

@Injectable()
export class FactorSeal {
  constructor(private readonly signer: Signer) {}

  seal(secret: Uint8Array, { tenant, account }: Owner): Buffer {
    return sealedFor([tenant, account], this.key(), secret);
  }

  /** The secret; undefined where it was sealed for another account, or under a key of the seals that is no more. */
  open(sealed: Buffer, { tenant, account }: Owner): Buffer | undefined {
    return openedFor([tenant, account], this.key(), sealed);
  }

  private key(): Buffer {
    return this.signer.mac('kanon second factors', 'secrets of authenticator apps');
  }
}
