/** The Ed25519 key that signs our tokens: a file that only the service may read. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type JWK, calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { SETTINGS } from '../foundation/settings.module.ts';
import type { Settings } from '../foundation/settings.ts';

const ALGORITHM = 'EdDSA';

@Injectable()
export class SigningKey implements OnModuleInit {
  private pair: { readonly id: string; readonly secret: KeyObject; readonly open: JWK } | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Reads the key, or makes one on the first start. */
  async onModuleInit(): Promise<void> {
    const file = join(this.settings.data, 'signing-key.pem');
    await mkdir(this.settings.data, { recursive: true, mode: 0o700 });
    await writeOnce(file);
    const secret = createPrivateKey(await readFile(file));
    const { kty, crv, x } = await exportJWK(secret);
    const open = { kty, crv, x } as JWK;
    this.pair = { id: await calculateJwkThumbprint(open), secret, open };
  }

  get id(): string {
    return this.loaded.id;
  }

  get secret(): KeyObject {
    return this.loaded.secret;
  }

  /** The public half, as JWKS lists it. */
  get open(): JWK {
    return { ...this.loaded.open, kid: this.id, alg: ALGORITHM, use: 'sig' };
  }

  private get loaded(): NonNullable<typeof this.pair> {
    if (!this.pair) throw new Error('the signing key was asked for before the start had ended');
    return this.pair;
  }
}

/** Two processes may start at once: the first one's key stays. */
async function writeOnce(file: string): Promise<void> {
  let handle;
  try {
    handle = await open(file, 'wx', 0o600);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return;
    throw error;
  }
  try {
    const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
    await handle.writeFile(await exportPKCS8(privateKey));
  } finally {
    await handle.close();
  }
}
